import { toRatio } from '@/lib/domain/amount'
import { amountAt } from '@/lib/domain/columns'
import type { Distribution } from '@/lib/domain/distribution'
import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { sumOfLargest } from './sumOfLargest'

/**
 * How many times what the bottom 40 % hold do the top 10 % hold (Palma 2011)?
 * Where 10 % or 40 % of n is no whole number, the holder on the border counts with the part that lies inside: the groups are read off
 * the Lorenz curve, (1 − L(0.9)) / L(0.4). So the value is the same when every holder is replicated, and no group is ever empty.
 * Exact fraction. Undefined for nobody.
 *
 * @example palma.measure(distribution) // of 10 times 1n: { status: 'ok', value: 0.25 }
 */
export const palma: Metric = {
  id: 'palma',
  name: { en: 'Palma ratio', de: 'Palma-Verhältnis' },
  question: {
    en: 'How many times as much as the bottom 40 percent do the top 10 percent of holders have?',
    de: 'Das Wievielfache der unteren 40 Prozent besitzen die oberen 10 Prozent der Halter?',
  },
  unit: 'ratio',
  range: '[1/4, ∞)',
  direction: 'moreConcentrated',
  reference: {
    citation:
      'Palma, J. G. (2011), Homogeneous Middles vs. Heterogeneous Tails, and the End of the “Inverted-U”, Development and Change 42(1), 87–153',
    url: 'https://doi.org/10.1111/j.1467-7660.2011.01694.x',
  },
  edgeCases: {
    en:
      'One holder or equal holders: 1/4. Nobody: undefined. The holder on the border of a group counts in part, as on the Lorenz curve.',
    de:
      'Ein Halter oder gleiche Halter: 1/4. Niemand: nicht definiert. Wer auf der Grenze einer Gruppe liegt, zählt anteilig, wie auf der Lorenzkurve.',
  },
  measure: (distribution) => {
    const { count, total } = distribution
    if (count === 0) return undefinedBecause('noHolders')
    return ok(toRatio(tenfoldOfLargest(distribution, count), 10n * total - tenfoldOfLargest(distribution, 6 * count)))
  },
}

/** Ten times what the largest `tenths`/10 holders have, the last of them in part: a whole number. */
function tenfoldOfLargest(distribution: Distribution, tenths: number): bigint {
  const whole = Math.floor(tenths / 10)
  const next = whole < distribution.count ? amountAt(distribution.columns, whole) : 0n
  return 10n * sumOfLargest(distribution, whole) + BigInt(tenths % 10) * next
}
