import { toRatio } from '@/lib/domain/amount'
import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { sumOfSquares } from './sumOfSquares'

/**
 * How concentrated the holdings are beyond what their number alone makes: (HHI − 1/n) / (1 − 1/n), that is (n Σx² − (Σx)²) / ((n − 1)(Σx)²),
 * an exact fraction of the index of Hirschman (1964). Undefined for nobody and for one holder.
 *
 * @example hhiNormalised.measure(distribution) // of 3n, 1n: { status: 'ok', value: 0.25 }
 */
export const hhiNormalised: Metric = {
  id: 'hhiNormalised',
  name: { en: 'HHI, normalised', de: 'HHI, normiert' },
  question: {
    en: 'How concentrated are the holdings, whatever the number of holders, from 0 (equal) to 1 (one has everything)?',
    de: 'Wie konzentriert sind die Guthaben, unabhängig von der Zahl der Halter, von 0 (gleich) bis 1 (einer hat alles)?',
  },
  unit: 'index',
  range: '[0, 1]',
  direction: 'moreConcentrated',
  reference: {
    citation: 'Hirschman, A. O. (1964), The Paternity of an Index, American Economic Review 54(5), 761–762',
  },
  edgeCases: {
    en: 'Equal holders: 0. One holder or nobody: undefined.',
    de: 'Gleiche Halter: 0. Ein Halter oder niemand: nicht definiert.',
  },
  measure: (distribution) => {
    const { total } = distribution
    if (total === 0n) return undefinedBecause('noHolders')
    if (distribution.count === 1) return undefinedBecause('oneHolder')
    const count = BigInt(distribution.count)
    const square = total * total
    return ok(toRatio(count * sumOfSquares(distribution) - square, (count - 1n) * square))
  },
}
