import { describe, expect, it } from 'vitest'
import type { Finding, ThesisFindings } from '@/lib/domain/finding'
import { whatRulesReach } from '@/lib/findings/whatRulesReach'
import { figuresBySubject, figuresTable } from './figuresBySubject'

const figures = (underCustody: number | null, withKeys: number | null): Finding['figures'] => [
  { id: 'underCustody', name: { en: 'With custodians', de: 'Bei Verwahrern' }, value: underCustody, format: 'share' },
  { id: 'withKeys', name: { en: 'With keys', de: 'Mit Schlüsseln' }, value: withKeys, format: 'share' },
  { id: 'contracts', name: { en: 'Contracts', de: 'Contracts' }, value: 4, format: 'count' },
]
const finding = (id: string, own: Finding['figures'], kind: Finding['subject']['kind'] = 'protocol'): Finding => ({
  subject: { kind, id, name: { en: id.toUpperCase(), de: id.toUpperCase() }, demo: id === 'one' }, basis: { day: '2026-01-31', block: 5 }, verdict: 'mixed', reason: { en: 'x', de: 'x' }, figures: own,
})
const { judge: _, ...words } = whatRulesReach
const toFound = (...findings: Finding[]): ThesisFindings => ({ words, findings, overall: { verdict: 'mixed', reason: { en: 'x', de: 'x' }, figures: [] } })
const chart = { id: 'withinReach', title: { en: 'Reach', de: 'Reichweite' }, drawn: ['underCustody', 'withKeys'], told: ['contracts', 'nobodyHasIt'] } as const

describe('figures beside each other', () => {
  const found = toFound(finding('one', figures(0.1, 0.5)), finding('two', figures(0.4, null)), finding('three', figures(null, 0)), finding('four', []))

  it('draws and tells the same, the largest first; what nobody measured is a gap, and who has neither is left out', () => {
    const spec = figuresBySubject(found, chart, 'en')!
    expect(spec.x.categories).toEqual(['TWO', 'ONE', 'THREE'])
    expect(spec.series.map(({ points }) => points.map(({ y }) => y))).toEqual([[0.4, 0.1, null], [null, 0.5, 0]])
    const table = figuresTable(found, chart, 'en')
    expect(table.rows.map((row) => row.map(({ value }) => value))).toEqual([['two', 0.4, null, 4], ['one', 0.1, 0.5, 4], ['three', null, 0, 4]])
    expect(table.rows[2]!.map(({ text }) => text)).toEqual(['THREE', '–', '0.0%', '4'])
    expect(table.rows[0]![0]!.href).toBe('/protocols/two/findings#whatRulesReach')
  })

  it('says who has most and who least, in both languages', () => {
    expect(figuresBySubject(found, chart, 'en')!.sentence).toBe('With custodians: most TWO (40.0%), least ONE (10.0%).')
    expect(figuresBySubject(found, chart, 'de')!.sentence).toBe('Bei Verwahrern: am meisten TWO (40,0\u00a0%), am wenigsten ONE (10,0\u00a0%).')
    expect(figuresBySubject(toFound(finding('one', figures(0.1, null))), chart, 'en')!.sentence).toBe('With custodians: 10.0% (ONE).')
    expect(figuresBySubject(toFound(finding('one', figures(null, 0.1))), chart, 'en')!.sentence).toBe('It was measured of none yet.')
  })

  it('says the rule, up to when, and what is made up', () => {
    expect(figuresBySubject(found, chart, 'en')!.notes).toEqual([whatRulesReach.rule.en, 'As of 31 Jan 2026.', 'Demo data, made up: ONE.'])
  })

  it('nothing to draw is no chart', () => {
    expect(figuresBySubject(toFound(finding('four', [])), chart, 'en')).toBeNull()
    expect(figuresBySubject(toFound(), chart, 'en')).toBeNull()
  })
})
