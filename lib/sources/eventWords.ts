import type { Log } from '../chain/log'
import { zeroAddress, type Address } from '../domain/address'

/** An event of which every field takes one word of 32 bytes. */
export interface EventShape {
  name: string
  /** keccak256 of its signature */
  topic: `0x${string}`
  /** Fields that stand in topics */
  indexed: number
  /** Fields that stand in the data */
  words: number
}

/**
 * Makes sure that a log has the fields of an event, so that they may be taken from where they stand.
 *
 * @throws Error that names the log, where it has others
 * @example assertEvent(log, { name: 'Staked', topic: '0x9e71…', indexed: 1, words: 1 }) // toWord(log, 0) is the amount
 */
export function assertEvent(log: Log, { name, topic, indexed, words }: EventShape): void {
  const fault =
    log.topics[0] !== topic
      ? `its first topic is ${log.topics[0] ?? 'absent'}`
      : log.topics.length !== 1 + indexed
        ? `${log.topics.length - 1} of its fields are indexed, expected were ${indexed}`
        : log.data.length !== 2 + 64 * words
          ? `its data has ${(log.data.length - 2) / 2} bytes, expected were ${32 * words}`
          : null
  if (fault) throw new Error(`${toPlace(log)} is no ${name}: ${fault}`)
}

/**
 * A word of a log's data as a whole number, the first is 0.
 *
 * @example toWord({ data: `0x${'0'.repeat(63)}5` }, 0) // 5n
 */
export const toWord = ({ data }: Pick<Log, 'data'>, place: number): bigint => BigInt(`0x${data.slice(2 + 64 * place, 66 + 64 * place)}`)

/**
 * The account in a word of a log's data; the first word is 0.
 *
 * @throws Error that names the log, where the word has more than 20 bytes
 * @example toWordAddress(log, 0) // '0xaaaa…'
 */
export function toWordAddress(log: Log, place: number): Address {
  const account = toIndexedAddress(`0x${log.data.slice(2 + 64 * place, 66 + 64 * place)}`)
  if (!account) throw new Error(`${toPlace(log)}: its account has more than 20 bytes`)
  return account
}

/**
 * Where a log stands, for messages.
 *
 * @example toPlace(log) // 'log 3 of block 7 of 0x…'
 */
export const toPlace = ({ logIndex, blockNumber, address }: Log): string => `log ${logIndex} of block ${blockNumber} of ${address}`

const padding = zeroAddress.slice(0, 26)

/**
 * The address in an indexed field; null where the field has more than 20 bytes.
 *
 * @example toIndexedAddress(`0x${'0'.repeat(24)}${'A'.repeat(40)}`) // '0xaaaa…'
 */
export function toIndexedAddress(topic: string): Address | null {
  return topic.startsWith(padding) ? (`0x${topic.slice(26).toLowerCase()}` as Address) : null
}

/**
 * The account in an indexed field of a log; the first of its fields is 1.
 *
 * @throws Error that names the log, where the field has more than 20 bytes
 * @example toParty(log, 1) // '0xaaaa…'
 */
export function toParty(log: Log, place: number): Address {
  const account = toIndexedAddress(log.topics[place]!)
  if (!account) throw new Error(`${toPlace(log)}: its account has more than 20 bytes`)
  return account
}
