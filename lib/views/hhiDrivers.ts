import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import { hhiPartNames, type HhiDrivers, type HhiMonth, type HhiParts } from '@/lib/domain/hhiDrivers'
import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from './day'
import { formatDate, formatNumber } from './format'

const words = {
  en: {
    title: (name: string) => `${name}: what moved concentration`,
    y: 'HHI since the first month end', turnover: 'who came and who left', change: 'HHI in all',
    tell: (from: string, was: string, to: string, is: string, parts: string) => `HHI went from ${was} on ${from} to ${is} on ${to}: ${parts}.`,
    lens: (lens: string, denominator: string) => `Lens: ${lens}. Shares are taken of each month end’s ${denominator}.`,
    parts: 'Each month’s change of HHI is split without a rest into what came and went with those who entered and left, what the ten largest of the month before and all others who stayed gained or lost, and what the whole grew or shrank by; the lines add these up from the first month end on.',
    one: (from: string, is: string) => `On ${from} HHI was ${is}; what moved it is known from the second month end on.`,
  },
  de: {
    title: (name: string) => `${name}: was die Konzentration bewegt hat`,
    y: 'HHI seit dem ersten Monatsende', turnover: 'wer dazukam und wer ausstieg', change: 'HHI insgesamt',
    tell: (from: string, was: string, to: string, is: string, parts: string) => `Der HHI ging von ${was} am ${from} auf ${is} am ${to}: ${parts}.`,
    lens: (lens: string, denominator: string) => `Sicht: ${lens}. Bezugsgröße der Anteile: ${denominator} des jeweiligen Monatsendes.`,
    parts: 'Die Änderung des HHI in jedem Monat ist ohne Rest aufgeteilt: was mit denen kam und ging, die ein- und ausstiegen, was die zehn Größten des Vormonats und alle anderen, die blieben, mehr oder weniger halten, und um wie viel das Ganze wuchs oder schrumpfte. Die Linien zählen das vom ersten Monatsende an zusammen.',
    one: (from: string, is: string) => `Am ${from} lag der HHI bei ${is}; was ihn bewegt, ist ab dem zweiten Monatsende bekannt.`,
  },
} as const

/** The lines: entries and exits are one, as a chart has room for four. */
const lines = ['largest', 'others', 'turnover', 'supply'] as const
type Line = (typeof lines)[number]

/** A month, and what moved HHI from the first month end to it. */
export interface DrivenMonth {
  of: HhiMonth
  /** HHI less that of the first month end */
  change: number
  /** Sums of the months' parts; they add up to `change` */
  since: Readonly<Record<Line, number>>
}

/**
 * The months with what moved HHI up to each, from the first at which somebody holds something. Where a month has no parts the count begins anew after it.
 *
 * @example toDrivenMonths({ months }).at(-1)?.since.largest // 0.031
 */
export function toDrivenMonths({ months }: HhiDrivers): DrivenMonth[] {
  const start = months.findLastIndex(({ parts }) => parts === null)
  const first = months[start]
  if (!first) return []
  let since: Record<Line, number> = { largest: 0, others: 0, turnover: 0, supply: 0 }
  return months.slice(start).map((of) => {
    if (of.parts) since = add(since, of.parts)
    return { of, change: of.hhi - first.hhi, since }
  })
}

const add = (since: Readonly<Record<Line, number>>, { entry, exit, largest, others, supply }: HhiParts): Record<Line, number> => ({
  largest: since.largest + largest, others: since.others + others, turnover: since.turnover + entry + exit, supply: since.supply + supply,
})

/**
 * What moved the HHI of a token, added up from month to month.
 *
 * @param months see `toDrivenMonths`
 * @returns null for none
 * @example hhiDrivers(months, { name: 'UNI', lens: toLens('raw') }, 'en')?.series.map(({ id }) => id) // ['largest', 'others', 'turnover', 'supply', 'change']
 */
export function hhiDrivers(months: readonly DrivenMonth[], { name, lens }: { name: string; lens: Pick<Lens, 'name' | 'denominator'> }, locale: Locale): ChartSpec | null {
  const word = words[locale]
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return null
  const nameOf = (line: Line) => (line === 'turnover' ? word.turnover : hhiPartNames[line][locale])
  const write = (value: number) => formatNumber(value, 'index', locale)
  const on = ({ of }: DrivenMonth) => formatDate(toTimestamp(of.day), locale)
  const line = (id: string, label: string, emphasis: Series['emphasis'], valueOf: (month: DrivenMonth) => number): Series => ({
    id, label, shape: 'line', emphasis, points: months.map((month) => ({ x: toTimestamp(month.of.day), y: valueOf(month) })),
  })
  const parts = lines.map((id) => `${nameOf(id)} ${write(last.since[id])}`).join(', ')
  return {
    id: 'hhiDrivers',
    title: word.title(name),
    sentence: first === last ? word.one(on(first), write(first.of.hhi)) : word.tell(on(first), write(first.of.hhi), on(last), write(last.of.hhi), parts),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'index' },
    series: [...lines.map((id) => line(id, nameOf(id), 'main', ({ since }) => since[id])), line('change', word.change, 'reference', ({ change }) => change)],
    notes: [word.lens(lens.name[locale], lens.denominator[locale]), word.parts],
    locale,
  }
}
