import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import { toColour } from '../theme'

/** How a series is told from the others: never by colour alone, but by width and dash as well. */
export interface SeriesStyle {
  colour: string
  width: number
  /** SVG stroke-dasharray; undefined is a solid line */
  dash: string | undefined
  /** Bars of a comparison are hollow. */
  hollow: boolean
  /** What fills a stacked area */
  pattern: Pattern
}

/** Fills that differ in grey as well; neighbours differ most. */
const patterns = ['solid', 'dots', 'rising', 'level', 'falling', 'plain'] as const
export type Pattern = (typeof patterns)[number]

const colours = ['series1', 'series2', 'series3', 'series4'] as const
/** Lines alone bear two more: told apart by dash and grey. Areas and bars have no dash to go by. */
const lineColours = [...colours, 'text', 'reference'] as const
const dashes = [undefined, '7 3', '2 3', '9 3 2 3', '12 2', '1 4']

/**
 * The look of every series of a chart: main ones first, then those compared with them. After four, or six lines, a reader cannot tell them apart:
 * the rest is grey.
 */
export function toSeriesStyles({ series }: Pick<ChartSpec, 'series'>): ReadonlyMap<string, SeriesStyle> {
  const toPattern = (one: Series) => patterns[Math.min(series.indexOf(one), patterns.length - 1)]!
  const loud = (['main', 'second'] as const).flatMap((emphasis) => series.filter((one) => one.emphasis === emphasis))
  return new Map(series.map((one) => [one.id, { ...toStyle(one, loud.indexOf(one)), pattern: toPattern(one) }]))
}

function toStyle({ emphasis, shape }: Series, place: number): Omit<SeriesStyle, 'pattern'> {
  const colour = (shape === 'line' ? lineColours : colours)[place]
  if (emphasis === 'reference' || !colour) return { colour: toColour('reference'), width: 1.25, dash: '4 3', hollow: true }
  return { colour: toColour(colour), width: emphasis === 'main' ? 2.5 : 2, dash: dashes[place], hollow: emphasis === 'second' }
}
