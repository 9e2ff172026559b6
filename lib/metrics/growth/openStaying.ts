import type { Staying } from '../../domain/growth'
import { fewestHolders } from '../../domain/holderClass'
import { none, ten, tenth } from './toClasses'

/** Up to so many months are looked ahead. */
const furthest = 24

/**
 * How many of the largest are still among the largest after one month, two, and on up to two years: each month in turn, whose largest are held. Those of all
 * starts are counted together.
 *
 * @example const staying = openStaying(); staying.add(classes, 250); staying.add(later, 260); staying.end()[0] // { months: 1, starts: 1, ten: 0.9, tenth: 0.96 }
 */
export function openStaying(): { add(classes: Uint8Array, holders: number): void; end(): Staying[] } {
  const starts: { tens: Uint32Array; tenths: Uint32Array; enough: boolean }[] = []
  const sums = Array.from({ length: furthest }, () => ({ starts: 0, ten: 0, tenth: 0, ofTen: 0, ofTenth: 0 }))
  return {
    add(classes, holders) {
      for (const [place, { tens, tenths, enough }] of starts.entries()) {
        if (!enough) continue
        const sum = sums[starts.length - place - 1]!
        sum.starts++
        sum.ten += tens.filter((account) => classes[account] === ten).length
        sum.ofTen += tens.length
        sum.tenth += tenths.filter((account) => isLargest(classes[account]!)).length
        sum.ofTenth += tenths.length
      }
      if (starts.length === furthest) starts.shift()
      const accounts = Uint32Array.from({ length: classes.length }, (_, account) => account)
      starts.push({ tens: accounts.filter((account) => classes[account] === ten), tenths: accounts.filter((account) => isLargest(classes[account]!)), enough: holders >= fewestHolders })
    },
    end: () => sums.flatMap((sum, place) => (sum.starts === 0 ? [] : [{ months: place + 1, starts: sum.starts, ten: sum.ten / sum.ofTen, tenth: sum.tenth / sum.ofTenth }])),
  }
}

const isLargest = (one: number): boolean => one !== none && one <= tenth
