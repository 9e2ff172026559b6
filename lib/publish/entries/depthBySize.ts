import { toDepthBySize, type BandDepth } from '@/lib/liquidity/depthBySize'
import { sizeClasses, toSizeClasses, type SizeClass } from '@/lib/liquidity/sizeClasses'
import { depthBySize as depthBySizeSpec, depthTable } from '@/lib/views/market/depthBySize'
import { toMoneyUnit } from '@/lib/views/market/money'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { marketColumns, ofMarket, toMarketParts } from './marketParts'
import { toChartView } from './ownership'
import { toUntold } from './profitShares'

type Row = BandDepth<SizeClass>

const classWords: Readonly<Record<SizeClass, string>> = { largestTenth: 'largest_tenth', upperMiddle: 'upper_middle', smallerHalf: 'smaller_half', unknown: 'unknown' }

/** How much of what can be traded near the price is whose, by size of the provider. */
export const depthBySize: Chart = {
  ...ofMarket,
  id: 'depthBySize',
  title: { en: 'Who stands near the price', de: 'Wer nahe am Preis steht' },
  kind: 'chart',
  needs: ['market', 'marketDepth'],
  view: (loaded, locale) => {
    const parts = toMarketParts(loaded, locale)
    const price = parts?.reading.state.price
    if (!parts || !price) return null
    const { facts, results, ranges } = parts
    const unit = toMoneyUnit(facts, 'quote')
    const classes = toSizeClasses(results, 'quote')
    const write = (units: number) => toPlainDecimal(units / 10 ** unit.decimals)
    const columns: CsvColumn<Row>[] = [
      { name: 'distance_pct', kind: 'number', value: ({ distance }) => toPercentDecimal(distance) },
      ...sizeClasses.map((id, place): CsvColumn<Row> => ({
        name: `depth_${classWords[id]}_quote`, kind: 'number', value: ({ classes: those }) => write(those[place]!.below + those[place]!.above),
      })),
      { name: 'depth_all_quote', kind: 'number', value: ({ total }) => write(total.below + total.above) },
      ...marketColumns<Row>(parts),
    ]
    if (classes.status === 'undefined') return { ...toUntold('depthBySize', depthBySize.title, parts, classes.reason, locale), data: toDataTable(columns, []) }
    const bands = toDepthBySize(ranges, { price, quote: facts.quote }, sizeClasses, classes.value)
    const view = toChartView(depthBySizeSpec(bands, unit, parts.name, parts.readingNotes, locale), 'depthBySize', toDataTable(columns, bands), locale)
    return { ...view, table: { ...depthTable(bands, unit, locale), caption: view.title } }
  },
}
