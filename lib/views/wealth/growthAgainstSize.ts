import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Growth, GrowthBin, GrowthExponent } from '@/lib/domain/growth'
import type { Locale } from '@/lib/domain/text'
import { toChartTable } from '../chartTable'
import { formatNumber } from '../format'

const words = {
  en: {
    title: (symbol: string) => `How holdings of ${symbol} grow, by their size`,
    x: (symbol: string) => `${symbol} held at the start of a month, mean of those of about that size`, y: (symbol: string) => `${symbol} gained or lost in the month by one of them on average`,
    gained: 'gained', lost: 'lost', fitted: 'fitted: size^α',
    sentence: (alpha: string, low: string, high: string, months: string) => `Over ${months} months gains go with size to the power ${alpha} (${low} to ${high}): `,
    above: 'the large gain more than in proportion to what they have.', below: 'the large gain less than in proportion to what they have.', in: 'that they are in proportion is not ruled out.',
    losses: (alpha: string, low: string, high: string) => ` Losses go with size to the power ${alpha} (${low} to ${high}).`,
    none: (months: string) => `Over ${months} months no exponent of gains against size can be told.`,
    what: 'Each holder counts once a month, by what it had at its start: what those gained who had more at its end, and what those lost who had less or nothing, each divided by all of that size. Where nothing was gained, or lost, there is no dot. α: maximum likelihood with a level for each month (after Kondor et al. 2014), 95% interval: jackknife over months.',
  },
  de: {
    title: (symbol: string) => `Wie Bestände in ${symbol} wachsen, nach ihrer Größe`,
    x: (symbol: string) => `${symbol} zu Beginn eines Monats, Mittel derer von etwa dieser Größe`, y: (symbol: string) => `${symbol}, die einer von ihnen im Monat im Mittel gewann oder verlor`,
    gained: 'gewonnen', lost: 'verloren', fitted: 'angepasst: Größe^α',
    sentence: (alpha: string, low: string, high: string, months: string) => `Über ${months} Monate gehen Zuwächse mit der Größe hoch ${alpha} (${low} bis ${high}): `,
    above: 'Die Großen gewinnen mehr, als ihrem Bestand entspricht.', below: 'Die Großen gewinnen weniger, als ihrem Bestand entspricht.', in: 'Dass sie dem Bestand entsprechen, ist nicht ausgeschlossen.',
    losses: (alpha: string, low: string, high: string) => ` Verluste gehen mit der Größe hoch ${alpha} (${low} bis ${high}).`,
    none: (months: string) => `Über ${months} Monate lässt sich kein Exponent der Zuwächse gegen die Größe angeben.`,
    what: 'Jeder Halter zählt einmal im Monat, nach seinem Bestand zu Beginn: was diejenigen gewannen, die am Ende mehr hatten, und was diejenigen verloren, die weniger oder nichts hatten, jeweils geteilt durch alle dieser Größe. Wo nichts gewonnen oder verloren wurde, steht kein Punkt. α: größte Wahrscheinlichkeit mit einem Niveau je Monat (nach Kondor et al. 2014), 95-%-Intervall: Jackknife über die Monate.',
  },
} as const

/** Sizes that are drawn: mean holding, and what one of them gained and lost on average; 0 where nothing was. */
export const toMeans = ({ accounts, held, gained, lost }: GrowthBin) => ({ size: held / accounts, gained: gained / accounts, lost: lost / accounts })

/** The fitted line's mean gain at a size: at a level at which it gives everything that was gained. */
export function toFitted({ sizes, gains }: Pick<Growth, 'sizes' | 'gains'>): ((size: number) => number) | null {
  if (!gains) return null
  const [gained, weight] = sizes.reduce(([all, sum], bin) => [all + bin.gained, sum + bin.accounts * toMeans(bin).size ** gains.alpha], [0, 0] as [number, number])
  return (size) => (gained / weight) * size ** gains.alpha
}

/**
 * What holders gain and lose in a month by what they had, on two logarithmic axes, with the power law that is fitted to it.
 *
 * @example growthAgainstSize(growth, 'DSWP', notes, 'en').sentence // 'Over 35 months gains go with size to the power 0.83 (0.71 to 0.95): …'
 */
export function growthAgainstSize(growth: Growth, symbol: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const fitted = toFitted(growth)
  const means = growth.sizes.map(toMeans)
  const dots = (id: 'gained' | 'lost', emphasis: 'main' | 'second') =>
    ({ id, label: word[id], shape: 'dot', emphasis, points: means.map((one) => ({ x: one.size, y: one[id] > 0 ? one[id] : null })) }) as const
  return {
    id: 'growthAgainstSize',
    title: word.title(symbol),
    sentence: toSentence(growth, locale),
    x: { label: word.x(symbol), scale: 'log', format: 'amount' },
    y: { label: word.y(symbol), scale: 'log', format: 'amount' },
    series: [dots('gained', 'main'), dots('lost', 'second'), ...(fitted ? [{ id: 'fitted', label: word.fitted, shape: 'line', emphasis: 'reference', points: means.map(({ size }) => ({ x: size, y: fitted(size) })) } as const] : [])],
    notes: [word.what, ...notes],
    locale,
  }
}

/**
 * The chart's numbers to read: where nothing was gained or lost, which no logarithmic axis can show, it says 0.
 *
 * @example growthTable(growthAgainstSize(growth, 'DSWP', [], 'en')).rows[0]?.[1]?.text // '0'
 */
export const growthTable = (chart: ChartSpec): Table => toChartTable({ ...chart, series: chart.series.map((series) => ({ ...series, points: series.points.map((point) => ({ ...point, y: point.y ?? 0 })) })) })

function toSentence({ gains, losses, months }: Growth, locale: Locale): string {
  const word = words[locale]
  const number = (value: number) => formatNumber(value, 'ratio', locale)
  const count = formatNumber(months, 'count', locale)
  const ends = ({ alpha, low, high }: GrowthExponent) => [number(alpha), number(low), number(high)] as const
  const ofLosses = losses ? word.losses(...ends(losses)) : ''
  if (!gains) return word.none(count) + ofLosses
  return word.sentence(...ends(gains), count) + (gains.low > 1 ? word.above : gains.high < 1 ? word.below : word.in) + ofLosses
}
