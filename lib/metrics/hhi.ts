import { toRatio } from '@/lib/domain/amount'
import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { sumOfSquares } from './sumOfSquares'

/**
 * How concentrated the holdings are: Σs² (Hirschman 1964), 0 to 1, as an exact fraction. Replicating every holder halves it.
 * Undefined for nobody.
 *
 * @example hhi.measure(distribution) // of 50n, 25n, 25n: { status: 'ok', value: 0.375 }
 */
export const hhi: Metric = {
  id: 'hhi',
  name: { en: 'Herfindahl–Hirschman index', de: 'Herfindahl-Hirschman-Index' },
  question: {
    en: 'If two units are drawn blindly, how likely do they belong to the same holder?',
    de: 'Zieht man blind zwei Einheiten: Wie wahrscheinlich gehören sie demselben Halter?',
  },
  unit: 'index',
  range: '[1/n, 1]',
  direction: 'moreConcentrated',
  reference: {
    citation: 'Hirschman, A. O. (1964), The Paternity of an Index, American Economic Review 54(5), 761–762',
  },
  edgeCases: {
    en:
      'From 0 to 1 here; from 0 to 10,000 in competition law. One holder: 1. n equal holders: 1/n. Nobody: undefined. Dust hardly moves it.',
    de:
      'Hier von 0 bis 1, im Wettbewerbsrecht von 0 bis 10.000. Ein Halter: 1. n gleiche Halter: 1/n. Niemand: nicht definiert. Kleinstbeträge bewegen ihn kaum.',
  },
  measure: (distribution, whole = distribution.total) =>
    distribution.total === 0n ? undefinedBecause('noHolders') : ok(toRatio(sumOfSquares(distribution), whole * whole)),
}
