import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Cohort, CohortMonth, CohortStudy } from '@/lib/domain/cohorts'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { toDated, toMonthPoints, toPart } from './months'

/** Layers from the foot up: from which quarter of the token's life on they go; more could not be told apart. */
const layers = [{ id: 'firstQuarter', from: 0 }, { id: 'firstYear', from: 1 }, { id: 'secondYear', from: 4 }, { id: 'thirdYear', from: 8 }, { id: 'later', from: 12 }] as const
type LayerId = (typeof layers)[number]['id']

/** Cohorts that are drawn as one layer: from one quarter of the token's life up to before another, the first being 0. */
export interface CohortLayer {
  id: LayerId
  from: number
  to: number
  receivers: number
}

/**
 * The layers that some cohorts make.
 *
 * @example toCohortLayers(sixCohorts).map(({ id }) => id) // ['firstQuarter', 'firstYear', 'secondYear']
 */
export function toCohortLayers(cohorts: readonly Pick<Cohort, 'receivers'>[]): CohortLayer[] {
  return layers.filter(({ from }) => from < cohorts.length).map(({ id, from }, place) => {
    const to = Math.min(layers[place + 1]?.from ?? cohorts.length, cohorts.length)
    return { id, from, to, receivers: cohorts.slice(from, to).reduce((sum, { receivers }) => sum + receivers, 0) }
  })
}

/**
 * What a layer held at the end of a month, smallest units.
 *
 * @example toLayerAmount({ cohorts: [5n, 1n, 2n] }, { from: 1, to: 3 }) // 3n
 */
export const toLayerAmount = ({ cohorts }: Pick<CohortMonth, 'cohorts'>, { from, to }: Pick<CohortLayer, 'from' | 'to'>): bigint => cohorts.slice(from, to).reduce((sum, amount) => sum + amount, 0n)

const words = {
  en: {
    title: (symbol: string) => `Who holds ${symbol}, by when they came`, y: 'Share of what receivers hold',
    firstQuarter: 'came in the first quarter', firstYear: 'rest of the first year', secondYear: 'second year', thirdYear: 'third year', later: 'later',
    sentence: (receivers: string, date: string, share: string) => `Those who came in the first quarter, ${receivers} of all receivers, hold ${share} on ${date}.`,
    note: 'Quarters are three months each, from the day of the first receipt. The table of cohorts has each of them.',
  },
  de: {
    title: (symbol: string) => `Wer ${symbol} hält, nach Zeit der Ankunft`, y: 'Anteil am Bestand der Empfänger',
    firstQuarter: 'im ersten Quartal gekommen', firstYear: 'im übrigen ersten Jahr', secondYear: 'im zweiten Jahr', thirdYear: 'im dritten Jahr', later: 'später',
    sentence: (receivers: string, date: string, share: string) => `Wer im ersten Quartal kam, ${receivers} aller Empfänger, hält am ${date} ${share}.`,
    note: 'Ein Quartal sind drei Monate ab dem Tag des ersten Empfangs. Die Tabelle der Kohorten führt jedes einzeln auf.',
  },
} as const satisfies Record<Locale, Record<LayerId, string> & Record<string, unknown>>

/**
 * What receivers hold month by month, by when they first received any, as layers that add up to everything.
 *
 * @returns null where nobody ever held anything
 * @example cohortShares(study, 'DSWP', notes, 'en')?.series.map(({ id }) => id) // ['firstQuarter', 'firstYear', 'secondYear']
 */
export function cohortShares({ cohorts, months, receivers }: Pick<CohortStudy, 'cohorts' | 'months' | 'receivers'>, symbol: string, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const last = months.findLast((month) => toDated(month) > 0n)
  const [earliest] = cohorts
  if (!last || !earliest) return null
  const shown = toCohortLayers(cohorts)
  const shareOf = (month: CohortMonth, layer: CohortLayer) => toPart(toLayerAmount(month, layer), toDated(month))
  return {
    id: 'cohortShares',
    title: word.title(symbol),
    sentence: word.sentence(formatNumber(earliest.receivers / receivers, 'share', locale), formatDate(toTimestamp(last.day), locale), formatNumber(shareOf(last, shown[0]!)!, 'share', locale)),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share', domain: [0, 1] },
    stacked: true,
    series: shown.map((layer) => ({ id: layer.id, label: word[layer.id], shape: 'area', emphasis: 'main', points: toMonthPoints(months, (month) => shareOf(month, layer)) })),
    notes: [word.note, ...notes],
    locale,
  }
}
