/**
 * The text of a list's bytes: unpacked if they begin as gzip does (1f 8b), whatever the file is called; UTF-16 if they say so; without BOM.
 *
 * @throws Error when the gzip data are damaged or end early
 * @example await toListText(gzipSync('address,balance\n')) // 'address,balance\n'
 */
export async function toListText(bytes: Uint8Array): Promise<string> {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? await unpack(bytes) : bytes
  const encoding = plain[0] === 0xff && plain[1] === 0xfe ? 'utf-16le' : plain[0] === 0xfe && plain[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(plain)
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))
    for (const reader = stream.getReader(); ; ) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
      size += value.length
    }
  } catch (error) {
    throw new Error(`the gzip data are damaged (${error instanceof Error ? error.message : error}); download or pack the file again`)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
