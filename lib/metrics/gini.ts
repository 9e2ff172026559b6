import { toRatio } from '@/lib/domain/amount'
import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { toGiniFraction } from './giniFraction'

/**
 * How unequal the holdings are: the mean absolute difference between two holders over twice the mean (Gini 1912), in the population form,
 * over holders with a positive amount, decided with integers. Zeros are not holders: [432, 0, 0, 0] is one holder and gives 0, not 0.75.
 * The same when every holder is replicated. Undefined for nobody.
 *
 * @example gini.measure(distribution) // of 50n, 25n, 25n: { status: 'ok', value: 0.16666666666666666 }
 */
export const gini: Metric = {
  id: 'gini',
  name: { en: 'Gini coefficient', de: 'Gini-Koeffizient' },
  question: {
    en: 'How far are the holdings from being equal, from 0 (all the same) towards 1 (one has nearly everything)?',
    de: 'Wie weit sind die Guthaben von Gleichheit entfernt, von 0 (alle gleich) bis nahe 1 (einer hat fast alles)?',
  },
  unit: 'index',
  range: '[0, (n − 1)/n]',
  direction: 'moreConcentrated',
  reference: {
    citation: 'Gini, C. (1912), Variabilità e mutabilità, Bologna: Cuppini',
  },
  edgeCases: {
    en:
      'Zeros are not holders: one account with everything beside three empty ones is one holder, and gives 0, as equal holders do. Nobody: undefined. Dust holders raise it; a cut-off list gives bounds only.',
    de:
      'Nullen sind keine Halter: Ein Konto mit allem neben drei leeren ist ein einziger Halter und ergibt 0, so wie gleiche Halter. Niemand: nicht definiert. Kleinstbeträge treiben den Wert nach oben; eine abgeschnittene Liste ergibt nur Schranken.',
  },
  measure: (distribution) => {
    if (distribution.total === 0n) return undefinedBecause('noHolders')
    const { numerator, denominator } = toGiniFraction(distribution)
    return ok(toRatio(numerator, denominator))
  },
}
