import { toRatio } from '@/lib/domain/amount'
import { amountAt } from '@/lib/domain/columns'
import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { giniFraction } from './giniFraction'

/**
 * How unequal the 500 largest holders are among themselves: the population Gini (Gini 1912) of the top 500, so that neither dust nor the length
 * of a list moves it. With 500 holders or fewer it is the Gini of all. Undefined for nobody.
 *
 * @example gini500.measure(distribution) // of 500 times 2n, then 9000 times 1n: { status: 'ok', value: 0 }
 */
export const gini500: Metric = {
  id: 'gini500',
  name: { en: 'Gini of the top 500', de: 'Gini der Top 500' },
  question: {
    en: 'How unequal are the 500 largest holders among themselves?',
    de: 'Wie ungleich sind die 500 größten Halter untereinander?',
  },
  unit: 'index',
  range: '[0, 0.998]',
  direction: 'moreConcentrated',
  reference: {
    citation: 'Gini, C. (1912), Variabilità e mutabilità, Bologna: Cuppini',
  },
  edgeCases: {
    en:
      'Compares tokens and lists of different length, because dust has no part in it. 500 holders or fewer: the Gini of all. One holder: 0. Nobody: undefined.',
    de:
      'Vergleicht Token und Listen verschiedener Länge, denn Kleinstbeträge spielen keine Rolle. Bis 500 Halter: der Gini aller. Ein Halter: 0. Niemand: nicht definiert.',
  },
  measure: ({ count, columns }) => {
    if (count === 0) return undefinedBecause('noHolders')
    const { numerator, denominator } = giniFraction(Array.from({ length: Math.min(500, count) }, (_, place) => amountAt(columns, place)))
    return ok(toRatio(numerator, denominator))
  },
}
