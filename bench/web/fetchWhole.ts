/** The ways in which a file is sent. */
export type Encoding = 'gzip' | 'br' | 'identity'

/**
 * Asks for an address and reads the answer to its end.
 *
 * @throws where it is answered with anything but 200
 */
export async function fetchWhole(address: string, encoding: Encoding = 'gzip'): Promise<{ milliseconds: number; bytes: number }> {
  const began = performance.now()
  const response = await fetch(address, { headers: { 'Accept-Encoding': encoding } })
  let bytes = 0
  const reader = response.body!.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) bytes += read.value.length
  if (response.status !== 200) throw new Error(`${address} answered with ${response.status}`)
  return { milliseconds: performance.now() - began, bytes }
}

/** The value below which such a share of the values lies, to a tenth. */
export function toQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}
