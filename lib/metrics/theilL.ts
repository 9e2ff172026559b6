import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { toMeanTerms } from './meanTerms'

/**
 * How unequal the holdings are, sensitive to the bottom: (1/n) Σ ln(μ/x), the mean log deviation, in nats (Theil 1967).
 * The same when every holder is replicated. Undefined for nobody.
 *
 * @example theilL.measure(distribution) // of 3n, 1n: { status: 'ok', value: 0.143841… }
 */
export const theilL: Metric = {
  id: 'theilL',
  name: { en: 'Theil index L', de: 'Theil-Index L' },
  question: {
    en: 'How far are the holdings from equality, counting every holder alike, so that the bottom counts most?',
    de:
      'Wie weit sind die Guthaben von Gleichheit entfernt, wenn jeder Halter gleich zählt, sodass die Kleinen am meisten zählen?',
  },
  unit: 'nats',
  range: '[0, ∞)',
  direction: 'moreConcentrated',
  reference: {
    citation: 'Theil, H. (1967), Economics and Information Theory, Amsterdam: North-Holland',
  },
  edgeCases: {
    en:
      'Mean log deviation, in nats. One holder or equal holders: 0. Nobody: undefined. Zeros are not holders, so it stays finite; dust raises it much.',
    de:
      'Mittlere logarithmische Abweichung, in Nat. Ein Halter oder gleiche Halter: 0. Niemand: nicht definiert. Nullen sind keine Halter, daher bleibt er endlich; Kleinstbeträge treiben ihn stark nach oben.',
  },
  measure: (distribution) => {
    if (distribution.total === 0n) return undefinedBecause('noHolders')
    // Near equality the terms cancel, and rounding may leave a tiny negative.
    return ok(Math.max(0, -toMeanTerms(distribution).log))
  },
}
