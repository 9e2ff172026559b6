import type { Metric } from '@/lib/domain/metric'
import { topShare } from './topShare'

/**
 * The share of the total that the largest holder has: the concentration ratio CR_1 (Hall & Tideman 1967).
 * Undefined for nobody.
 *
 * @example top1Share.measure(distribution) // of 3n, 1n: { status: 'ok', value: 0.75 }
 */
export const top1Share: Metric = {
  id: 'top1Share',
  name: { en: 'Largest holder', de: 'Größter Halter' },
  question: {
    en: 'What share of everything does the largest holder have?',
    de: 'Welcher Anteil am Ganzen gehört dem größten Halter?',
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
    en: 'One holder: 1. n equal holders: 1/n. Nobody: undefined.',
    de: 'Ein Halter: 1. n gleiche Halter: 1/n. Niemand: nicht definiert.',
  },
  measure: (distribution, whole) => topShare(distribution, 1, whole),
}
