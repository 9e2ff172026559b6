import type { ProposalOrigin } from './proposal'

/** Which proposal is meant: several Governors of one protocol may have one of the same number. */
export interface ProposalName {
  origin: ProposalOrigin
  place: string
  key: string
}

const pattern = /^(?:(offChain|imported)-)?([A-Za-z0-9._]{1,200})-([A-Za-z0-9_]{1,200})$/

/**
 * A proposal as one word of an address: its place and its key, and where it was voted on unless that is a Governor. Letters that an address or
 * a file name could take for something else are written as their numbers, so that no two proposals of a protocol share a word.
 *
 * @example toProposalWord({ origin: 'chain', place: '0xc0da…', key: '42' }) // '0xc0da…-42'
 * @example toProposalWord({ origin: 'offChain', place: 'my-dao.eth', key: '0x1f…' }) // 'offChain-my_2d_dao.eth-0x1f…'
 */
export const toProposalWord = ({ origin, place, key }: ProposalName): string =>
  `${origin === 'chain' ? '' : `${origin}-`}${encode(place, /[^A-Za-z0-9.]/gu)}-${encode(key, /[^A-Za-z0-9]/gu)}`

/**
 * The proposal that a word names; null where it is none.
 *
 * @example readProposalWord('0xC0DA…-42') // { origin: 'chain', place: '0xc0da…', key: '42' }
 */
export function readProposalWord(word: string): ProposalName | null {
  const [, origin, place, key] = pattern.exec(word) ?? []
  const [readPlace, readKey] = [decode(place ?? ''), decode(key ?? '')]
  if (!readPlace || !readKey) return null
  // An address is the same in any case.
  return origin === undefined ? { origin: 'chain', place: readPlace.toLowerCase(), key: readKey } : { origin: origin as ProposalOrigin, place: readPlace, key: readKey }
}

const encode = (text: string, strange: RegExp): string => text.replace(strange, (letter) => `_${letter.codePointAt(0)!.toString(16)}_`)

function decode(text: string): string | null {
  const read = text.replace(/_([0-9a-f]{1,6})_/g, (_, digits: string) => (parseInt(digits, 16) > 0 && parseInt(digits, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(digits, 16)) : '\0'))
  return text === '' || read.includes('\0') ? null : read
}
