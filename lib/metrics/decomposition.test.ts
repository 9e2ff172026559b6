import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDistribution } from '@/lib/domain/distribution'
import { toPartition } from '@/lib/domain/partition'
import { decompose } from './decomposition'
import { gini } from './gini'
import { hhi } from './hhi'
import { theilL } from './theilL'
import { theilT } from './theilT'

/** Holders of a group each; the account says which one it is in. */
type Holder = { group: number; amount: bigint }
const account = (group: number, place: number) => `0x${group.toString(16).padStart(2, '0')}${place.toString(16).padStart(38, '0')}` as const
const taken = (holders: readonly Holder[]) => {
  const distribution = toDistribution(holders.map(({ group, amount }, place) => ({ account: account(group, place), amount })))
  return { distribution, split: decompose(distribution, toPartition(distribution.count, (place) => distribution.accounts[place]!.slice(2, 4)))! }
}
const amount = fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 10n ** 27n), fc.bigInt(10n ** 27n, 10n ** 60n))
const holders = fc.array(fc.record({ group: fc.integer({ min: 0, max: 5 }), amount }), { minLength: 1, maxLength: 60 })
const value = (metric: typeof gini, distribution: ReturnType<typeof toDistribution>) => {
  const result = metric.measure(distribution)
  return result.status === 'ok' ? result.value : NaN
}
/** ln n is about the most that Theil T and, for these amounts, ln 10^60 that Theil L can be. */
const close = (actual: number, expected: number) => expect(Math.abs(actual - expected) / Math.max(1, Math.abs(expected)), `${actual} for ${expected}`).toBeLessThan(1e-12)

it('the worked case: insiders 40, 20, 10 and six others with 5', () => {
  const { split } = taken([...[40n, 20n, 10n].map((amount) => ({ group: 1, amount })), ...Array<Holder>(6).fill({ group: 2, amount: 5n })])
  // Means 70/3 and 5 of 100/9, shares .7 and .3 of the total, 1/3 and 2/3 of the holders.
  // Between T: .7 ln 2.1 + .3 ln .45 = .279804; L: −(1/3) ln 2.1 − (2/3) ln .45 = .285026.
  expect(split.theilT.between).toBeCloseTo(0.7 * Math.log(2.1) + 0.3 * Math.log(0.45), 14)
  const rounded = (record: object) => Object.fromEntries(Object.entries(record).map(([key, figure]) => [key, Number((figure as number).toFixed(6))]))
  expect(rounded(split.theilT)).toEqual({ total: 0.379843, within: 0.100039, between: 0.279804 })
  expect(rounded(split.theilL)).toEqual({ total: 0.33641, within: 0.051384, between: 0.285026 })
  expect(rounded(split.gini)).toEqual({ total: 0.433333, within: 0.066667, between: 0.366667, overlap: 0 })
  // (1600 + 400 + 100)/100² and 6 · 25/100²; the groups: .7² + .3².
  expect(split.hhi).toEqual({ accounts: 0.225, groups: 0.58 })
  expect(split.groups.map(({ group, accounts, amount, hhi }) => [group, accounts, amount, hhi])).toEqual([['01', 3, 70n, 0.21], ['02', 6, 30n, 0.015]])
  // Of 40, 20, 10: Σ pairs |x − y| = 20 + 30 + 10 = 60, over 3 · 70.
  expect(split.groups.map(({ gini }) => gini)).toEqual([60 / 210, 0])
})

it('groups that reach into one another overlap', () => {
  // {5, 1} and {3}: all pairs 4 + 2 + 2 = 8 over 3 · 9; within 4/27; means 3 and 3: between 0; so 4/27 overlaps.
  const { split } = taken([{ group: 1, amount: 5n }, { group: 2, amount: 3n }, { group: 1, amount: 1n }])
  expect(split.gini).toEqual({ total: 8 / 27, within: 4 / 27, between: 0, overlap: 4 / 27 })
})

