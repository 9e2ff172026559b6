import type { Metric } from '@/lib/domain/metric'
import { topShare } from './topShare'

/**
 * The share of the total that the 50 largest holders have together: the concentration ratio CR_50 (Hall & Tideman 1967). Ties cannot change it.
 * Undefined for nobody; 1 for 50 holders or fewer.
 *
 * @example top50Share.measure(distribution) // of 100 times 1n: { status: 'ok', value: 0.5 }
 */
export const top50Share: Metric = {
  id: 'top50Share',
  name: { en: 'Top 50', de: 'Top 50' },
  question: {
    en: 'What share of everything do the 50 largest holders have together?',
    de: 'Welchen Anteil am Ganzen halten die 50 größten Halter zusammen?',
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
    en: 'No more than 50 holders: 1. n equal holders: 50/n. Nobody: undefined. It counts holders, not percent of holders.',
    de:
      'Höchstens 50 Halter: 1. n gleiche Halter: 50/n. Niemand: nicht definiert. Gezählt werden Halter, nicht Prozent der Halter.',
  },
  measure: (distribution, whole) => topShare(distribution, 50, whole),
}
