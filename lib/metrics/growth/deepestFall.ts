/**
 * Between which two months did a price fall deepest? The largest loss from a price to a later one (maximum drawdown); of equally deep ones the first.
 *
 * @param prices at the ends of months, in order; null where none is known
 * @returns places in the list, and price at the trough ÷ price at the peak − 1; null where it never fell
 * @example toDeepestFall([{ end: 10 }, { end: 20 }, { end: 5 }, { end: 8 }]) // { peak: 1, trough: 2, change: -0.75 }
 */
export function toDeepestFall(prices: readonly { end: number | null }[]): { peak: number; trough: number; change: number } | null {
  let deepest: { peak: number; trough: number; change: number } | null = null
  let peak: { place: number; price: number } | null = null
  for (const [place, { end }] of prices.entries()) {
    if (end === null) continue
    if (!peak || end > peak.price) peak = { place, price: end }
    const change = end / peak.price - 1
    if (change < (deepest?.change ?? 0)) deepest = { peak: peak.place, trough: place, change }
  }
  return deepest
}
