import type { Metric } from '@/lib/domain/metric'
import { countToExceed } from './countToExceed'

/**
 * The fewest holders whose sum is strictly more than 2/3 of the total (after Srinivasan & Lee 2017), decided with integers.
 * Undefined for nobody.
 *
 * @example nakamoto67.measure(distribution) // of 3 times 1n: { status: 'ok', value: 3 }
 */
export const nakamoto67: Metric = {
  id: 'nakamoto67',
  name: { en: 'Nakamoto (two thirds)', de: 'Nakamoto (zwei Drittel)' },
  question: {
    en: 'How few holders together have more than two thirds of everything?',
    de: 'Wie wenige Halter besitzen zusammen mehr als zwei Drittel des Ganzen?',
  },
  unit: 'count',
  range: '[1, n]',
  direction: 'lessConcentrated',
  reference: {
    citation: 'Srinivasan, B. S., Lee, L. (2017), Quantifying Decentralization',
  },
  edgeCases: {
    en: 'Strictly more: a tie is not enough. One holder: 1. n equal holders: ⌊2n/3⌋ + 1. Nobody: undefined.',
    de: 'Echt mehr: Gleichstand genügt nicht. Ein Halter: 1. n gleiche Halter: ⌊2n/3⌋ + 1. Niemand: nicht definiert.',
  },
  measure: (distribution, whole) => countToExceed(distribution, { numerator: 2n, denominator: 3n }, whole),
}
