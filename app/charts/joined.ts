/** Bytes of finished forms that are kept. The oldest goes first. */
const most = 64 * 1024 * 1024

const kept = new Map<string, Uint8Array>()
const underway = new Map<string, Promise<Uint8Array>>()
let size = 0

/**
 * A costly form: from memory, or from whoever is making it at this moment, or made now.
 *
 * @param key everything that the bytes follow from
 */
export function makeOnce(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const found = kept.get(key)
  if (found) {
    // What was asked for last goes last.
    kept.delete(key)
    kept.set(key, found)
    return Promise.resolve(found)
  }
  const running = underway.get(key)
  if (running) return running
  const begun = make()
    .then((bytes) => (keep(key, bytes), bytes))
    .finally(() => underway.delete(key))
  underway.set(key, begun)
  return begun
}

function keep(key: string, bytes: Uint8Array): void {
  if (bytes.length > most / 8) return
  kept.set(key, bytes)
  size += bytes.length
  for (const [oldest, { length }] of kept) {
    if (size <= most) return
    kept.delete(oldest)
    size -= length
  }
}
