// Each function takes something at a place in the bytes and says where it ends, or −1 where something else stands there.
// A place of −1 stays −1, so that they can be nested. Plain loops over local numbers: they are run for every byte of a token's history.

export const toBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Value of a hexadecimal digit by its character; 255 for any other character. */
const digits = new Uint8Array(256).fill(255)
for (let value = 0; value < 16; value += 1)
  for (const digit of [value.toString(16), value.toString(16).toUpperCase()]) digits[digit.charCodeAt(0)] = value

const [quote, comma, backslash, closeBrace] = toBytes('",\\}') as unknown as number[]
const words = ['null', 'true', 'false'].map(toBytes)

export function takeByte(bytes: Uint8Array, at: number, byte: number): number {
  return at >= 0 && bytes[at] === byte ? at + 1 : -1
}

export function takeText(bytes: Uint8Array, at: number, text: Uint8Array): number {
  const { length } = text
  if (at < 0 || at + length > bytes.length) return -1
  for (let index = 0; index < length; index += 1) if (bytes[at + index] !== text[index]) return -1
  return at + length
}

/** A text whose letters may stand in either case; given in lower case, of hexadecimal digits and punctuation. */
export function takeHex(bytes: Uint8Array, at: number, text: Uint8Array): number {
  const { length } = text
  if (at < 0 || at + length > bytes.length) return -1
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[at + index]!
    const wanted = text[index]!
    if (byte !== wanted && (wanted < 97 || byte + 32 !== wanted)) return -1
  }
  return at + length
}

/** So many words of eight hexadecimal digits each, written to `words` from `target` on. */
export function takeWords(bytes: Uint8Array, at: number, words: Uint32Array, target: number, amount: number): number {
  if (at < 0 || at + amount * 8 > bytes.length) return -1
  let bad = 0
  for (let word = target; word < target + amount; word += 1, at += 8) {
    const a = digits[bytes[at]!]!
    const b = digits[bytes[at + 1]!]!
    const c = digits[bytes[at + 2]!]!
    const d = digits[bytes[at + 3]!]!
    const e = digits[bytes[at + 4]!]!
    const f = digits[bytes[at + 5]!]!
    const g = digits[bytes[at + 6]!]!
    const h = digits[bytes[at + 7]!]!
    bad |= a | b | c | d | e | f | g | h
    words[word] = (a << 28) | (b << 24) | (c << 20) | (d << 16) | (e << 12) | (f << 8) | (g << 4) | h
  }
  return bad < 16 ? at : -1
}

/** The place of the quote behind a hexadecimal quantity of 1 to 13 digits. */
export function takeQuantityEnd(bytes: Uint8Array, at: number): number {
  if (at < 0) return -1
  let end = at
  while (end < bytes.length && bytes[end] !== quote) {
    if (digits[bytes[end]!]! > 15) return -1
    end += 1
  }
  return end > at && end - at <= 13 && end < bytes.length ? end : -1
}

/** The quantity between two places. */
export function toQuantity(bytes: Uint8Array, first: number, end: number): number {
  let value = 0
  for (let at = first; at < end; at += 1) value = value * 16 + digits[bytes[at]!]!
  return value
}

/** The place of the quote behind a string of 0x and 64 hexadecimal digits. */
export function skipHash(bytes: Uint8Array, at: number): number {
  if (at < 0 || bytes[at] !== quote || bytes[at + 1] !== 48 || bytes[at + 2] !== 120) return -1
  let bad = 0
  for (let end = at + 3; end < at + 67; end += 1) bad |= digits[bytes[end]!]!
  return bad < 16 && at + 67 < bytes.length ? at + 67 : -1
}

/** Passes a value that is not asked for: a string of plain characters without escapes, a number or a bare word. */
export function skipValue(bytes: Uint8Array, at: number): number {
  if (at < 0) return -1
  if (bytes[at] === quote) {
    for (let end = at + 1; end < bytes.length; end += 1) {
      const byte = bytes[end]!
      if (byte === quote) return end + 1
      if (byte === backslash || byte < 32 || byte > 126) return -1
    }
    return -1
  }
  for (const word of words) if (bytes[at] === word[0]) return takeText(bytes, at, word)
  let end = at
  while (bytes[end]! >= 48 && bytes[end]! <= 57) end += 1
  // JSON's numbers do not begin with a zero, except zero itself.
  return end > at && (bytes[at] !== 48 || end === at + 1) && (bytes[end] === comma || bytes[end] === closeBrace) ? end : -1
}
