import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { shannonEntropy } from './shannonEntropy'

/**
 * How even the holdings are: Shannon entropy over its maximum log₂ n (Pielou 1966).
 * Undefined for nobody and for one holder, whose maximum is 0.
 *
 * @example entropyRatio.measure(distribution) // of 7n, 7n: { status: 'ok', value: 1 }
 */
export const entropyRatio: Metric = {
  id: 'entropyRatio',
  name: { en: 'Entropy, share of the maximum', de: 'Entropie, Anteil am Höchstwert' },
  question: {
    en: 'How even are the holdings, as a share of the most even that this number of holders could be?',
    de: 'Wie gleichmäßig sind die Guthaben, gemessen am Gleichmäßigsten, das bei dieser Zahl von Haltern möglich ist?',
  },
  unit: 'ratio',
  range: '(0, 1]',
  direction: 'lessConcentrated',
  reference: {
    citation:
      'Pielou, E. C. (1966), The Measurement of Diversity in Different Types of Biological Collections, Journal of Theoretical Biology 13, 131–144',
    url: 'https://doi.org/10.1016/0022-5193(66)90013-0',
  },
  edgeCases: {
    en: 'Equal holders: 1. One holder or nobody: undefined.',
    de: 'Gleiche Halter: 1. Ein Halter oder niemand: nicht definiert.',
  },
  measure: (distribution) => {
    if (distribution.count === 1) return undefinedBecause('oneHolder')
    const entropy = shannonEntropy.measure(distribution)
    // The last rounding can pass the maximum by one unit.
    return entropy.status === 'ok' ? ok(Math.min(1, entropy.value / Math.log2(distribution.count))) : entropy
  },
}
