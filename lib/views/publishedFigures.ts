import type { Cell, Series, Table } from '@/lib/domain/chartSpec'
import type { Metric } from '@/lib/domain/metric'
import { toPublishedPeriod, type PublishedFigure } from '@/lib/domain/publishedFigure'
import type { Locale } from '@/lib/domain/text'
import type { MeasuredDay } from '@/lib/metrics/monthlyTrends'
import { toMetric } from '@/lib/metrics/registry'
import { toSourceCell } from './accountCells'
import { toTimestamp } from './day'
import { formatDate, formatNumber, toDateText } from './format'
import { toNumberFormat, toValue } from './metricCell'

const words = {
  en: {
    work: 'Published by', title: 'Title', measure: 'Measure', of: 'Of', value: 'Published', date: 'When', ours: 'Here', oursOn: 'Here on', treatment: 'Treatment', source: 'Source',
    held: 'what is held', votes: 'votes', about: (value: string) => `about ${value}`,
    dateOf: { data: '', publication: ' (published)' },
    note: (work: string, value: string, date: string, treatment: string, source: string) => `${work}: ${value}, ${date}; ${source}. ${treatment}`,
    none: 'not compared',
    tell: (count: number, works: number) => `${count} published ${count === 1 ? 'figure' : 'figures'} of ${works} ${works === 1 ? 'work' : 'works'}, with what is measured here for the same time where it is kept.`,
  },
  de: {
    work: 'Veröffentlicht von', title: 'Titel', measure: 'Maß', of: 'Wovon', value: 'Veröffentlicht', date: 'Wann', ours: 'Hier', oursOn: 'Hier am', treatment: 'Behandlung', source: 'Quelle',
    held: 'Besitz', votes: 'Stimmen', about: (value: string) => `etwa ${value}`,
    dateOf: { data: '', publication: ' (veröffentlicht)' },
    note: (work: string, value: string, date: string, treatment: string, source: string) => `${work}: ${value}, ${date}; ${source}. ${treatment}`,
    none: 'nicht verglichen',
    tell: (count: number, works: number) => `${count} veröffentlichte ${count === 1 ? 'Zahl' : 'Zahlen'} aus ${works} ${works === 1 ? 'Arbeit' : 'Arbeiten'}, daneben, was hier für dieselbe Zeit gemessen ist, soweit es vorliegt.`,
  },
} as const

/** Who said it when: 'Savelyev 2022'. */
export const toWork = ({ author, year }: Pick<PublishedFigure, 'author' | 'year'>): string => `${author} ${year}`

/** When, as exactly as it is told: '18 Sept 2022 (published)', 'February 2021', '2026'. */
export function toPublishedDate({ date, dateOf }: Pick<PublishedFigure, 'date' | 'dateOf'>, locale: Locale): string {
  const [first] = toPublishedPeriod(date)
  const text = date.length === 4 ? date : date.length === 7 ? toDateText(toTimestamp(first), locale, { month: 'long', year: 'numeric' }) : formatDate(toTimestamp(first), locale)
  return text + words[locale].dateOf[dateOf]
}

/** The figure as people write it: 'about 60.0%'. */
export function toPublishedValue({ metric, value, about }: PublishedFigure, locale: Locale): string {
  const text = formatNumber(value, toNumberFormat(toMetric(metric)), locale)
  return about ? words[locale].about(text) : text
}

/**
 * Published figures as dots of a chart over time, one series each, with a note that says whose it is and how it was counted. Where only a month or a
 * year is told, the dot stands in the middle of what the chart shows of it; one that lies wholly outside of it is left out.
 *
 * @param days that the chart shows, oldest first
 * @example toPublishedDots(uniswap.published, gini, days, 'en').series.map(({ label }) => label) // ['Dune 2026']
 */
export function toPublishedDots(published: readonly PublishedFigure[], { id }: Pick<Metric, 'id'>, days: readonly Pick<MeasuredDay, 'day'>[], locale: Locale): { series: Series[]; notes: string[] } {
  const [start, end] = [days[0]?.day, days.at(-1)?.day]
  const shown = published.flatMap((figure) => {
    const [first, last] = toPublishedPeriod(figure.date)
    if (figure.metric !== id || figure.of !== 'held' || start === undefined || end === undefined || last < start || first > end) return []
    const [from, to] = [toTimestamp(first < start ? start : first), toTimestamp(last > end ? end : last)]
    return [{ figure, x: (from + to) / 2 }]
  })
  return {
    series: shown.map(({ figure, x }, place) => ({ id: `published${place + 1}`, label: toWork(figure), shape: 'dot', emphasis: 'reference', points: [{ x, y: figure.value }] })),
    notes: shown.map(({ figure }) => words[locale].note(toWork(figure), toPublishedValue(figure, locale), toPublishedDate(figure, locale), figure.treatment[locale], figure.source)),
  }
}

/** A published figure with what is measured here for the same time; null where no day of it is kept, or votes were counted. */
export interface ComparedFigure {
  figure: PublishedFigure
  ours: { day: string; value: number } | null
}

/**
 * Holds published figures against our days: of the time that a figure may be of, the day nearest to its middle.
 *
 * @param history one entry a day, oldest first
 * @example toComparedFigures(uniswap.published, history)[0]?.ours // { day: '2021-02-14', value: 0.231 }
 */
export const toComparedFigures = (published: readonly PublishedFigure[], history: readonly MeasuredDay[]): ComparedFigure[] => published.map((figure) => {
  const [first, last] = toPublishedPeriod(figure.date)
  const middle = (toTimestamp(first) + toTimestamp(last)) / 2
  const days = figure.of === 'held' ? history.flatMap(({ day, metrics }) => {
    const value = toValue(metrics[figure.metric])
    return value !== null && day >= first && day <= last ? [{ day, value, distance: Math.abs(toTimestamp(day) - middle) }] : []
  }) : []
  const nearest = days.reduce<(typeof days)[number] | null>((best, day) => (best === null || day.distance < best.distance ? day : best), null)
  return { figure, ours: nearest && { day: nearest.day, value: nearest.value } }
})

/** How many figures there are, and of how many works. */
export const publishedSentence = (rows: readonly ComparedFigure[], locale: Locale): string => words[locale].tell(rows.length, new Set(rows.map(({ figure }) => figure.title)).size)

/**
 * What others published of a protocol's concentration, beside ours.
 *
 * @example publishedTable(toComparedFigures(uniswap.published, history), 'en').rows[0]?.[0]?.text // 'Jensen, von Wachter & Ross 2021'
 */
export function publishedTable(rows: readonly ComparedFigure[], locale: Locale): Table {
  const word = words[locale]
  const columns = ['work', 'measure', 'of', 'value', 'date', 'ours', 'oursOn', 'treatment', 'source'] as const
  const plain = (text: string): Cell => ({ value: text, text })
  return {
    caption: '',
    columns: columns.map((id) => ({ id, label: word[id], numeric: id === 'value' || id === 'ours' })),
    rows: rows.map(({ figure, ours }) => [
      plain(toWork(figure)),
      plain(toMetric(figure.metric).name[locale]),
      plain(word[figure.of]),
      { value: figure.value, text: toPublishedValue(figure, locale) },
      { value: figure.date, text: toPublishedDate(figure, locale) },
      ours ? { value: ours.value, text: formatNumber(ours.value, toNumberFormat(toMetric(figure.metric)), locale) } : { value: null, text: word.none },
      ours ? { value: ours.day, text: formatDate(toTimestamp(ours.day), locale) } : { value: null, text: '–' },
      plain(figure.treatment[locale]),
      toSourceCell(figure.source),
    ]),
  }
}
