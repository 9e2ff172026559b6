import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { toMeanTerms } from './meanTerms'

/**
 * How evenly the total is spread, in bits: −Σ s log₂ s (Shannon 1948). Replicating every holder adds one bit.
 * Undefined for nobody.
 *
 * @example shannonEntropy.measure(distribution) // of 50n, 25n, 25n: { status: 'ok', value: 1.5 }
 */
export const shannonEntropy: Metric = {
  id: 'shannonEntropy',
  name: { en: 'Shannon entropy', de: 'Shannon-Entropie' },
  question: {
    en: 'How many yes-or-no questions does it take on average to find whose a blindly drawn unit is?',
    de: 'Wie viele Ja-Nein-Fragen braucht man im Mittel, um herauszufinden, wem eine blind gezogene Einheit gehört?',
  },
  unit: 'bits',
  range: '[0, log₂ n]',
  direction: 'lessConcentrated',
  reference: {
    citation: 'Shannon, C. E. (1948), A Mathematical Theory of Communication, Bell System Technical Journal 27, 379–423',
    url: 'https://doi.org/10.1002/j.1538-7305.1948.tb01338.x',
  },
  edgeCases: {
    en: 'In bits, not nats. One holder: 0. n equal holders: log₂ n. Nobody: undefined.',
    de: 'In Bit, nicht in Nat. Ein Halter: 0. n gleiche Halter: log₂ n. Niemand: nicht definiert.',
  },
  measure: (distribution) => {
    if (distribution.total === 0n) return undefinedBecause('noHolders')
    return ok(toMeanTerms(distribution).surprise)
  },
}
