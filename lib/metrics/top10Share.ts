import type { Metric } from '@/lib/domain/metric'
import { topShare } from './topShare'

/**
 * The share of the total that the 10 largest holders have together: the concentration ratio CR_10 (Hall & Tideman 1967). Ties cannot change it.
 * Undefined for nobody; 1 for 10 holders or fewer.
 *
 * @example top10Share.measure(distribution) // of 20 times 1n: { status: 'ok', value: 0.5 }
 */
export const top10Share: Metric = {
  id: 'top10Share',
  name: { en: 'Top 10', de: 'Top 10' },
  question: {
    en: 'What share of everything do the ten largest holders have together?',
    de: 'Welchen Anteil am Ganzen halten die zehn größten Halter zusammen?',
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
    en: 'No more than 10 holders: 1. n equal holders: 10/n. Nobody: undefined. It counts holders, not percent of holders.',
    de:
      'Höchstens 10 Halter: 1. n gleiche Halter: 10/n. Niemand: nicht definiert. Gezählt werden Halter, nicht Prozent der Halter.',
  },
  measure: (distribution, whole) => topShare(distribution, 10, whole),
}
