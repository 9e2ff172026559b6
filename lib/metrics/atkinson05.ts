import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { toMeanTerms } from './meanTerms'

/**
 * Which share is lost to inequality under mild aversion, ε = ½: 1 − ((1/n) Σ √(x/μ))² (Atkinson 1970).
 * The same when every holder is replicated. Undefined for nobody.
 *
 * @example atkinson05.measure(distribution) // of 9n, 1n: { status: 'ok', value: 0.2 }
 */
export const atkinson05: Metric = {
  id: 'atkinson05',
  name: { en: 'Atkinson index (ε = ½)', de: 'Atkinson-Index (ε = ½)' },
  question: {
    en: 'What share could be given up for equality without loss of welfare, if inequality is minded a little?',
    de: 'Auf welchen Anteil ließe sich zugunsten von Gleichheit ohne Wohlfahrtsverlust verzichten, wenn Ungleichheit wenig stört?',
  },
  unit: 'share',
  range: '[0, 1 − 1/n]',
  direction: 'moreConcentrated',
  reference: {
    citation: 'Atkinson, A. B. (1970), On the Measurement of Inequality, Journal of Economic Theory 2(3), 244–263',
    url: 'https://doi.org/10.1016/0022-0531(70)90039-6',
  },
  edgeCases: {
    en: 'One holder or equal holders: 0. Nobody: undefined.',
    de: 'Ein Halter oder gleiche Halter: 0. Niemand: nicht definiert.',
  },
  measure: (distribution) => {
    if (distribution.total === 0n) return undefinedBecause('noHolders')
    const mean = toMeanTerms(distribution).root
    // Near equality rounding may leave a tiny negative.
    return ok(Math.max(0, 1 - mean * mean))
  },
}
