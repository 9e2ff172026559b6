import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { overlapSignificance, significance } from './overlapSignificance'

const account = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`

describe('overlaps against chance', () => {
  const members = (...indices: number[]) => ({ hundred: new Set(indices.map(account)), hundredth: new Set(indices.slice(0, 1).map(account)) })
  const one = { protocol: 'one', demo: false, holders: 4, members: members(1, 2, 3) }
  const other = { protocol: 'other', demo: false, holders: 5, members: members(1, 3, 4) }

  it('by hand: two of three and three, of the six who hold either', () => {
    const [pair] = overlapSignificance([one, other], () => 3)
    // 4 + 5 − 3 = 6 hold either. (C(3,2)·C(3,1) + C(3,3)·C(3,0)) / C(6,3) = (9 + 1) / 20; on average 3 · 3 / 6.
    expect(pair).toMatchObject({ protocols: ['one', 'other'], population: 6, both: 3, tests: { hundred: { first: 3, second: 3, common: 2, expected: 1.5 } } })
    expect(Math.exp(pair!.tests.hundred.logP)).toBeCloseTo(0.5, 14)
    // One of one and one, of six: 1/6. A single pair has nothing to be corrected for.
    expect(Math.exp(pair!.tests.hundredth.logBonferroni)).toBeCloseTo(1 / 6, 14)
  })

  it('is corrected for all pairs, and compares nothing made up with anything real', () => {
    const third = { protocol: 'third', demo: false, holders: 3, members: members(7, 8) }
    const pairs = overlapSignificance([one, { ...other, protocol: 'demo', demo: true }, other, third], () => 0)
    expect(pairs.map(({ protocols }) => protocols.join())).toEqual(['one,other', 'one,third', 'other,third'])
    const [first] = pairs
    expect(first!.tests.hundred.logBonferroni - first!.tests.hundred.logP).toBeCloseTo(Math.log(3), 14)
    // The rarest of three: Benjamini–Hochberg takes it times three as well.
    expect(first!.tests.hundred.logFalseDiscovery).toBeCloseTo(first!.tests.hundred.logBonferroni, 14)
  })

  it('two lists that are the same hundred of 400,000 are no chance, and two strangers are', () => {
    const hundred = { ...one, holders: 400_000, members: members(...Array.from({ length: 100 }, (_, place) => place + 1)) }
    const strangers = { ...hundred, protocol: 'strangers', members: members(...Array.from({ length: 100 }, (_, place) => place + 1_001)) }
    const [same, none] = overlapSignificance([hundred, { ...hundred, protocol: 'same' }, strangers], () => 0)
    expect(same!.tests.hundred.logBonferroni).toBeLessThan(significance)
    expect(none!.tests.hundred.logP).toBe(0)
  })
})
