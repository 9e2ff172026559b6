import type { Metric } from '@/lib/domain/metric'
import { countToExceed } from './countToExceed'

/**
 * The fewest holders whose sum is strictly more than 1/2 of the total (after Srinivasan & Lee 2017), decided with integers.
 * Undefined for nobody.
 *
 * @example nakamoto50.measure(distribution) // of 50n, 50n: { status: 'ok', value: 2 }
 */
export const nakamoto50: Metric = {
  id: 'nakamoto50',
  name: { en: 'Nakamoto (half)', de: 'Nakamoto (Hälfte)' },
  question: {
    en: 'How few holders together have more than half of everything?',
    de: 'Wie wenige Halter besitzen zusammen mehr als die Hälfte des Ganzen?',
  },
  unit: 'count',
  range: '[1, n]',
  direction: 'lessConcentrated',
  reference: {
    citation: 'Srinivasan, B. S., Lee, L. (2017), Quantifying Decentralization',
  },
  edgeCases: {
    en: 'Strictly more: a tie is not enough. One holder: 1. n equal holders: ⌊n/2⌋ + 1. Nobody: undefined.',
    de: 'Echt mehr: Gleichstand genügt nicht. Ein Halter: 1. n gleiche Halter: ⌊n/2⌋ + 1. Niemand: nicht definiert.',
  },
  measure: (distribution, whole) => countToExceed(distribution, { numerator: 1n, denominator: 2n }, whole),
}