describe('laws', () => {
  it('the parts add up to the metric of the whole, and none is negative', () => {
    fc.assert(fc.property(holders, (list) => {
      const { distribution, split } = taken(list)
      close(split.theilT.within + split.theilT.between, value(theilT, distribution))
      close(split.theilL.within + split.theilL.between, value(theilL, distribution))
      close(split.gini.within + split.gini.between + split.gini.overlap, value(gini, distribution))
      close(split.groups.reduce((sum, group) => sum + group.hhi, 0), value(hhi, distribution))
      for (const part of [split.theilT, split.theilL, split.gini]) for (const figure of Object.values(part)) expect(figure).toBeGreaterThanOrEqual(0)
      expect(split.groups.reduce((sum, group) => sum + group.amount, 0n)).toBe(distribution.total)
    }))
  })

  it('Gini within, between and overlap are within 1e-12 of their definitions, written out over all pairs in whole numbers', () => {
    const quotient = (numerator: bigint, denominator: bigint) => Number((numerator * 10n ** 30n) / denominator) / 1e30
    const absolute = (value: bigint) => (value < 0n ? -value : value)
    const sum = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n)
    fc.assert(fc.property(holders, (list) => {
      const pairs = (apart: (x: Holder, y: Holder) => bigint) => sum(list.flatMap((x) => list.map((y) => absolute(apart(x, y)))))
      const twice = 2n * BigInt(list.length) * sum(list.map((one) => one.amount))
      const within = pairs((x, y) => (x.group === y.group ? x.amount - y.amount : 0n))
      // Everybody with the mean of their group, times 60! in place of a fraction: every size up to 60 divides it.
      const common = Array.from({ length: 60 }, (_, i) => BigInt(i + 1)).reduce((a, b) => a * b)
      const means = new Map([0, 1, 2, 3, 4, 5].map((group) => {
        const amounts = list.filter((one) => one.group === group).map((one) => one.amount)
        return [group, amounts.length === 0 ? 0n : (sum(amounts) * common) / BigInt(amounts.length)]
      }))
      const between = pairs((x, y) => means.get(x.group)! - means.get(y.group)!)
      const all = pairs((x, y) => x.amount - y.amount)
      const { gini } = taken(list).split
      close(gini.within, quotient(within, twice))
      close(gini.between, quotient(between, twice * common))
      close(gini.overlap, quotient((all - within) * common - between, twice * common))
    }))
  })

  it('one group has everything within; a group for each holder has everything between', () => {
    fc.assert(fc.property(fc.array(amount, { minLength: 1, maxLength: 40 }), (amounts) => {
      const one = taken(amounts.map((amount) => ({ group: 0, amount }))).split
      expect([one.theilT.between, one.theilL.between, one.gini.between, one.gini.overlap]).toEqual([0, 0, 0, 0])
      expect([one.theilT.within, one.theilL.within, one.gini.within]).toEqual([one.theilT.total, one.theilL.total, one.gini.total])
      expect(one.hhi.groups).toBe(1)
      const each = taken(amounts.map((amount, group) => ({ group, amount }))).split
      expect([each.theilT.within, each.theilL.within, each.gini.within, each.gini.overlap]).toEqual([0, 0, 0, 0])
      expect(each.gini.between).toBe(each.gini.total)
      expect(each.hhi.groups).toBe(each.hhi.accounts)
    }))
  })

  it('nothing is unequal where all hold the same', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 }), amount, (groups, same) => {
      const { split } = taken(groups.map((group) => ({ group, amount: same })))
      for (const part of [split.theilT, split.theilL, split.gini]) for (const figure of Object.values(part)) expect(figure).toBe(0)
    }))
  })

  it('the unit of account and the order of holders do not matter', () => {
    fc.assert(fc.property(holders, fc.bigInt(2n, 10n ** 18n), (list, unit) => {
      const [plain, scaled] = [taken(list).split, taken(list.map(({ group, amount }) => ({ group, amount: amount * unit }))).split]
      expect(scaled.gini).toEqual(plain.gini)
      expect(scaled.hhi).toEqual(plain.hhi)
      for (const id of ['theilT', 'theilL'] as const) for (const part of ['total', 'within', 'between'] as const) close(scaled[id][part], plain[id][part])
      const claims = list.map(({ group, amount }, place) => ({ account: account(group, place), amount }))
      const backwards = toDistribution(claims.toReversed())
      expect(decompose(backwards, toPartition(backwards.count, (place) => backwards.accounts[place]!.slice(2, 4)))).toEqual(plain)
    }))
  })
})

it('is nothing for nobody', () => {
  const nobody = toDistribution([])
  expect(decompose(nobody, toPartition(0, () => 'all'))).toBeNull()
})
