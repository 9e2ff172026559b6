import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { BandEnd, HeadlineBand } from '@/lib/domain/headlineBand'
import type { LensId } from '@/lib/domain/lens'
import type { Metric } from '@/lib/domain/metric'
import type { Measurement } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from './format'
import { toMetricCell, toNumberFormat } from './metricCell'

const words = {
  en: {
    caption: 'How far the figures depend on what counts as a holder',
    metric: 'Measure',
    value: 'Here',
    low: 'Lowest',
    high: 'Highest',
    lowLens: 'under the lens',
    highLens: 'under the lens',
    mover: 'Label that moves it most',
    without: 'Without it',
    bound: (figure: string) => `${figure} (bound)`,
    open: 'no upper bound',
    nowhere: 'known under no lens',
    nobody: 'none',
    range: (low: string, high: string | null) => (high === null ? `at least ${low}` : `${low} to ${high}`),
    moved: (metric: string, name: string, without: string, figure: string) => `Without “${name}”, ${metric} would be ${without} instead of ${figure}.`,
  },
  de: {
    caption: 'Wie weit die Zahlen davon abhängen, wer als Halter zählt',
    metric: 'Maß',
    value: 'Hier',
    low: 'Niedrigster Wert',
    high: 'Höchster Wert',
    lowLens: 'in der Sicht',
    highLens: 'in der Sicht',
    mover: 'Label mit der größten Wirkung',
    without: 'Ohne dieses',
    bound: (figure: string) => `${figure} (Schranke)`,
    open: 'keine obere Schranke',
    nowhere: 'in keiner Sicht bekannt',
    nobody: 'keines',
    range: (low: string, high: string | null) => (high === null ? `mindestens ${low}` : `${low} bis ${high}`),
    moved: (metric: string, name: string, without: string, figure: string) => `Ohne „${name}“ läge ${metric} bei ${without} statt bei ${figure}.`,
  },
} as const

/** What a band is told with: its metric, and what lenses are called. */
export interface BandWords {
  metrics: readonly Pick<Metric, 'id' | 'name' | 'unit'>[]
  lensName: (id: LensId) => string
}

/**
 * Each headline metric under this lens, its lowest and highest value over all lenses, and the one label that moves it most.
 *
 * @param results the metrics under the lens that the table stands beside
 * @example bandTable(bands, results, words, 'en').rows[0]?.map(({ text }) => text)
 * // ['Nakamoto (half)', '8', '8', 'All addresses', '40', 'Circulating', 'Timelock', '28']
 */
export function bandTable(bands: readonly HeadlineBand[], results: Measurement['metrics'], { metrics, lensName }: BandWords, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'metric', label: word.metric, numeric: false },
      { id: 'value', label: word.value, numeric: true },
      { id: 'low', label: word.low, numeric: true },
      { id: 'lowLens', label: word.lowLens, numeric: false },
      { id: 'high', label: word.high, numeric: true },
      { id: 'highLens', label: word.highLens, numeric: false },
      { id: 'mover', label: word.mover, numeric: false },
      { id: 'without', label: word.without, numeric: true },
    ],
    rows: toNamed(bands, metrics).map(({ band: { low, high, mover }, metric }) => [
      { value: metric.id, text: metric.name[locale] },
      toMetricCell(results[metric.id], metric, locale),
      toEndCell(low, metric, locale),
      toLensCell(low, lensName),
      toEndCell(high, metric, locale),
      toLensCell(high, lensName),
      mover ? { value: mover.name, text: mover.name } : { value: null, text: mover === null ? word.nobody : '–' },
      mover ? { value: mover.without, text: formatNumber(mover.without, toNumberFormat(metric), locale) } : { value: null, text: '–' },
    ]),
  }
}

/**
 * What the bands say: each from where to where, and the label that the Nakamoto coefficient hangs on.
 *
 * @example bandSentence(bands, words, 'en') // '… Nakamoto (half): 8 to 40. Without “Timelock”, Nakamoto (half) would be 28 instead of 8.'
 */
export function bandSentence(bands: readonly HeadlineBand[], { metrics }: Pick<BandWords, 'metrics'>, locale: Locale): string {
  const word = words[locale]
  const named = toNamed(bands, metrics)
  const ranges = named.map(({ band, metric }) => {
    const [low, high] = [band.low, band.high].map((end) => toEndCell(end, metric, locale).text)
    return `${metric.name[locale]}: ${band.low === null ? word.nowhere : low === high ? low : word.range(low!, band.high?.value === null ? null : high!)}`
  })
  // Few who decide is what readers come for: its label is named in the sentence, the others' in the table.
  const moved = named.find(({ metric }) => metric.id === 'nakamoto50')
  const mover = moved?.band.mover
  const write = (value: number) => formatNumber(value, toNumberFormat(moved!.metric), locale)
  return `${ranges.join('; ')}.${mover ? ` ${word.moved(moved.metric.name[locale], mover.name, write(mover.without), write(mover.figure))}` : ''}`
}

const toNamed = (bands: readonly HeadlineBand[], metrics: BandWords['metrics']) =>
  bands.flatMap((band) => {
    const metric = metrics.find(({ id }) => id === band.metric)
    return metric ? [{ band, metric }] : []
  })

function toEndCell(end: BandEnd | null, metric: Pick<Metric, 'unit'>, locale: Locale): Cell {
  if (!end) return { value: null, text: '–' }
  if (end.value === null) return { value: null, text: words[locale].open }
  const figure = formatNumber(end.value, toNumberFormat(metric), locale)
  return { value: end.value, text: end.isBound ? words[locale].bound(figure) : figure }
}

const toLensCell = (end: BandEnd | null, lensName: BandWords['lensName']): Cell => (end ? { value: end.lens, text: lensName(end.lens) } : { value: null, text: '–' })
