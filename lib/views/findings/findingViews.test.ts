import { describe, expect, it } from 'vitest'
import type { Finding, FindingFigure, ThesisFindings, Verdict } from '@/lib/domain/finding'
import { judgeOverall } from '@/lib/findings/judgeOverall'
import { figureText, reasonText } from './reasonText'
import { leadSentence, overallSentence, thesisChart, thesisTable } from './thesisChart'
import { verdictsSentence, verdictsTable } from './verdictsTable'

const text = (word: string) => ({ en: word, de: `${word} auf Deutsch` })
const figure = (value: number | null, more: Partial<FindingFigure> = {}): FindingFigure => ({ id: 'part', name: text('Part'), value, format: 'share', ...more })
const toFinding = (id: string, verdict: Verdict, figures: FindingFigure[], kind: Finding['subject']['kind'] = 'protocol'): Finding => ({
  subject: { kind, id, name: text(`The ${id}`), demo: id === 'one' }, verdict, reason: figures.length > 0 ? text('It is {part}.') : text('There are no votes.'), figures, basis: figures.length > 0 ? { day: '2026-04-01', block: 21_500_000 } : null,
})
const toFound = (findings: Finding[]): ThesisFindings => ({
  words: { id: 'whalesDecide', title: text('A claim'), statement: text('S.'), confirms: text('C.'), refutes: text('R.'), measure: text('M.'), rule: text('By a half.'), limits: [], lead: { figure: 'part', name: text('Part of it'), format: 'share' }, charts: [] },
  findings, overall: judgeOverall(findings),
})
const found = toFound([
  toFinding('one', 'mixed', [figure(0.25)]),
  toFinding('two', 'cannotBeTold', []),
  toFinding('three', 'holds', [figure(0.75, { low: 0.7, high: 0.8 })]),
  toFinding('four', 'doesNotHold', [figure(null)], 'category'),
])

describe('a reason', () => {
  it('has its figures written in, as the language writes them, and ends of intervals', () => {
    const judgement = { reason: { en: '{part} ({part.low} to {part.high}), not {other}', de: '{part}' }, figures: [figure(0.4621, { low: 0.4, high: 0.5 }), figure(null, { id: 'other' })] }
    expect(reasonText(judgement, 'en')).toBe('46.2% (40.0% to 50.0%), not unknown')
    expect(reasonText(judgement, 'de')).toBe('46,2\u00a0%')
  })

  it('that names what is not there is an error, not a gap', () => {
    expect(() => reasonText({ reason: text('{nothing}'), figures: [figure(1)] }, 'en')).toThrow(/"\{nothing\}" names no figure .* part/)
    expect(() => reasonText({ reason: text('{part.low}'), figures: [figure(1)] }, 'en')).toThrow(RangeError)
  })

  it('a figure has its interval beside it', () => {
    expect(figureText(figure(0.9, { low: 0.8, high: 1, format: 'ratio' }), 'de')).toBe('0,90 (0,80 bis 1,00)')
  })
})

describe('a thesis over its subjects', () => {
  it('is drawn by the lead figure, the largest first, what is missing as a gap, an interval where there is one', () => {
    const { x, series, sentence, notes } = thesisChart(found, 'en')
    expect(x.categories).toEqual(['The three (holds)', 'The one (mixed)', 'The four (does not hold)', 'The two (cannot be told)'])
    expect(series[0]!.points).toEqual([{ x: 0, y: 0.75, low: 0.7, high: 0.8 }, { x: 1, y: 0.25 }, { x: 2, y: null }, { x: 3, y: null }])
    expect(sentence).toBe('Overall: mixed. It holds for 1 of 3, does not for 1 and is mixed for 1; of 1 more it cannot be told. Highest for The three (75.0%), lowest for The one (25.0%).')
    expect(notes).toEqual(['By a half.', 'As of 1 Apr 2026.', 'Lines at the ends of bars: 95% interval.', 'Demo data, made up: The one.'])
    expect(overallSentence(found, 'de')).toBe('Insgesamt: gemischt. Bei 1 von 3 trifft es zu, bei 1 trifft es nicht zu, bei 1 ist es gemischt; bei 1 weiteren lässt es sich nicht sagen.')
  })

  it('says where the figure is highest and lowest, as far as it is known', () => {
    const of = (...values: (number | null)[]) => leadSentence(toFound([...values.map((value, place) => toFinding(String(place), 'mixed', [figure(value)])), toFinding('few', 'cannotBeTold', [figure(1)])]), 'en')
    expect([of(0.1, null, 0.9, 0.5), of(null, 0.5), of(0.5, 0.5), of(null), of()]).toEqual([
      'Highest for The 2 (90.0%), lowest for The 0 (10.0%).', 'Told of one alone: The 1 (50.0%).', 'The same for all of whom it can be told: 50.0%.', 'It can be told of none yet.', 'It can be told of none yet.',
    ])
  })

  it('says the same in its table, with verdicts in words and reasons', () => {
    const { rows, columns } = thesisTable(found, 'de')
    expect(columns.map(({ id }) => id)).toEqual(['subject', 'verdict', 'reason', 'part', 'day'])
    expect(rows.map((row) => row.slice(0, 4).map((cell) => cell.text))).toEqual([
      ['The three auf Deutsch', 'trifft zu', 'It is 75,0\u00a0%. auf Deutsch', '75,0\u00a0% (70,0\u00a0% bis 80,0\u00a0%)'],
      ['The one auf Deutsch', 'gemischt', 'It is 25,0\u00a0%. auf Deutsch', '25,0\u00a0%'],
      ['The four auf Deutsch', 'trifft nicht zu', 'It is unbekannt. auf Deutsch', 'unbekannt'],
      ['The two auf Deutsch', 'lässt sich nicht sagen', 'There are no votes. auf Deutsch', '–'],
    ])
    expect(rows.map((row) => row[0]!.href)).toEqual(['/de/protocols/three/findings#whalesDecide', '/de/protocols/one/findings#whalesDecide', undefined, '/de/protocols/two/findings#whalesDecide'])
    expect(rows[3]!.map(({ value }) => value)).toEqual(['two', 'cannotBeTold', 'There are no votes. auf Deutsch', null, null])
  })
})

describe('all verdicts', () => {
  const other = { ...toFound([toFinding('two', 'holds', [figure(1)])]), words: { ...found.words, id: 'largeEverywhere' as const, title: text('Another') } }

  it('stand theses by subjects, protocols first; who is no subject of a thesis has a dash', () => {
    const table = verdictsTable([other, found], 'en')
    expect(table.columns.map(({ label }) => label)).toEqual(['Claim', 'Overall', 'The two', 'The one', 'The three', 'The four'])
    expect(table.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Another', 'holds', 'holds', '–', '–', '–'],
      ['A claim', 'mixed', 'cannot be told', 'mixed', 'holds', 'does not hold'],
    ])
    expect(table.rows[1]!.map(({ href }) => href)).toEqual(['/paradox#whalesDecide', undefined, '/protocols/two/findings#whalesDecide', '/protocols/one/findings#whalesDecide', '/protocols/three/findings#whalesDecide', undefined])
  })

  it('are counted in a sentence, one as one', () => {
    expect(verdictsSentence([other, found], 'en')).toBe('2 claims about who has the power, each held against figures: 1 holds, 1 mixed.')
    expect(verdictsSentence([other, other, found], 'de')).toBe('3 Behauptungen darüber, wer die Macht hat, jede an Zahlen gemessen: 2 treffen zu, 1 gemischt.')
  })
})
