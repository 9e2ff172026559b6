import { gunzipSync } from 'node:zlib'

/**
 * The text of a list's bytes: unpacked if they begin as gzip does (1f 8b), whatever the file is called; UTF-16 if they say so; without BOM.
 *
 * @throws Error when the gzip data are damaged
 * @example toListText(gzipSync('address,balance\n')) // 'address,balance\n'
 */
export function toListText(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return toListText(unpack(bytes))
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes)
  } catch (error) {
    throw new Error(`the gzip data are damaged (${error instanceof Error ? error.message : error}); download or pack the file again`)
  }
}
