import { toRatio } from '@/lib/domain/amount'
import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { toGiniFraction } from './giniFraction'

/**
 * How unequal a small group is: the Gini times n/(n − 1), which can reach 1 for any n (Deltas 2003). For groups below 50.
 * Undefined for nobody and for one holder.
 *
 * @example giniCorrected.measure(distribution) // of 50n, 25n, 25n: { status: 'ok', value: 0.25 }
 */
export const giniCorrected: Metric = {
  id: 'giniCorrected',
  name: { en: 'Gini, corrected', de: 'Gini, korrigiert' },
  question: {
    en: 'How unequal is a small group, without the Gini being lower just because the group is small?',
    de: 'Wie ungleich ist eine kleine Gruppe, ohne dass der Gini nur deshalb sinkt, weil die Gruppe klein ist?',
  },
  unit: 'index',
  range: '[0, 1]',
  direction: 'moreConcentrated',
  reference: {
    citation:
      'Deltas, G. (2003), The Small-Sample Bias of the Gini Coefficient, Review of Economics and Statistics 85(1), 226–234',
    url: 'https://doi.org/10.1162/rest.2003.85.1.226',
  },
  edgeCases: {
    en: 'Meant for groups below 50. Equal holders: 0. One holder or nobody: undefined. It falls when every holder is replicated.',
    de:
      'Gedacht für Gruppen unter 50. Gleiche Halter: 0. Ein Halter oder niemand: nicht definiert. Der Wert sinkt, wenn jeder Halter vervielfacht wird.',
  },
  measure: (distribution) => {
    if (distribution.count === 0) return undefinedBecause('noHolders')
    if (distribution.count === 1) return undefinedBecause('oneHolder')
    const { numerator, denominator } = toGiniFraction(distribution)
    const count = BigInt(distribution.count)
    return ok(toRatio(numerator * count, denominator * (count - 1n)))
  },
}
