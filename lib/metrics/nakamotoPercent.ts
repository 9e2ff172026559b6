import { ok, type Metric } from '@/lib/domain/metric'
import { nakamoto50 } from './nakamoto50'

/**
 * Which share of all holders is enough for strictly more than half: the Nakamoto coefficient (Srinivasan & Lee 2017) over n, from 0 to 1.
 * Undefined for nobody.
 *
 * @example nakamotoPercent.measure(distribution) // of 5n, 1n, 1n, 1n: { status: 'ok', value: 0.25 }
 */
export const nakamotoPercent: Metric = {
  id: 'nakamotoPercent',
  name: { en: 'Nakamoto, share of holders', de: 'Nakamoto, Anteil der Halter' },
  question: {
    en: 'What share of all holders is enough to have more than half of everything?',
    de: 'Welcher Anteil aller Halter genügt, um mehr als die Hälfte des Ganzen zu besitzen?',
  },
  unit: 'share',
  range: '(0, 1]',
  direction: 'lessConcentrated',
  reference: {
    citation: 'Srinivasan, B. S., Lee, L. (2017), Quantifying Decentralization',
  },
  edgeCases: {
    en: 'A share from 0 to 1. One holder: 1. Equal holders: just above one half. Nobody: undefined. Dust holders lower it.',
    de:
      'Ein Anteil von 0 bis 1. Ein Halter: 1. Gleiche Halter: knapp über die Hälfte. Niemand: nicht definiert. Kleinstbeträge senken ihn.',
  },
  measure: (distribution, whole) => {
    const fewest = nakamoto50.measure(distribution, whole)
    return fewest.status === 'ok' ? ok(fewest.value / distribution.count) : fewest
  },
}
