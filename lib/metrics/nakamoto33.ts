import type { Metric } from '@/lib/domain/metric'
import { countToExceed } from './countToExceed'

/**
 * The fewest holders whose sum is strictly more than 1/3 of the total (after Srinivasan & Lee 2017), decided with integers.
 * Undefined for nobody.
 *
 * @example nakamoto33.measure(distribution) // of 3 times 1n: { status: 'ok', value: 2 }
 */
export const nakamoto33: Metric = {
  id: 'nakamoto33',
  name: { en: 'Nakamoto (one third)', de: 'Nakamoto (ein Drittel)' },
  question: {
    en: 'How few holders together have more than a third of everything?',
    de: 'Wie wenige Halter besitzen zusammen mehr als ein Drittel des Ganzen?',
  },
  unit: 'count',
  range: '[1, n]',
  direction: 'lessConcentrated',
  reference: {
    citation: 'Srinivasan, B. S., Lee, L. (2017), Quantifying Decentralization',
  },
  edgeCases: {
    en: 'Strictly more: a tie is not enough. One holder: 1. n equal holders: ⌊n/3⌋ + 1. Nobody: undefined.',
    de: 'Echt mehr: Gleichstand genügt nicht. Ein Halter: 1. n gleiche Halter: ⌊n/3⌋ + 1. Niemand: nicht definiert.',
  },
  measure: (distribution, whole) => countToExceed(distribution, { numerator: 1n, denominator: 3n }, whole),
}
