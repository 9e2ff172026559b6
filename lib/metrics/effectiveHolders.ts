import { toRatio } from '@/lib/domain/amount'
import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { sumOfSquares } from './sumOfSquares'

/**
 * How many equal holders would give the same HHI: 1/Σs² = (Σx)²/Σx² (Laakso & Taagepera 1979). Doubling every holder doubles it.
 * Undefined for nobody.
 *
 * @example effectiveHolders.measure(distribution) // of 50n, 25n, 25n: { status: 'ok', value: 2.6666666666666665 }
 */
export const effectiveHolders: Metric = {
  id: 'effectiveHolders',
  name: { en: 'Effective holders', de: 'Effektive Halter' },
  question: {
    en: 'How many equally large holders would be just as concentrated?',
    de: 'Wie viele gleich große Halter wären ebenso konzentriert?',
  },
  unit: 'count',
  range: '[1, n]',
  direction: 'lessConcentrated',
  reference: {
    citation: 'Laakso, M., Taagepera, R. (1979), “Effective” Number of Parties, Comparative Political Studies 12(1), 3–27',
    url: 'https://doi.org/10.1177/001041407901200101',
  },
  edgeCases: {
    en: 'One holder: 1. n equal holders: n. Nobody: undefined.',
    de: 'Ein Halter: 1. n gleiche Halter: n. Niemand: nicht definiert.',
  },
  measure: (distribution) => {
    const { total } = distribution
    return total === 0n ? undefinedBecause('noHolders') : ok(toRatio(total * total, sumOfSquares(distribution)))
  },
}
