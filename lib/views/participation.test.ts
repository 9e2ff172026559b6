import { describe, expect, it } from 'vitest'
import { publishedParticipation as study } from '@/tests/publishedParticipation'
import { participationBySize, participationSentence, participationTable, tenthsTable, toParticipationGroups } from './participation'
import { medianNote, toCostRows, votingCosts, votingCostsSentence } from './votingCosts'

const token = { symbol: 'MADE', decimals: 18 }
const few = { ...study, tenths: [], all: { holders: 40, delegated: 10, voted: 2, either: 10 } }
const textsOf = (row: readonly { text: string }[] | undefined) => row?.map(({ text }) => text)

describe('who takes part', () => {
  // 0 + 1 + 2 + 3 + 4 of 80, and 9 of 16
  it('in a sentence, by size where there are enough', () => {
    expect(participationSentence(study, 'en')).toBe('12.5% of the smaller half of the holders ever took part in deciding, and 56.3% of the largest tenth.')
    expect(participationSentence(study, 'de')).toBe('Aus der kleineren Hälfte der Halter haben 12,5\u00a0% je mitentschieden, aus dem größten Zehntel 56,3\u00a0%.')
    expect(participationSentence(few, 'en')).toBe('25.0% of 40 holders ever took part in deciding.')
  })

  it('is drawn and told in the same numbers', () => {
    const chart = participationBySize(study, 'MADE', ['a note'], 'en')!
    const table = tenthsTable(study.tenths, token, 'en')
    expect(chart.series[0]?.points.map(({ y }) => y)).toEqual(table.rows.map((row) => row.at(-2)!.value))
    expect(chart.series[1]?.points[9]).toEqual({ x: 9, y: 4 / 16 })
    expect(textsOf(table.rows[9])).toEqual(['10 (largest)', '512', '1,023.999999999999999999', '16', '9', '4', '9', '56.3%', '1.13'])
    expect(participationBySize(few, 'MADE', [], 'en')).toBeNull()
  })

  it('by groups, without those of which there is nobody', () => {
    expect(participationTable(toParticipationGroups(study), 'en').rows.map((row) => textsOf(row)!.at(-1))).toEqual(['28.1%', '12.5%', '56.3%', '34.4%', '3.1%'])
    expect(toParticipationGroups(few).map(({ group }) => group)).toEqual(['all', 'inHand', 'throughContracts'])
  })
})

describe('what it costs', () => {
  // 0.001 and 0.002 of 0.5 ether: 0.2 % and 0.4 %, together 0.6 %
  it('act by act, and together in a sentence', () => {
    expect(votingCosts(toCostRows(study), 'en').rows.map(textsOf)).toEqual([['give votes to somebody, oneself among them', '7', '0.001', '0.2%'], ['vote on a proposal', '4', '0.002', '0.4%']])
    expect(votingCostsSentence(study, 'en')).toBe('To take part once costs 0.6% of what the holder in the middle has.')
    expect(votingCostsSentence({ ...study, mustDelegate: false }, 'de')).toBe('Sich einmal zu beteiligen kostet 0,4\u00a0% dessen, was der Halter in der Mitte hat.')
    expect(medianNote(study, token, 'en')).toBe('The median holding is 32 MADE, worth 0.5 ether.')
  })

  it('is not told where a price or a fee is missing', () => {
    const unknown = { ...study, medianWei: null, costs: { delegation: null, vote: study.costs.vote } }
    expect(votingCosts(toCostRows(unknown), 'en').rows[0]?.map(({ value }) => value)).toEqual(['delegation', null, null, null])
    expect(toCostRows(unknown)[1]?.ofMedian).toBeNull()
    for (const given of [unknown, { ...study, costs: unknown.costs }]) expect(votingCostsSentence(given, 'en')).toMatch(/a price or a fee is missing/)
    expect(medianNote({ median: 5n * 10n ** 18n, medianWei: null }, token, 'de')).toBe('Der mittlere Bestand (Median) beträgt 5 MADE.')
    expect(medianNote({ median: null, medianWei: null }, token, 'en')).toBeNull()
  })
})
