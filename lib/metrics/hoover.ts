import { toRatio } from '@/lib/domain/amount'
import { amountAt } from '@/lib/domain/columns'
import { ok, undefinedBecause, type Metric } from '@/lib/domain/metric'
import { sumOfLargest } from './sumOfLargest'

/**
 * Which share would have to change hands to make all holders equal: ½ Σ|s_i − 1/n| (Hoover 1936), as an exact fraction.
 * It is the largest distance between the Lorenz curve and the diagonal. The same when every holder is replicated. Undefined for nobody.
 *
 * @example hoover.measure(distribution) // of 3n, 1n: { status: 'ok', value: 0.25 }
 */
export const hoover: Metric = {
  id: 'hoover',
  name: { en: 'Hoover index', de: 'Hoover-Index' },
  question: {
    en: 'What share of everything would have to change hands for all to hold the same?',
    de: 'Welcher Anteil am Ganzen müsste den Besitzer wechseln, damit alle gleich viel halten?',
  },
  unit: 'share',
  range: '[0, 1 − 1/n]',
  direction: 'moreConcentrated',
  reference: {
    citation:
      'Hoover, E. M. (1936), The Measurement of Industrial Localization, Review of Economics and Statistics 18(4), 162–171',
    url: 'https://doi.org/10.2307/1927875',
  },
  edgeCases: {
    en: 'One holder or equal holders: 0. Nobody: undefined.',
    de: 'Ein Halter oder gleiche Halter: 0. Niemand: nicht definiert.',
  },
  measure: (distribution) => {
    const { columns, total } = distribution
    if (total === 0n) return undefinedBecause('noHolders')
    const count = BigInt(distribution.count)
    // What those above the mean hold beyond it equals what the others lack, so one side is enough.
    let rich = 0
    for (let poor = distribution.count; rich < poor; ) {
      const middle = (rich + poor) >>> 1
      if (amountAt(columns, middle) * count > total) rich = middle + 1
      else poor = middle
    }
    return ok(toRatio(sumOfLargest(distribution, rich) * count - BigInt(rich) * total, count * total))
  },
}
