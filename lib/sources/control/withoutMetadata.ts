/**
 * Code without what the compiler writes behind it: CBOR with the hash of the source, which is never run and may look like any instruction.
 * https://docs.soliditylang.org/en/v0.8.30/metadata.html#encoding-of-the-metadata-hash-in-the-bytecode
 *
 * @example withoutMetadata('0x6000' + 'a1646c6f6e67f4' + '0007') // '0x6000'
 */
export function withoutMetadata(code: string): string {
  const length = 2 * Number.parseInt(code.slice(-4), 16)
  const from = code.length - 4 - length
  // A map of one to four entries.
  return from > 2 && /^a[1-4]/.test(code.slice(from)) ? code.slice(0, from) : code
}
