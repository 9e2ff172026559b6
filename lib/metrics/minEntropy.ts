import { toRatio } from '@/lib/domain/amount'
import { amountAt } from '@/lib/domain/columns'
import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'

/**
 * How much uncertainty the largest holder leaves, in bits: −log₂ s_1, the Rényi entropy of order ∞ (Rényi 1961).
 * Replicating every holder adds one bit. Undefined for nobody.
 *
 * @example minEntropy.measure(distribution) // of 50n, 25n, 25n: { status: 'ok', value: 1 }
 */
export const minEntropy: Metric = {
  id: 'minEntropy',
  name: { en: 'Min-entropy', de: 'Min-Entropie' },
  question: {
    en: 'How hard is it to guess whose a blindly drawn unit is, if one always names the largest holder?',
    de: 'Wie schwer ist zu erraten, wem eine blind gezogene Einheit gehört, wenn man stets den größten Halter nennt?',
  },
  unit: 'bits',
  range: '[0, log₂ n]',
  direction: 'lessConcentrated',
  reference: {
    citation:
      'Rényi, A. (1961), On Measures of Entropy and Information, Proceedings of the Fourth Berkeley Symposium 1, 547–561',
  },
  edgeCases: {
    en: 'Looks at the largest holder alone. One holder: 0. n equal holders: log₂ n. Nobody: undefined.',
    de: 'Betrachtet nur den größten Halter. Ein Halter: 0. n gleiche Halter: log₂ n. Niemand: nicht definiert.',
  },
  measure: ({ count, columns, total }) => (count === 0 ? undefinedBecause('noHolders') : ok(Math.log2(toRatio(total, amountAt(columns, 0))))),
}
