import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { toDistribution } from '@/lib/domain/distribution'
import { parseHolderList } from '@/lib/lists/holderList'
import { toListText } from '@/lib/lists/listText'
import { toPowerLawTail } from '@/lib/metrics/powerLawTail'
import { measureList, type ListMeasures } from './measureList'

// Real lists lie beside the checkout where there are any; none of them is part of the project.
const folder = process.env.LORENZ_DATA_FIXTURES ?? resolve('..', 'shared', 'data')
const missing = !existsSync(folder)
if (missing) console.warn(`skipped: no real holder lists in ${folder}; LORENZ_DATA_FIXTURES names another folder`)

const load = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
const holders = (token: string) => parseHolderList(load('zukowski-2026', 'holder_lists', `${token}_holders.csv`))
const delegates = (token: string) => {
  const [header, ...lines] = load('zukowski-2026', 'tally_delegates.csv').split('\n')
  return parseHolderList([header, ...lines.filter((line) => line.startsWith(`${token},`))].join('\n'))
}
const without = (...exclude: Address[]) => ({ exclude })
const timelock = '0x1a9c8182c09f50c8318d769245bea52c32be35bc'
const dead = '0x000000000000000000000000000000000000dead'
const stakedAave = '0x4da27a545c0c5b758a6ba100e3a049001de870f5'

const valueOf = ({ metrics }: ListMeasures, id: string) => {
  const result = metrics[id]!
  if (result.status !== 'ok') throw new Error(`${id} is undefined: ${result.reason}`)
  return result.value
}

describe.skipIf(missing)('published figures, from the files they were computed from', () => {
  const rows: [string, () => ListMeasures, n: number, gini: string, hhi: string, nakamoto: number, top10: string][] = [
    ['UNI holders', () => measureList(holders('UNI'), without()), 1000, '0.886944909', '0.100843', 8, '52.12'],
    ['UNI holders without the Timelock', () => measureList(holders('UNI'), without(timelock)), 999, '0.8428', '0.032170', 28, '33.87'],
    ['UNI holders without Timelock and dead', () => measureList(holders('UNI'), without(timelock, dead)), 998, '0.8151', '0.009784', 40, '22.85'],
    ['AAVE holders', () => measureList(holders('AAVE'), without()), 1000, '0.880310806', '0.0593438', 12, '47.65'],
    ['AAVE holders without stkAAVE', () => measureList(holders('AAVE'), without(stakedAave)), 999, '0.8493', '0.020161', 22, '34.93'],
    ['COMP holders', () => measureList(holders('COMP'), without()), 1000, '0.863415824', '0.0274908', 30, '32.36'],
    ['AAVE delegates', () => measureList(delegates('AAVE'), without()), 100, '0.723810873', '0.0755454', 6, '65.44'],
    ['COMP delegates', () => measureList(delegates('COMP'), without()), 100, '0.638834123', '0.0386558', 13, '44.73'],
    ['UNI delegates', () => measureList(delegates('UNI'), without()), 100, '0.581594059', '0.0271366', 13, '43.44'],
  ]
  it.each(rows)('%s', (_, toMeasures, n, gini, hhi, nakamoto, top10) => {
    const measures = toMeasures()
    const places = (text: string) => text.split('.')[1]!.length
    expect(measures.holders).toBe(n)
    expect(valueOf(measures, 'gini').toFixed(places(gini))).toBe(gini)
    expect(valueOf(measures, 'hhi').toFixed(places(hhi))).toBe(hhi)
    expect(valueOf(measures, 'nakamoto50')).toBe(nakamoto)
    expect((100 * valueOf(measures, 'top10Share')).toFixed(2)).toBe(top10)
  })

  it('the UNI airdrop: 252,803 claims', async () => {
    const text = await toListText(readFileSync(join(folder, 'uniswap-airdrop-2020', 'uni_airdrop_claims.csv.gz')))
    const measures = measureList(parseHolderList(text), without())
    expect([measures.holders, measures.total]).toEqual([252_803, '149999999975656000000000000'])
    expect(valueOf(measures, 'gini').toFixed(9)).toBe('0.324907297')
    expect(valueOf(measures, 'hhi').toFixed(9)).toBe('0.000859505')
    expect(valueOf(measures, 'nakamoto50')).toBe(65_304)
    expect((100 * valueOf(measures, 'top10Share')).toFixed(2)).toBe('7.10')
  })

  it('the top 1,000 of UNI within a billion among 440,001 holders: HHI and Nakamoto are tight, Gini is not', () => {
    const measures = measureList(holders('UNI'), { exclude: [], total: { digits: 10n ** 9n, places: 0 }, holders: 440_001 })
    expect(measures.population).toBe('truncated')
    const { gini, hhi, nakamoto50 } = measures.bounds
    expect([gini!.low.toFixed(3), gini!.high!.toFixed(3)]).toEqual(['0.909', '0.998'])
    // [0.083408, 0.083409], the lower end rounded, the upper as well.
    expect([hhi!.low.toFixed(6), hhi!.high!.toFixed(6)]).toEqual(['0.083408', '0.083409'])
    expect(nakamoto50).toEqual({ low: 14, high: 14 })
    expect(measures.metrics.nakamoto50).toEqual({ status: 'ok', value: 14 })
    expect(measures.metrics.gini).toMatchObject({ status: 'undefined', reason: 'cutOff' })
  })

  it('Pareto tails after exclusions: exponent, standard error, holders in the tail, Kolmogorov–Smirnov distance', () => {
    const excludedOfCompound = load('zukowski-2026', 'exclusions_log.csv')
      .split('\n')
      .filter((line) => line.startsWith('COMP,'))
      .map((line) => line.split(',')[1]!.toLowerCase() as Address)
    const cases: [string, Address[], alpha: number, distance: number][] = [
      ['UNI', [timelock, dead], 1.556, 0.049],
      ['AAVE', [stakedAave], 1.653, 0.02],
      ['COMP', excludedOfCompound, 1.544, 0.04],
    ]
    for (const [token, excluded, alpha, distance] of cases) {
      const list = holders(token)
      const distribution = toDistribution(list.claims.filter(({ account }) => !excluded.includes(account)))
      const tail = toPowerLawTail(distribution.columns.doubles.map(Math.log))!
      expect([tail.alpha.toFixed(3), tail.distance.toFixed(3)], token).toEqual([alpha.toFixed(3), distance.toFixed(3)])
      expect(measureList(list, { exclude: excluded }).metrics.paretoAlpha).toMatchObject({ status: 'ok', value: expect.closeTo(tail.alpha, 12) })
      if (token === 'UNI') expect(tail.size).toBe(997)
    }
    const { paretoAlpha } = measureList(holders('UNI'), without(timelock, dead)).metrics
    expect(paretoAlpha).toMatchObject({ standardError: expect.closeTo(0.018, 3) })
  })
})
