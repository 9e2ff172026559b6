import type { Growth, GrowthBin } from '../../domain/growth'
import { fewestHolders, type MonthHoldings } from '../../domain/holderClass'
import { toAttachment, type AttachmentResult } from '../attachment'
import { toMonthCells, type MonthCell } from './monthCells'
import { openStaying } from './openStaying'
import { openYear } from './openYear'
import { toClasses } from './toClasses'
import { toMedian } from '../median'

/** Follows holdings from end of month to end of month. */
export interface OpenGrowth {
  add(month: MonthHoldings): void
  /** @returns null where no month begins with at least 100 holders */
  end(): Growth | null
}

/**
 * How do holdings grow by size? Month by month, each as it comes, so that no more than two years of classes are ever held: growth against size with its
 * exponent, where each class is a year later, and how long the largest stay so. Only months count that begin with at least 100 holders.
 *
 * @example const growth = openGrowth(); for await (const month of walk) growth.add(month); growth.end()?.gains?.alpha // 0.83
 */
export function openGrowth(): OpenGrowth {
  const months: (readonly MonthCell[])[] = []
  const counts: number[] = []
  const bins = new Map<number, GrowthBin>()
  const [year, staying] = [openYear(), openStaying()]
  let first: string | null = null
  let before: { month: string; amounts: Float64Array; holders: number } | null = null
  let last = ''
  return {
    add({ month, amounts, names }) {
      const { classes, holders } = toClasses({ amounts, names })
      if (before && before.holders >= fewestHolders) {
        first ??= before.month
        counts.push(before.holders)
        const { cells, halves } = toMonthCells(before.amounts, amounts)
        months.push(cells)
        for (const one of halves) bins.set(one.half, addBins(bins.get(one.half), one))
      }
      year.add(amounts, classes, holders)
      staying.add(classes, holders)
      before = { month, amounts, holders }
      last = month
    },
    end() {
      if (first === null) return null
      const cellsOf = (pick: (cell: MonthCell) => number) => months.map((cells) => cells.map((cell) => ({ logSize: cell.logSize, accounts: cell.accounts, grown: pick(cell) })))
      return {
        from: first, to: last, months: months.length, holders: toMedian(counts)!,
        gains: toKnown(toAttachment(cellsOf(({ gained }) => gained))),
        losses: toKnown(toAttachment(cellsOf(({ lost }) => lost))),
        sizes: [...bins.values()].sort((a, b) => a.half - b.half),
        ...year.end(),
        staying: staying.end(),
      }
    },
  }
}

const toKnown = (result: AttachmentResult) => (result.status === 'ok' ? result.value : null)

const addBins = (sum: GrowthBin | undefined, one: GrowthBin): GrowthBin => sum
  ? { half: one.half, accounts: sum.accounts + one.accounts, held: sum.held + one.held, gained: sum.gained + one.gained, lost: sum.lost + one.lost, gone: sum.gone + one.gone }
  : one
