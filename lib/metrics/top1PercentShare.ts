import type { Metric } from '@/lib/domain/metric'
import { topShare } from './topShare'

/**
 * The share of the total that the largest 1 % of holders have: the top ⌈n/100⌉ (top shares as in Piketty & Saez 2003).
 * Undefined for nobody.
 *
 * @example top1PercentShare.measure(distribution) // of 101n, then 99 times 1n: { status: 'ok', value: 0.505 }
 */
export const top1PercentShare: Metric = {
  id: 'top1PercentShare',
  name: { en: 'Top 1 %', de: 'Oberstes 1 %' },
  question: {
    en: 'What share of everything does the largest one percent of holders have?',
    de: 'Welchen Anteil am Ganzen hält das größte eine Prozent der Halter?',
  },
  unit: 'share',
  range: '(0, 1]',
  direction: 'moreConcentrated',
  reference: {
    citation:
      'Piketty, T., Saez, E. (2003), Income Inequality in the United States, 1913–1998, Quarterly Journal of Economics 118(1), 1–41',
    url: 'https://doi.org/10.1162/00335530360535135',
  },
  edgeCases: {
    en:
      'The group is n/100 holders, rounded up, so never empty. 100 holders or fewer: the largest holder alone; one holder: 1. Equal holders: about 0.01. Nobody: undefined.',
    de:
      'Die Gruppe umfasst n/100 Halter, aufgerundet, ist also nie leer. Bis 100 Halter: der größte Halter allein; ein Halter: 1. Gleiche Halter: etwa 0,01. Niemand: nicht definiert.',
  },
  measure: (distribution, whole) => topShare(distribution, Math.ceil(distribution.count / 100), whole),
}
