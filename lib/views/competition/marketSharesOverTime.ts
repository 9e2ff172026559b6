import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import { rivalMeasures, type RivalGroup, type Rivalry } from '@/lib/domain/competition'
import type { Locale, Text } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { competitionNotes } from './competitionNotes'
import { toLastDay, toMonthPoints, toOrder } from './months'

/** So many protocols have a layer of their own; more could not be told apart without colour. */
const mostLayers = 5

const words = {
  en: {
    y: 'Share of what all have together', rest: 'all others', part: (name: string, share: string, before: string) => `${name} ${share} (first ${before})`,
    sentence: (measure: string, day: string, first: string, parts: string) => `Shares of ${measure} over the twelve months to ${day}, and to ${first} at first: ${parts}.`,
  },
  de: {
    y: 'Anteil an dem, was alle zusammen haben', rest: 'alle anderen', part: (name: string, share: string, before: string) => `${name} ${share} (zuerst ${before})`,
    sentence: (measure: string, day: string, first: string, parts: string) => `Anteile über die zwölf Monate bis zum ${day} (${measure}) und zuerst bis zum ${first}: ${parts}.`,
  },
} as const

/** What a chart of shares is called, by its measure. */
export const marketSharesTitles = {
  liquidity: { en: 'How protocols share their liquidity', de: 'Wie sich die Liquidität auf Protokolle verteilt' },
  fees: { en: 'How protocols share their fees', de: 'Wie sich die Gebühren auf Protokolle verteilen' },
  holders: { en: 'How protocols share their holders', de: 'Wie sich die Halter auf Protokolle verteilen' },
  votes: { en: 'How protocols share the votes that are cast', de: 'Wie sich die Stimmabgaben auf Protokolle verteilen' },
} as const satisfies Record<keyof typeof rivalMeasures, Text>

/**
 * How protocols share one measure over each twelve months, as layers that add up to everything: the one that leads at the end at the foot.
 *
 * @example marketSharesOverTime(rivalry, group, 'en').series.map(({ id }) => id) // ['uniswap', 'curve']
 */
export function marketSharesOverTime(rivalry: Rivalry, group: RivalGroup, locale: Locale): ChartSpec {
  const word = words[locale]
  const { measure, protocols, path } = rivalry
  const order = toOrder(rivalry)
  // One alone is named rather than called the rest.
  const own = order.length <= mostLayers + 1 ? order : order.slice(0, mostLayers)
  const rest = order.slice(own.length)
  const layer = (id: string, label: string, places: readonly number[]): Series => ({
    id, label, shape: 'area', emphasis: 'main', points: toMonthPoints(path, ({ shares }) => places.reduce((sum, place) => sum + shares[place]!, 0)),
  })
  const [first, last] = [path[0]!, path.at(-1)!]
  const on = (month: string) => formatDate(toTimestamp(toLastDay(month)), locale)
  const share = (value: number) => formatNumber(value, 'share', locale)
  const parts = own.map((place) => word.part(protocols[place]!.name, share(last.shares[place]!), share(first.shares[place]!)))
  return {
    id: `marketSharesOverTime-${measure}`,
    title: marketSharesTitles[measure][locale],
    sentence: word.sentence(rivalMeasures[measure][locale], on(last.month), on(first.month), parts.join('; ')),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share', domain: [0, 1] },
    stacked: true,
    series: [...own.map((place) => layer(protocols[place]!.slug, protocols[place]!.name, [place])), ...(rest.length > 0 ? [layer('rest', word.rest, rest)] : [])],
    notes: competitionNotes([group], [measure], locale),
    locale,
  }
}
