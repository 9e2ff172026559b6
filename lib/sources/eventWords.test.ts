import { expect, it } from 'vitest'
import type { Log } from '../chain/log'
import { assertEvent, toIndexedAddress, toPlace, toWord } from './eventWords'

const topic = `0x${'7'.repeat(64)}` as const
const shape = { name: 'Deposit', topic, indexed: 2, words: 2 }
const field = (digit: string) => `0x${digit.padStart(64, '0')}`
const log = (changes: Partial<Log>): Log => ({
  address: `0x${'c'.repeat(40)}`,
  topics: [topic, field('a'), field('b')],
  data: `0x${'5'.padStart(64, '0')}${'f'.repeat(64)}`,
  blockNumber: 7,
  blockHash: field('d'),
  logIndex: 3,
  ...changes,
})

it('takes a log that has the fields, and gives its words in their order', () => {
  expect(() => assertEvent(log({}), shape)).not.toThrow()
  expect([0, 1].map((place) => toWord(log({}), place))).toEqual([5n, 2n ** 256n - 1n])
  expect(() => assertEvent(log({ topics: [topic], data: '0x' }), { ...shape, indexed: 0, words: 0 })).not.toThrow()
})

it.each([
  ['another event', { topics: [field('1'), field('a'), field('b')] }, `its first topic is ${field('1')}`],
  ['no topic', { topics: [] }, 'its first topic is absent'],
  ['a field that is not indexed', { topics: [topic, field('a')] }, '1 of its fields are indexed, expected were 2'],
  ['short data', { data: '0x05' }, 'its data has 1 bytes, expected were 64'],
  ['long data', { data: `0x${'0'.repeat(192)}` }, 'its data has 96 bytes, expected were 64'],
])('says where a log has %s', (_, changes, reason) => {
  expect(() => assertEvent(log(changes), shape)).toThrow(`log 3 of block 7 of 0x${'c'.repeat(40)} is no Deposit: ${reason}`)
})

it('takes an address from a topic, and only an address', () => {
  expect(toIndexedAddress(`0x${'0'.repeat(24)}${'A'.repeat(40)}`)).toBe(`0x${'a'.repeat(40)}`)
  expect(toIndexedAddress(`0x${'0'.repeat(22)}01${'a'.repeat(40)}`)).toBeNull()
  expect(toPlace(log({ logIndex: 0 }))).toBe(`log 0 of block 7 of 0x${'c'.repeat(40)}`)
})
