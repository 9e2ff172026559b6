import type { Metric } from '@/lib/domain/metric'
import { topShare } from './topShare'

/**
 * The share of the total that the 100 largest holders have together: the concentration ratio CR_100 (Hall & Tideman 1967). Ties cannot change it.
 * Undefined for nobody; 1 for 100 holders or fewer.
 *
 * @example top100Share.measure(distribution) // of 200 times 1n: { status: 'ok', value: 0.5 }
 */
export const top100Share: Metric = {
  id: 'top100Share',
  name: { en: 'Top 100', de: 'Top 100' },
  question: {
    en: 'What share of everything do the 100 largest holders have together?',
    de: 'Welchen Anteil am Ganzen halten die 100 größten Halter zusammen?',
  },
  unit: 'share',
  range: '(0, 1]',
  direction: 'moreConcentrated',
  reference: {
    citation:
      'Hall, M., Tideman, N. (1967), Measures of Concentration, Journal of the American Statistical Association 62(317), 162–168',
    url: 'https://doi.org/10.1080/01621459.1967.10482897',
  },
  edgeCases: {
    en: 'No more than 100 holders: 1. n equal holders: 100/n. Nobody: undefined. It counts holders, not percent of holders.',
    de:
      'Höchstens 100 Halter: 1. n gleiche Halter: 100/n. Niemand: nicht definiert. Gezählt werden Halter, nicht Prozent der Halter.',
  },
  measure: (distribution, whole) => topShare(distribution, 100, whole),
}
