import type { PoolValuer, PriceGap } from '../../liquidity/poolValuer'
import type { Gap } from '../../domain/snapshot'

/**
 * What could not be priced, in plain words: a gap for each token and currency, with the pools whose prices were looked for.
 *
 * @example toPriceGaps(valuer) // [{ subject: 'price of 0x1f98… in dollar', reason: 'no chain of pools leads there' }]
 */
export function toPriceGaps(valuer: Pick<PoolValuer, 'gaps'>): Gap[] {
  const alike = new Map<string, PriceGap[]>()
  for (const gap of valuer.gaps()) {
    const key = [gap.token, gap.currency, gap.price.reason === 'noPrice' ? gap.price.pool : ''].join(' ')
    const others = alike.get(key)
    if (others) others.push(gap)
    else alike.set(key, [gap])
  }
  return [...alike.values()].map((gaps) => ({ subject: `price of ${gaps[0]!.token} in ${gaps[0]!.currency}`, reason: toReason(gaps) }))
}

function toReason(gaps: readonly PriceGap[]): string {
  const { price, day } = gaps[0]!
  if (price.reason === 'noRoute') return 'no chain of followed pools leads there'
  const days = gaps.length === 1 ? `on ${day}` : `on ${gaps.length} days, the first asked for ${gaps.map((gap) => gap.day).sort()[0]}`
  return `pool ${price.pool} has no price ${days}; the way is ${price.path.join(' → ')}`
}
