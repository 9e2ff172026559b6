import { ok, type Metric } from '@/lib/domain/metric'
import { theilL } from './theilL'

/**
 * Which share is lost to inequality under aversion ε = 1: 1 − geometric mean / mean = 1 − e^(−L), with L the Theil index L (Atkinson 1970).
 * The same when every holder is replicated. Undefined for nobody.
 *
 * @example atkinson1.measure(distribution) // of 9n, 1n: { status: 'ok', value: 0.4 }
 */
export const atkinson1: Metric = {
  id: 'atkinson1',
  name: { en: 'Atkinson index (ε = 1)', de: 'Atkinson-Index (ε = 1)' },
  question: {
    en: 'What share could be given up for equality without loss of welfare, if inequality is minded in proportion?',
    de:
      'Auf welchen Anteil ließe sich zugunsten von Gleichheit ohne Wohlfahrtsverlust verzichten, wenn Ungleichheit verhältnismäßig stört?',
  },
  unit: 'share',
  range: '[0, 1)',
  direction: 'moreConcentrated',
  reference: {
    citation: 'Atkinson, A. B. (1970), On the Measurement of Inequality, Journal of Economic Theory 2(3), 244–263',
    url: 'https://doi.org/10.1016/0022-0531(70)90039-6',
  },
  edgeCases: {
    en:
      'One minus the geometric over the arithmetic mean. One holder or equal holders: 0. Nobody: undefined. Dust raises it much.',
    de:
      'Eins minus geometrisches durch arithmetisches Mittel. Ein Halter oder gleiche Halter: 0. Niemand: nicht definiert. Kleinstbeträge treiben ihn stark nach oben.',
  },
  measure: (distribution) => {
    const deviation = theilL.measure(distribution)
    // expm1 keeps the digits that 1 − e^(−L) loses where L is small.
    return deviation.status === 'ok' ? ok(-Math.expm1(-deviation.value)) : deviation
  },
}
