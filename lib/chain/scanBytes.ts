// Each function takes something at a place in the bytes and says where it ends, or −1 where something else stands there.
// A place of −1 stays −1, so that they can be nested. Plain loops over local numbers, and four bytes at a time where it can be: they are run
// for every byte of a token's history.

/** Bytes, and the same to read four at a time. */
export interface Bytes {
  bytes: Uint8Array
  view: DataView
}

export const toBytes = (bytes: Uint8Array): Bytes => ({ bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) })

/** A text to look for: four characters a word, and all of them. */
export interface Wanted {
  length: number
  words: Int32Array
  characters: Uint8Array
}

export function toWanted(text: string): Wanted {
  const characters = Uint8Array.from(text, toCode)
  const { view } = toBytes(characters)
  return { length: text.length, words: Int32Array.from({ length: text.length >> 2 }, (_, word) => view.getInt32(word * 4, true)), characters }
}

export const toCode = (character: string): number => character.charCodeAt(0)

const notHex = 0x100
/** The byte that two hexadecimal digits stand for, by their two characters, the first in the lower half; `notHex` for any other two. */
const pairs = new Uint16Array(2 ** 16).fill(notHex)
const digits = '0123456789abcdefABCDEF'
for (const first of digits) for (const second of digits) pairs[toCode(first) | (toCode(second) << 8)] = Number.parseInt(first + second, 16)

/** Value of a hexadecimal digit by its character; 255 for any other character. */
const values = new Uint8Array(256).fill(255)
for (const digit of digits) values[toCode(digit)] = Number.parseInt(digit, 16)

const [quote, comma, backslash, closeBrace, zero, nine, lowerA] = [...'",\\}09a'].map(toCode) as [number, number, number, number, number, number, number]
const bareWords = ['null', 'true', 'false'].map(toWanted)
/** What every hexadecimal string begins with */
export const hexHead = toWanted('"0x')
const hashDigits = 64
/** `0000` */
const zeros = 0x30303030

export function takeByte({ bytes }: Bytes, at: number, byte: number): number {
  return at >= 0 && bytes[at] === byte ? at + 1 : -1
}

export function takeText({ bytes, view }: Bytes, at: number, { length, words, characters }: Wanted): number {
  if (at < 0 || at + length > bytes.length) return -1
  const whole = words.length
  for (let word = 0; word < whole; word += 1) if (view.getInt32(at + word * 4, true) !== words[word]) return -1
  for (let index = whole * 4; index < length; index += 1) if (bytes[at + index] !== characters[index]) return -1
  return at + length
}

/** A text whose letters may stand in either case; given in lower case, of hexadecimal digits and punctuation. */
export function takeHex(from: Bytes, at: number, wanted: Wanted): number {
  const { bytes } = from
  const { length, characters } = wanted
  const end = takeText(from, at, wanted)
  if (end >= 0 || at < 0 || at + length > bytes.length) return end
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[at + index]!
    const character = characters[index]!
    if (byte !== character && (character < lowerA || byte + 32 !== character)) return -1
  }
  return at + length
}

/** So many words of eight hexadecimal digits each, written to `words` from `target` on. */
export function takeWords({ bytes, view }: Bytes, at: number, words: Uint32Array, target: number, amount: number): number {
  if (at < 0 || at + amount * 8 > bytes.length) return -1
  let bad = 0
  for (let word = target; word < target + amount; word += 1, at += 8) {
    const upper = view.getInt32(at, true)
    const lower = view.getInt32(at + 4, true)
    if (upper === zeros && lower === zeros) words[word] = 0
    else {
      const a = pairs[upper & 0xffff]!
      const b = pairs[upper >>> 16]!
      const c = pairs[lower & 0xffff]!
      const d = pairs[lower >>> 16]!
      bad |= a | b | c | d
      words[word] = (a << 24) | (b << 16) | (c << 8) | d
    }
  }
  return bad < notHex ? at : -1
}

/** The place of the quote behind a hexadecimal quantity of 1 to 13 digits. */
export function takeQuantityEnd({ bytes }: Bytes, at: number): number {
  if (at < 0) return -1
  let end = at
  while (end < bytes.length && bytes[end] !== quote) {
    if (values[bytes[end]!]! > 15) return -1
    end += 1
  }
  return end > at && end - at <= 13 && end < bytes.length ? end : -1
}

/** The quantity between two places. */
export function toQuantity({ bytes }: Bytes, first: number, end: number): number {
  let value = 0
  for (let at = first; at < end; at += 1) value = value * 16 + values[bytes[at]!]!
  return value
}

/** The place of the quote behind a string of 0x and 64 hexadecimal digits. */
export function skipHash(from: Bytes, at: number): number {
  const first = takeText(from, at, hexHead)
  const end = first + hashDigits
  if (first < 0 || from.bytes[end] !== quote) return -1
  let bad = 0
  for (let four = first; four < end; four += 4) {
    const characters = from.view.getInt32(four, true)
    bad |= pairs[characters & 0xffff]! | pairs[characters >>> 16]!
  }
  return bad < notHex ? end : -1
}

/** Passes a value that is not asked for: a string of plain characters without escapes, a number or a bare word. */
export function skipValue(from: Bytes, at: number): number {
  const { bytes } = from
  if (at < 0) return -1
  const first = bytes[at]
  if (first === quote) {
    const hashEnd = skipHash(from, at)
    if (hashEnd >= 0) return hashEnd + 1
    for (let end = at + 1; end < bytes.length; end += 1) {
      const byte = bytes[end]!
      if (byte === quote) return end + 1
      if (byte === backslash || byte < 32 || byte > 126) return -1
    }
    return -1
  }
  for (const word of bareWords) if (first === word.characters[0]) return takeText(from, at, word)
  let end = at
  while (bytes[end]! >= zero && bytes[end]! <= nine) end += 1
  // JSON's numbers do not begin with a zero, except zero itself.
  return end > at && (first !== zero || end === at + 1) && (bytes[end] === comma || bytes[end] === closeBrace) ? end : -1
}
