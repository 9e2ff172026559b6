import type { Address } from '@/lib/domain/address'
import type { FlowKind } from '@/lib/domain/provider'
import { none, type Pair } from './happenings'

/** What an account did in a pool, as receipts tell it. */
export interface Deed {
  blockNumber: number
  kind: FlowKind
  amounts: Pair
  /** As ProviderFlow says */
  basis: Pair
}

/** An account's past in a pool. */
export interface PastProvider {
  deeds: Deed[]
  gas: { blockNumber: number; wei: bigint }[]
  rewards: { blockNumber: number; amount: bigint }[]
  /** What it paid in for what it still has */
  basis: Pair
  /** Loss versus rebalancing, swap by swap, in smallest units of wrapped ether */
  loss: number
}

/** A pool's past, put together from receipts by the plainest means: everybody is looked at with every swap. */
export interface PoolPast {
  providers: Map<Address, PastProvider>
  /** What swaps paid in */
  volume: Pair
  /** Liquidity, or shares, that somebody owns */
  owned: bigint
}

export function openProviders() {
  const providers = new Map<Address, PastProvider>()
  const of = (account: Address): PastProvider => {
    let known = providers.get(account)
    if (!known) providers.set(account, (known = { deeds: [], gas: [], rewards: [], basis: none, loss: 0 }))
    return known
  }
  return { providers, of }
}

/**
 * What a holder of `liquidity` between two √prices loses in a swap to one who holds the same, and trades at the price after it: he has sold (or bought)
 * token0 at another price than that. In token1; in token0 it is that much less by the price after the swap.
 */
export function toLoss(liquidity: number, [lower, upper]: readonly [number, number], from: number, to: number, wethIsToken0: boolean): number {
  const clip = (root: number) => Math.min(upper, Math.max(lower, root))
  const [begin, end] = [clip(from), clip(to)]
  if (begin === end) return 0
  const lost = (liquidity * (end - begin) * (to * to - begin * end)) / (begin * end)
  return wethIsToken0 ? lost / (to * to) : lost
}

/** Gas of a transaction, in equal parts for everybody who did something in it; what cannot be divided goes to the first by address. */
export function payGas(of: (account: Address) => PastProvider, accounts: ReadonlySet<Address>, { blockNumber, wei }: { blockNumber: number; wei: bigint }): void {
  const count = BigInt(accounts.size)
  for (const [place, account] of [...accounts].sort().entries()) of(account).gas.push({ blockNumber, wei: wei / count + (place === 0 ? wei % count : 0n) })
}
