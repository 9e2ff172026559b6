/** A buffer to be written through a view: its own methods check each number again. */
export const toView = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/**
 * Writes an integer of 32 bits behind its length, as rows of a binary COPY have it.
 *
 * @returns where it ends
 * @example writeInteger(view, 2, 7) // 10
 */
export function writeInteger(view: DataView, at: number, value: number): number {
  view.setInt32(at, 4)
  view.setInt32(at + 4, value)
  return at + 8
}
