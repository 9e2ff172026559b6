import { ok, type Metric } from '@/lib/domain/metric'
import { effectiveHolders } from './effectiveHolders'

/**
 * How unlikely two draws meet the same holder, in bits: −log₂ Σs², the Rényi entropy of order 2 (Rényi 1961).
 * Replicating every holder adds one bit. Undefined for nobody.
 *
 * @example collisionEntropy.measure(distribution) // of 4 times 1n: { status: 'ok', value: 2 }
 */
export const collisionEntropy: Metric = {
  id: 'collisionEntropy',
  name: { en: 'Collision entropy', de: 'Kollisionsentropie' },
  question: {
    en: 'How surprising, in bits, would it be if two blindly drawn units had the same holder?',
    de: 'Wie überraschend, in Bit, wäre es, wenn zwei blind gezogene Einheiten demselben Halter gehörten?',
  },
  unit: 'bits',
  range: '[0, log₂ n]',
  direction: 'lessConcentrated',
  reference: {
    citation:
      'Rényi, A. (1961), On Measures of Entropy and Information, Proceedings of the Fourth Berkeley Symposium 1, 547–561',
  },
  edgeCases: {
    en: 'The logarithm of the effective holders. One holder: 0. n equal holders: log₂ n. Nobody: undefined.',
    de: 'Der Logarithmus der effektiven Halter. Ein Halter: 0. n gleiche Halter: log₂ n. Niemand: nicht definiert.',
  },
  measure: (distribution) => {
    const effective = effectiveHolders.measure(distribution)
    return effective.status === 'ok' ? ok(Math.log2(effective.value)) : effective
  },
}
