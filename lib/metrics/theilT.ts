import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { toMeanTerms } from './meanTerms'

/**
 * How unequal the holdings are, sensitive to the top: (1/n) Σ (x/μ) ln(x/μ), in nats (Theil 1967).
 * The same when every holder is replicated. Undefined for nobody.
 *
 * @example theilT.measure(distribution) // of 3n, 1n: { status: 'ok', value: 0.130812… }
 */
export const theilT: Metric = {
  id: 'theilT',
  name: { en: 'Theil index T', de: 'Theil-Index T' },
  question: {
    en: 'How far are the holdings from equality, weighted by what each holds, so that the top counts most?',
    de: 'Wie weit sind die Guthaben von Gleichheit entfernt, gewichtet nach dem Guthaben, sodass die Spitze am meisten zählt?',
  },
  unit: 'nats',
  range: '[0, ln n]',
  direction: 'moreConcentrated',
  reference: {
    citation: 'Theil, H. (1967), Economics and Information Theory, Amsterdam: North-Holland',
  },
  edgeCases: {
    en: 'In nats. One holder or equal holders: 0. Nobody: undefined. It can be split into within and between groups.',
    de:
      'In Nat. Ein Halter oder gleiche Halter: 0. Niemand: nicht definiert. Er lässt sich in Anteile innerhalb und zwischen Gruppen zerlegen.',
  },
  measure: (distribution) => {
    if (distribution.total === 0n) return undefinedBecause('noHolders')
    // Near equality the terms cancel, and rounding may leave a tiny negative.
    return ok(Math.max(0, toMeanTerms(distribution).weightedLog))
  },
}
