import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Log } from '../chain/log'
import type { Address } from '../domain/address'
import { foldStakes, toClaims, toStakeLogs, type StakeEvents } from './foldStakes'

const events: StakeEvents = {
  putIn: { name: 'Staked', topic: `0x${'1'.repeat(64)}`, indexed: 1, words: 1 },
  takenBack: { name: 'Withdrawn', topic: `0x${'2'.repeat(64)}`, indexed: 1, words: 1 },
}
const told = toStakeLogs(events)
const toAccount = (number: number) => `0x${number.toString(16).padStart(40, '0')}` as Address
/** One log a block: positive amounts are put in, negative ones taken back. */
const toLogs = (changes: readonly (readonly [account: Address, amount: bigint])[]): Log[] =>
  changes.map(([account, amount], place) => ({
    address: `0x${'c'.repeat(40)}`,
    topics: [(amount < 0n ? events.takenBack : events.putIn).topic, `0x${account.slice(2).padStart(64, '0')}`],
    data: `0x${(amount < 0n ? -amount : amount).toString(16).padStart(64, '0')}`,
    blockNumber: place,
    blockHash: `0x${'d'.repeat(64)}`,
    logIndex: 0,
  }))
const [a, b] = [toAccount(1), toAccount(2)]

describe('foldStakes', () => {
  it('adds what was put in, takes off what was taken back, and forgets nobody', () => {
    const stakes = foldStakes(toLogs([[b, 5n], [a, 7n], [b, 2n], [a, -7n], [b, -3n]]), told)
    expect([...stakes]).toEqual([[b, 4n], [a, 0n]])
    expect(toClaims(stakes)).toEqual([{ account: b, amount: 4n }])
  })

  it('says which log takes back more than there is', () => {
    expect(() => foldStakes(toLogs([[a, 5n], [b, 9n], [a, -7n]]), told)).toThrow(
      `log 0 of block 2 of 0x${'c'.repeat(40)}: ${a} takes back 2 more than it put in: logs before it are missing`,
    )
  })

  it.each([
    ['in another order', [1, 0], /^log 0 of block 0 of 0xc+ comes after log 0 of block 1 of 0xc+$/],
    ['twice', [0, 0], /^log 0 of block 0 of 0xc+ comes after log 0 of block 0 of 0xc+$/],
  ])('takes no logs %s', (_, places, message) => {
    const logs = toLogs([[a, 1n], [b, 1n]])
    expect(() => foldStakes(places.map((place) => logs[place]!), told)).toThrow(message)
  })

  it('takes no log of another shape, and no account that is none', () => {
    const [log] = toLogs([[a, 1n]])
    expect(() => foldStakes([{ ...log!, data: '0x' }], told)).toThrow('is no Staked: its data has 0 bytes')
    expect(() => foldStakes([{ ...log!, topics: [events.putIn.topic, `0x${'f'.repeat(64)}`] }], told)).toThrow('its account has more than 20 bytes')
  })

  // Whoever takes back takes at most what it has: such a story always folds, and its end is its sums.
  const story = fc.array(fc.record({ account: fc.integer({ min: 1, max: 5 }), amount: fc.bigInt(0n, 2n ** 128n), part: fc.option(fc.integer({ min: 0, max: 4 })) }), { maxLength: 60 })
  it('conserves: Σ stakes is what was put in less what was taken back, none is negative, none is claimed twice', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const has = new Map<Address, bigint>()
        const changes = steps.map(({ account, amount, part }) => {
          const who = toAccount(account)
          const change = part === null ? amount : (-(has.get(who) ?? 0n) * BigInt(part)) / 4n
          has.set(who, (has.get(who) ?? 0n) + change)
          return [who, change] as const
        })
        const claims = toClaims(foldStakes(toLogs(changes), told))
        expect(claims.every(({ amount }) => amount > 0n)).toBe(true)
        expect(new Set(claims.map(({ account }) => account)).size).toBe(claims.length)
        expect(claims.reduce((sum, { amount }) => sum + amount, 0n)).toBe(changes.reduce((sum, [, change]) => sum + change, 0n))
      }),
    )
  })

  it('does not depend on the order of what different accounts do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.bigInt(0n, 2n ** 128n)), { maxLength: 40 }), (puts) => {
        const changes = puts.map(([account, amount]) => [toAccount(account), amount] as const)
        const sorted = [...changes].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
        expect(foldStakes(toLogs(changes), told)).toEqual(foldStakes(toLogs(sorted), told))
      }),
    )
  })
})
