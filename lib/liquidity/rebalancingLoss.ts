/**
 * Loss versus rebalancing of one unit of liquidity in one swap (Milionis, Moallemi, Roughgarden, Zhang 2022, "Automated market making and
 * loss-versus-rebalancing"): what it sold, valued at the price after the swap, less what it was paid for it, without fees.
 *
 * The rebalancing portfolio holds at each swap what the liquidity holds, and trades at the price after the swap. From √price a to b, liquidity L
 * sells L·(1/a − 1/b) of token0, worth b² each in the end, for L·(b − a) of token1: it loses L·[b²·(1/a − 1/b) − (b − a)] = L·(b − a)²/a of token1.
 * That is x·ΔP − ΔV, with x = L/a, ΔP = b² − a², ΔV = 2L·(b − a). It is the same downwards, where it buys.
 *
 * Where a swap passes several ticks, the liquidity of its step from `from` to `to` trades there and is valued at the swap's `end`:
 * L·(to − from)·(end² − from·to)/(from·to), so that it does not matter how many steps the contract makes. In token0, with 1/P for P, all of it is
 * divided by end².
 *
 * @param step √prices in Q64.96, all above 0; `end` is not between `from` and `to`
 * @param quote the token in which it is told
 * @returns smallest units of that token for each unit of liquidity, Q128.128, rounded down; never negative
 * @example rebalancingLoss({ from: 2n ** 96n, to: 2n ** 97n, end: 2n ** 97n }, 1) // 2n ** 128n: (2 − 1)²/1
 */
export function rebalancingLoss({ from, to, end }: { from: bigint; to: bigint; end: bigint }, quote: 0 | 1): bigint {
  const moved = to - from
  // Where the step is the last, the general form has a factor `end` above and below: leaving it out saves half of the time.
  const [numerator, denominator] = to === end ? [moved * moved, from] : [moved * (end * end - from * to), from * to]
  return quote === 1 ? (numerator << 32n) / denominator : (numerator << 224n) / (denominator * end * end)
}
