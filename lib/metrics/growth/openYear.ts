import type { Growth } from '../../domain/growth'
import { fewestHolders, holderClassIds } from '../../domain/holderClass'
import { toMedian } from '../median'
import { none, tenth } from './toClasses'

/** So many months are looked ahead. */
const year = 12

/** What is kept of a month until a year later. */
interface Start {
  classes: Uint8Array
  /** What the largest tenth had of all */
  share: number
  holders: number
}

/**
 * Where holders of each class are a year later, and what the same accounts then have: each month in turn, twelve of which are held.
 *
 * @example const year = openYear(); year.add(amounts, classes, 250); year.end() // { mobility: null, leaders: null }: no year is over
 */
export function openYear(): { add(amounts: Float64Array, classes: Uint8Array, holders: number): void; end(): Pick<Growth, 'mobility' | 'leaders'> } {
  const open: Start[] = []
  const moved = holderClassIds.map(() => [...holderClassIds.map(() => 0), 0])
  const arrived = holderClassIds.map(() => 0)
  const shares: { before: number; after: number }[] = []
  let starts = 0
  return {
    add(amounts, classes, holders) {
      const start = open.length === year ? open.shift()! : null
      if (start && start.holders >= fewestHolders) {
        starts++
        for (let account = 0; account < classes.length; account++) {
          const [then, now] = [start.classes[account] ?? none, classes[account]!]
          // Who holds nothing stands in the last column.
          if (then !== none) moved[then - 1]![now === none ? holderClassIds.length : now - 1]!++
          else if (now !== none) arrived[now - 1]!++
        }
        const after = shareOfLargest(amounts, start.classes)
        // Where all of them have left nobody has a share.
        if (after !== null) shares.push({ before: start.share, after })
      }
      open.push({ classes, share: shareOfLargest(amounts, classes) ?? 0, holders })
    },
    end() {
      const differences = shares.map(({ before, after }) => after - before)
      return {
        mobility: starts === 0 ? null : { starts, moved, arrived },
        leaders: shares.length === 0 ? null : {
          starts: shares.length, before: toMedian(shares.map(({ before }) => before))!, after: toMedian(shares.map(({ after }) => after))!,
          change: toMedian(differences)!, rose: differences.filter((difference) => difference > 0).length,
        },
      }
    },
  }
}

/** What accounts of the two largest classes have of what all have that are in one; null where that is nothing. */
function shareOfLargest(amounts: Float64Array, classes: Uint8Array): number | null {
  let [largest, all] = [0, 0]
  for (let account = 0; account < classes.length; account++) {
    if (classes[account] === none) continue
    all += amounts[account]!
    if (classes[account]! <= tenth) largest += amounts[account]!
  }
  return all > 0 ? largest / all : null
}
