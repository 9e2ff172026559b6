import type { Cell, ChartSpec, Series, Table } from '@/lib/domain/chartSpec'
import type { Finding, ThesisFindings } from '@/lib/domain/finding'
import type { Locale, Text } from '@/lib/domain/text'
import { figureText } from './reasonText'
import { thesisNotes } from './thesisChart'

/** Some figures of a thesis side by side: which, under which words, and what the chart says. */
export interface FigureChart {
  id: string
  title: Text
  /** What it shows; it stands before the figures of the first subject */
  says: Text
  axis: Text
  format: ChartSpec['y']['format']
  /** Ids of figures; the first is what the chart is about */
  figures: readonly { id: string; emphasis: Series['emphasis']; label: Text }[]
}

const words = { en: { subject: 'Of', none: '–' }, de: { subject: 'Von', none: '–' } } as const

const valueOf = ({ figures }: Finding, id: string): number | null => figures.find((figure) => figure.id === id)?.value ?? null

/**
 * Those subjects of which at least one of the figures is known, the largest first figure first.
 *
 * @example toCompared(found, chart).map(({ subject }) => subject.id) // ['demo-swap', 'demo-lend']
 */
export function toCompared({ findings }: Pick<ThesisFindings, 'findings'>, { figures }: Pick<FigureChart, 'figures'>): Finding[] {
  const [{ id }] = figures as [FigureChart['figures'][number]]
  const value = (finding: Finding) => valueOf(finding, id) ?? -Infinity
  return findings.filter((finding) => figures.some((figure) => valueOf(finding, figure.id) !== null)).sort((a, b) => (value(a) === value(b) ? 0 : value(b) - value(a)))
}

/**
 * Figures of a thesis side by side, subject by subject.
 *
 * @returns null where none of them is known
 * @example figureChart(found, profitsBySize, 'en')?.series.map(({ id }) => id) // ['topTenthEarned', 'smallerHalfEarned', 'topTenthProvided']
 */
export function figureChart(found: ThesisFindings, chart: FigureChart, locale: Locale): ChartSpec | null {
  const compared = toCompared(found, chart)
  const [first] = compared
  if (!first) return null
  const told = chart.figures.map(({ id, label }) => `${label[locale]}: ${figureText({ value: valueOf(first, id), format: chart.format }, locale)}`).join('; ')
  return {
    id: chart.id,
    title: chart.title[locale],
    sentence: `${chart.says[locale]} ${first.subject.name[locale]}: ${told}.`,
    x: { label: words[locale].subject, scale: 'category', format: 'count', categories: compared.map(({ subject }) => subject.name[locale]) },
    y: { label: chart.axis[locale], scale: 'linear', format: chart.format },
    horizontal: true,
    series: chart.figures.map(({ id, emphasis, label }): Series => ({ id, label: label[locale], shape: 'bar', emphasis, points: compared.map((finding, x) => ({ x, y: valueOf(finding, id) })) })),
    notes: thesisNotes({ ...found, findings: compared }, locale).slice(1),
    locale,
  }
}

/**
 * The same to read.
 *
 * @example figureChartTable(found, profitsBySize, 'en').rows[0]?.map(({ text }) => text) // ['Demo Swap', '62.0%', '4.1%', '58.3%']
 */
export function figureChartTable(found: ThesisFindings, chart: FigureChart, locale: Locale): Table {
  return {
    caption: chart.title[locale],
    columns: [{ id: 'subject', label: words[locale].subject, numeric: false }, ...chart.figures.map(({ id, label }) => ({ id, label: label[locale], numeric: true }))],
    rows: toCompared(found, chart).map((finding) => [
      { value: finding.subject.id, text: finding.subject.name[locale] },
      ...chart.figures.map(({ id }): Cell => ({ value: valueOf(finding, id), text: figureText({ value: valueOf(finding, id), format: chart.format }, locale) })),
    ]),
  }
}
