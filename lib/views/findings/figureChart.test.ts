import { expect, it } from 'vitest'
import type { Finding, ThesisFindings } from '@/lib/domain/finding'
import { judgeOverall } from '@/lib/findings/judgeOverall'
import { figureChart, figureChartTable, type FigureChart } from './figureChart'

const text = (word: string) => ({ en: word, de: word })
const chart: FigureChart = {
  id: 'sideBySide', title: text('Side by side'), says: text('What is what.'), axis: text('Share'), format: 'share',
  figures: [{ id: 'large', emphasis: 'main', label: text('Large') }, { id: 'small', emphasis: 'second', label: text('Small') }],
}
const toFinding = (id: string, large: number | null, small: number | null): Finding => ({
  subject: { kind: 'protocol', id, name: text(`The ${id}`), demo: false }, verdict: 'mixed', reason: text('So.'), basis: { day: '2026-04-01', block: 7 },
  figures: [{ id: 'large', name: text('Large'), value: large, format: 'share' }, { id: 'small', name: text('Small'), value: small, format: 'share' }],
})
const toFound = (findings: Finding[]): ThesisFindings => ({
  words: { id: 'profitsGather', title: text('T'), statement: text('S.'), confirms: text('C.'), refutes: text('R.'), measure: text('M.'), rule: text('By a rule.'), limits: [], lead: { figure: 'large', name: text('L'), format: 'share' }, charts: [] },
  findings, overall: judgeOverall(findings),
})

it('draws those of which something is known, the largest first, and gaps as gaps', () => {
  const found = toFound([toFinding('one', null, 0.25), toFinding('none', null, null), toFinding('two', 0.5, 0)])
  const spec = figureChart(found, chart, 'en')!
  expect(spec.x.categories).toEqual(['The two', 'The one'])
  expect(spec.series.map(({ id, points }) => [id, points])).toEqual([['large', [{ x: 0, y: 0.5 }, { x: 1, y: null }]], ['small', [{ x: 0, y: 0 }, { x: 1, y: 0.25 }]]])
  expect(spec.sentence).toBe('What is what. The two: Large: 50.0%; Small: 0.0%.')
  expect(spec.notes).toEqual(['As of 1 Apr 2026.'])
  expect(figureChartTable(found, chart, 'en').rows.map((row) => row.map(({ value, text: read }) => [value, read]))).toEqual([
    [['two', 'The two'], [0.5, '50.0%'], [0, '0.0%']],
    [['one', 'The one'], [null, 'unknown'], [0.25, '25.0%']],
  ])
})

it('is no chart where none of it is known', () => {
  expect(figureChart(toFound([toFinding('one', null, null)]), chart, 'en')).toBeNull()
})
