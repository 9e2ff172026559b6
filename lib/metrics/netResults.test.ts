import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toRatio } from '@/lib/domain/amount'
import { toDistribution } from '@/lib/domain/distribution'
import { giniCorrected } from './giniCorrected'
import { netResultGini, netResultGiniFraction } from './netResultGini'
import { measureNetResults } from './netResults'

const account = (i: number) => `0x${i.toString(16).padStart(40, '0')}` as const
const toResults = (amounts: readonly bigint[]) => amounts.map((amount, i) => ({ account: account(i), amount }))
const absolute = (amount: bigint) => (amount < 0n ? -amount : amount)

/** As it is defined, pair by pair. */
const byDefinition = (amounts: readonly bigint[]) => {
  let differences = 0n
  let size = 0n
  for (const one of amounts) {
    size += absolute(one)
    for (const other of amounts) differences += absolute(one - other)
  }
  return toRatio(differences, 2n * BigInt(amounts.length - 1) * size)
}

describe('netResultGini', () => {
  it('is 1 where one has all gains and another one all losses, 0 where all are equal', () => {
    // Raffinetti, Siletti, Vernizzi: the extreme is (T, 0, …, 0, −L), whatever the two are.
    expect(netResultGini([7n, 0n, 0n, 0n, -3n])).toEqual({ status: 'ok', value: 1 })
    expect(netResultGini([-3n, 3n])).toEqual({ status: 'ok', value: 1 })
    expect(netResultGini([-5n, -5n, -5n])).toEqual({ status: 'ok', value: 0 })
    expect(netResultGini([0n, 0n, 4n])).toEqual({ status: 'ok', value: 1 })
  })

  it('of 4, 1, −1, −2 by hand: pairs differ by 3, 5, 6, 2, 3, 1, twice 20; 40 / (2 · 3 · 8)', () => {
    expect(netResultGini([4n, 1n, -1n, -2n])).toEqual({ status: 'ok', value: 40 / 48 })
    // 5, 2, −3: 3 + 8 + 5 = 16, twice; 32 / (2 · 2 · 10) = 0.8. The ordinary Gini would be 32 / (2 · 3 · 4) = 1.33.
    expect(netResultGini([5n, 2n, -3n])).toEqual({ status: 'ok', value: 0.8 })
    // The example of the authors' package GiniWegNeg, unweighted: −15, −10, −7, 2, 4, 11, 40 weigh −6, −4, −2, 0, 2, 4, 6:
    // 90 + 40 + 14 + 0 + 8 + 44 + 240 = 436, over 6 · (57 + 32); the package divides by 7 · 89.
    expect(netResultGini([-7n, -15n, 11n, -10n, 2n, 4n, 40n])).toEqual({ status: 'ok', value: 436 / 534 })
    // A golden vector of positive amounts (R, ineq): Gini .462091, corrected .513435.
    const golden = [541n, 1463n, 2445n, 3438n, 4437n, 5401n, 6392n, 8304n, 11904n, 22261n]
    expect(netResultGini(golden)).toMatchObject({ value: expect.closeTo(0.513435, 6) })
  })

  it('is undefined for nobody, for one, and where all are zero', () => {
    expect(netResultGini([])).toEqual({ status: 'undefined', reason: 'noResult' })
    expect(netResultGini([-7n])).toEqual({ status: 'undefined', reason: 'oneResult' })
    expect(netResultGini([0n, 0n])).toEqual({ status: 'undefined', reason: 'noResult' })
  })

  const amount = fc.bigInt(-(10n ** 24n), 10n ** 24n)
  const lists = fc.array(fc.oneof(amount, fc.bigInt(-3n, 3n)), { minLength: 2, maxLength: 40 }).filter((list) => list.some((one) => one !== 0n))

  it('is what the definition gives, between 0 and 1, in any order and any unit, and for losses as for gains', () => {
    fc.assert(
      fc.property(lists, fc.bigInt(2n, 10n ** 18n), (list, unit) => {
        const { value } = netResultGini(list) as { value: number }
        expect(Math.abs(value - byDefinition(list))).toBeLessThan(1e-12)
        expect(value >= 0 && value <= 1).toBe(true)
        expect(netResultGiniFraction([...list].reverse())).toEqual(netResultGiniFraction(list))
        const { numerator, denominator } = netResultGiniFraction(list.map((one) => one * unit))
        const plain = netResultGiniFraction(list)
        expect(numerator * plain.denominator).toBe(plain.numerator * denominator)
        expect(netResultGiniFraction(list.map((one) => -one))).toEqual(plain)
      }),
    )
  })

  it('is the corrected Gini where nobody lost', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 10n ** 27n), { minLength: 2, maxLength: 60 }), (list) => {
        const { value } = giniCorrected.measure(toDistribution(toResults(list))) as { value: number }
        expect(Math.abs((netResultGini(list) as { value: number }).value - value)).toBeLessThan(1e-12)
      }),
    )
  })
})

describe('measureNetResults', () => {
  it('tells gains and losses apart', () => {
    const measured = measureNetResults(toResults([6n, 2n, 0n, -1n, -1n]))
    expect(measured.gains).toMatchObject({ accounts: 2, total: 8n, curve: [[0, 0], [0.5, 0.25], [1, 1]], shares: { top1Share: { value: 0.75 }, top10Share: { value: 1 } } })
    expect(measured.losses).toMatchObject({ accounts: 2, total: 2n, curve: [[0, 0], [0.5, 0.5], [1, 1]], shares: { top1PercentShare: { value: 0.5 } } })
    // 6, 2, 0, −1, −1: pairs 4, 6, 7, 7, 2, 3, 3, 1, 1, 0 are 34: 68 / (2 · 4 · 10).
    expect(measured).toMatchObject({ neither: 1, net: 6n, gini: { value: 0.85 } })
  })

  it('without losses says that nobody has any', () => {
    const { losses } = measureNetResults(toResults([1n, 1n]))
    expect(losses).toMatchObject({ accounts: 0, total: 0n, curve: [], shares: { top1Share: { status: 'undefined', reason: 'noHolders' } } })
  })
})
