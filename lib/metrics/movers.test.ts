import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { toDistribution, type Distribution } from '@/lib/domain/distribution'
import { bandMetricIds } from '@/lib/domain/headlineBand'
import type { Label } from '@/lib/domain/label'
import { findMovers } from './movers'
import { toMetric } from './registry'
import { measureWithout } from './withoutHolder'

const account = (i: number) => `0x${i.toString(16).padStart(40, '0')}` as const
const distributionOf = (amounts: readonly bigint[]) => toDistribution(amounts.map((amount, i) => ({ account: account(i), amount })))
const toLabel = (address: Address, name: string): Label => ({ address, kind: 'contract', role: 'timelock', name, source: 'https://example.org', asOf: '2026-01-01' })
const measured = (distribution: Distribution) =>
  Object.fromEntries(bandMetricIds.map((id) => {
    const result = toMetric(id).measure(distribution)
    return [id, result.status === 'ok' ? result.value : NaN]
  }))

const small = fc.array(fc.bigInt(1n, 12n), { minLength: 2, maxLength: 30 })
const large = fc.array(fc.bigInt(1n, 10n ** 60n), { minLength: 2, maxLength: 60 })

it('without each holder in turn: to the last bit what the distribution made anew gives', () => {
  fc.assert(fc.property(fc.oneof(small, large), (amounts) => {
    const distribution = distributionOf(amounts)
    for (let place = 0; place < distribution.count; place++) {
      const left = distribution.accounts.flatMap((one, i) => (i === place ? [] : [{ account: one, amount: distribution.amounts[i]! }]))
      expect(measureWithout(distribution, place)).toEqual(measured(toDistribution(left)))
    }
  }))
})

it('holds across the blocks that sums are kept in', () => {
  const distribution = distributionOf(Array.from({ length: 2_100 }, (_, i) => BigInt(10 ** 6 - 7 * i)))
  for (const place of [0, 9, 10, 1_000, 1_023, 1_024, 1_025, 2_047, 2_048, 2_099]) {
    const left = distribution.accounts.flatMap((one, i) => (i === place ? [] : [{ account: one, amount: distribution.amounts[i]! }]))
    expect(measureWithout(distribution, place)).toEqual(measured(toDistribution(left)))
  }
})

it('of 40, 20, 20, 20 the 40 moves Nakamoto from 2 to 2 and the HHI from .28 to 1/3', () => {
  const movers = findMovers(distributionOf([40n, 20n, 20n, 20n]), [toLabel(account(0), 'A'), toLabel(account(1), 'B'), toLabel(account(99), 'absent')])
  // Without a 20: 40, 20, 20: 3/8 = .375; without the 40: 1/3. From .28, so the 20 moves it farther.
  expect(movers.hhi).toEqual({ account: account(1), name: 'B', role: 'timelock', amount: 20n, figure: 0.28, without: 0.375 })
  // 60 > 50 takes two; without the 40, 40 > 30 takes two; without a 20, 60 > 40 takes two: nothing moves.
  expect(movers.nakamoto50).toBeNull()
})

it('names the larger of two that move equally far, and nobody where nobody is left', () => {
  const twins = findMovers(distributionOf([5n, 5n, 1n]), [toLabel(account(1), 'second'), toLabel(account(0), 'first')])
  expect(twins.gini?.name).toBe('first')
  expect(findMovers(distributionOf([5n]), [toLabel(account(0), 'only')])).toEqual({ gini: null, nakamoto50: null, hhi: null, top10Share: null })
  expect(findMovers(distributionOf([]), [toLabel(account(0), 'only')]).gini).toBeNull()
  expect(() => measureWithout(distributionOf([5n]), 1)).toThrow('no holder stands at place 1 of 1')
})

// Real lists lie beside the checkout where there are any; none of them is part of the project.
const folder = process.env.LORENZ_DATA_FIXTURES ?? resolve('..', 'shared', 'data')
const missing = !existsSync(join(folder, 'zukowski-2026'))
if (missing) console.warn(`skipped: no real holder lists in ${folder}; LORENZ_DATA_FIXTURES names another folder`)

describe.skipIf(missing)('published figures of UNI', () => {
  const list = () => {
    const [, ...lines] = readFileSync(join(folder, 'zukowski-2026', 'holder_lists', 'UNI_holders.csv'), 'utf8').trim().split('\n')
    return lines.map((line) => {
      const [address = '', balance = ''] = line.split(',')
      const [whole = '', fraction = ''] = balance.split('.')
      return { account: address.toLowerCase() as Address, amount: BigInt(whole + fraction.padEnd(18, '0')) }
    })
  }
  const timelock = toLabel('0x1a9c8182c09f50c8318d769245bea52c32be35bc', 'Timelock')
  const dead = toLabel('0x000000000000000000000000000000000000dead', '0x…dEaD')

  it('the Timelock moves Nakamoto from 8 to 28; then the burned tokens from 28 to 40', () => {
    expect(findMovers(toDistribution(list()), [dead, timelock]).nakamoto50).toMatchObject({ name: 'Timelock', figure: 8, without: 28 })
    const rest = toDistribution(list().filter(({ account }) => account !== timelock.address))
    const { nakamoto50, hhi, gini, top10Share } = findMovers(rest, [dead])
    expect(nakamoto50).toMatchObject({ name: '0x…dEaD', figure: 28, without: 40 })
    expect([hhi?.without.toFixed(6), gini?.without.toFixed(4), top10Share?.without.toFixed(4)]).toEqual(['0.009784', '0.8151', '0.2285'])
  })
})
