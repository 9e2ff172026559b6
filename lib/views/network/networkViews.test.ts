import { describe, expect, it } from 'vitest'
import { publishedNetwork } from '@/tests/publishedNetwork'
import type { StakeNetwork } from '@/lib/domain/delegatedStakes'
import { toShareFigures } from '@/lib/metrics/shareFigures'
import { networkSentence, networkTable } from './networkTable'
import { toNetworkNotes, type NetworkBasis } from './networkWords'
import { operatorConcentration } from './operatorConcentration'
import { operatorsTable } from './operatorsTable'
import { operatorStakes } from './operatorStakes'
import { operatorWork } from './operatorWork'

const [network] = publishedNetwork.networks as [StakeNetwork]
const basis = (rest: Partial<StakeNetwork> = {}): NetworkBasis => ({
  network: { ...network, ...rest }, token: { symbol: 'MADE', decimals: 18 }, nameOf: (account) => `operator ${Number(account)}`, notes: ['a note'],
})
const nothing = toShareFigures([])

// Stakes of 40, 38, … 2: twenty of them, 420 in all; the largest has 40, the largest two 78. 40 + 38 + 36 + 34 + 32 = 180, with 30 more 210: half; with 28 it is more.
describe('operatorStakes', () => {
  it('draws the fifteen largest, and says how few have more than half', () => {
    const chart = operatorStakes(basis(), 'en')!
    expect(chart.sentence).toBe('Of 420 MADE bonded to 20 operators, 9.5% is with operator 1 and 18.6% with the largest tenth; 7 of them have more than half.')
    expect(chart.x.categories).toHaveLength(15)
    expect(chart.series.map(({ id, points }) => [id, points[0]])).toEqual([['stake', { x: 0, y: 40 / 420 }], ['own', { x: 0, y: 10 / 420 }]])
    expect(operatorStakes(basis(), 'de')!.sentence).toBe('Von 420 MADE, eingesetzt bei 20 Betreibern, liegen 9,5\u00a0% bei operator 1 und 18,6\u00a0% beim größten Zehntel; mehr als die Hälfte haben 7.')
  })

  it('has nothing to draw where nothing is bonded', () => expect(operatorStakes(basis({ operators: [], byOperator: nothing }), 'en')).toBeNull())
})

// Fees of a year: a 64th of the stakes, 6.5625, and 1 for an operator that has left: 7.5625. Of 21 who were paid a tenth are 3: 1, 0.625 and 0.59375 are 2.21875, 29.3%.
describe('operatorWork', () => {
  it('puts whoever was paid most on top, also with nothing bonded any more', () => {
    const chart = operatorWork(basis(), 'en')!
    expect(chart.sentence).toMatch(/^In the last 365 days customers paid 7\.56 ETH to 21 operators, 29\.3% of it to the largest tenth of them\. New tokens, 26\.25 MADE, went to 20 operators, 18\.6% of them/)
    expect(chart.x.categories?.slice(0, 2)).toEqual(['operator 21', 'operator 1'])
    expect(chart.series.map(({ id, emphasis, points }) => [id, emphasis, points[0]!.y])).toEqual([['fees', 'main', 1 / 7.5625], ['rewards', 'second', 0], ['stake', 'reference', 0]])
  })

  it('draws new tokens where customers paid nothing, and nothing where nobody earned', () => {
    const unpaid = { ...basis({ feesOfYear: nothing, feesIn: 'token' }) }
    expect(operatorWork(unpaid, 'de')!.series.map(({ id, emphasis }) => [id, emphasis])).toEqual([['rewards', 'main'], ['stake', 'reference']])
    expect(operatorWork(basis({ feesOfYear: nothing, rewardsOfYear: nothing }), 'en')).toBeNull()
  })
})

describe('operatorConcentration', () => {
  it('draws a gap where nobody was paid', () => {
    const chart = operatorConcentration(basis(), 'en')!
    const fees = chart.series.find(({ id }) => id === 'fees')!
    expect(fees.points.map(({ y }) => y === null)).toEqual(Array.from({ length: 14 }, (_, place) => place === 1))
    // At the end the first has fourteen times 40: 598 of 940 with the second.
    expect(chart.series[0]!.points.at(-1)!.y).toBeCloseTo(598 / 940, 15)
    expect(chart.sentence).toMatch(/^The largest tenth of operators had 18\.6% of the stake on 30 Sept? 2024 \(HHI 0\.\d+\) and 63\.6% on 31 Oct 2025/)
  })

  it('leaves out what nobody ever got, and is nothing before the first stake', () => {
    const months = network.months.map((month) => ({ ...month, fees: nothing }))
    expect(operatorConcentration(basis({ months }), 'de')!.series.map(({ id }) => id)).toEqual(['stake', 'rewards'])
    expect(operatorConcentration(basis({ months: [] }), 'en')).toBeNull()
  })
})

describe('networkTable', () => {
  it('has the same measures of stake and work, and leaves out what cannot be told', () => {
    const table = networkTable(basis(), 'en')
    expect(table.rows.map(([part]) => part!.value)).toEqual(['byOperator', 'byDelegator', 'feesOfYear', 'rewardsOfYear', 'earnedByDelegator'])
    expect(table.rows[0]!.slice(0, 5).map(({ text }) => text)).toEqual(['Stake, by operator', '20', '420 MADE', '9.5%', '18.6%'])
    expect(table.rows[2]!.slice(0, 3).map(({ text }) => text)).toEqual(['Fees of 365 days, by operator', '21', '7.56 ETH'])
    expect(networkTable(basis({ earnedByDelegator: null, feesOfYear: nothing }), 'de').rows.map(([part, , , largest]) => [part!.value, largest!.text])).toContainEqual(['feesOfYear', 'nichts'])
    expect(networkTable(basis({ earnedByDelegator: null }), 'en').rows).toHaveLength(4)
    expect(networkSentence(network, 'en')).toMatch(/^Of 20 operators 7 have more than half of the stake; of 40 who bonded it, \d+\.$/)
  })

  it('has every operator in the table of operators, with nothing in place of a share of nothing', () => {
    const table = operatorsTable(basis({ feesOfYear: nothing }), 'de')
    expect(table.rows).toHaveLength(22)
    expect(table.rows[0]!.map(({ text }) => text)).toEqual(['operator 1', '40', '9,5\u00a0%', '10', '3', '0,625 ETH', 'nichts', '2,5', '9,5\u00a0%'])
  })

  it('says up to when it was read, and what is not shown', () => {
    expect(toNetworkNotes(network, { day: '2025-10-31', block: 13 }, 0, 'en')).toHaveLength(3)
    expect(toNetworkNotes({ ...network, feesIn: 'token' }, { day: '2025-10-31', block: 13 }, 2, 'de').slice(2)).toEqual(['Gebühren werden im Token gezahlt.', 'Gezeigt ist Bonded =1+1 mit dem größten Einsatz; 2 weitere Netzwerke fehlen.'])
  })
})
