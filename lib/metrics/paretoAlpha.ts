import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { toPowerLawTail } from './powerLawTail'

/** Below this many holders in the tail the exponent is not worth saying (Clauset, Shalizi, Newman 2009, section 3). */
const shortestTail = 50

/**
 * How thick the tail of large holders is: the exponent alpha of the power law p(x) ∝ x^(−alpha), by maximum likelihood over the tail that
 * fits best by the Kolmogorov–Smirnov distance (Clauset, Shalizi, Newman 2009). The standard error is (alpha − 1)/√m, with m holders in
 * the tail. A cut-off list cuts the tail's beginning too.
 * Undefined for nobody, for fewer than 50 in the tail, and for a tail of equal holders.
 *
 * @example paretoAlpha.measure(distribution) // of 49 holders: { status: 'undefined', reason: 'shortTail' }
 */
export const paretoAlpha: Metric = {
  id: 'paretoAlpha',
  name: { en: 'Pareto tail exponent', de: 'Pareto-Exponent' },
  question: {
    en: 'How fast do the large holders thin out towards the top?',
    de: 'Wie schnell werden die großen Halter nach oben hin seltener?',
  },
  unit: 'exponent',
  range: '(1, ∞)',
  direction: 'lessConcentrated',
  reference: {
    citation: 'Clauset, A., Shalizi, C. R., Newman, M. E. J. (2009), Power-Law Distributions in Empirical Data, SIAM Review 51(4), 661–703',
    url: 'https://doi.org/10.1137/070710111',
  },
  edgeCases: {
    en: 'Below 2 not even the mean is stable, below 3 not the variance. Fewer than 50 in the tail, equal holders, nobody: undefined.',
    de: 'Unter 2 ist nicht einmal der Mittelwert stabil, unter 3 nicht die Varianz. Weniger als 50 im Schwanz, gleiche Halter, niemand: nicht definiert.',
  },
  measure: (distribution) => {
    if (distribution.count === 0) return undefinedBecause('noHolders')
    if (distribution.count < shortestTail) return undefinedBecause('shortTail')
    const tail = toPowerLawTail(distribution.columns.logs)
    if (!tail) return undefinedBecause('equalTail')
    if (tail.size < shortestTail) return undefinedBecause('shortTail')
    // The logarithms are of base 2, and alpha − 1 is one over a mean of them.
    const excess = (tail.alpha - 1) / Math.LN2
    return ok(1 + excess, excess / Math.sqrt(tail.size))
  },
}
