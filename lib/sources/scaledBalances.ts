import type { Log } from '../chain/log'
import type { Address } from '../domain/address'

/** First topics of the events of aTokens: those of Aave v3, and of Aave v2. */
export const scaledTopics = {
  /** keccak256('Mint(address,address,uint256,uint256,uint256)'): caller, onBehalfOf, value, balanceIncrease, index */
  mint: '0x458f5fa412d0f69b08dd84872b0215675cc67bc1d5b6fd93300a1c3878b86196',
  /** keccak256('Burn(address,address,uint256,uint256,uint256)'): from, target, value, balanceIncrease, index */
  burn: '0x4cf25bc1d991c17529c25213d3cc0cda295eeaad5f13f361969b12ea48015f90',
  /** keccak256('BalanceTransfer(address,address,uint256,uint256)'): from, to, value (scaled in v3, an amount in v2), index */
  balanceTransfer: '0x4beccb90f994c31aced7a23b5611020728a23d8ec5cddd1a3e9d97b96fda8666',
  /** keccak256('Mint(address,uint256,uint256)'): to, value, index */
  mintV2: '0x4c209b5fc8ad50758f13e2e1088ba56a560dff690a1c6fef26394f4c03821c4f',
  /** keccak256('Burn(address,address,uint256,uint256)'): from, target, value, index */
  burnV2: '0x5d624aa9c148153ab3446c1b154f660ee7701e549fe9b62dab7171b1c80e6fa2',
} as const

const ray = 10n ** 27n

/** WadRayMath.rayDiv: amount over index, the half rounded up. */
const rayDiv = (amount: bigint, index: bigint) => (amount * ray + index / 2n) / index

/**
 * How much of an aToken each account holds, in scaled units: what its balance was worth when the liquidity index was 1. A balance is scaled
 * balance × index, and the index is the same for all, so scaled balances stand to each other as balances do at any time.
 *
 * `Mint` and `Burn` tell the amount that came or went together with the interest since the account's last event (`balanceIncrease`): it is
 * taken out again. A withdrawal smaller than that interest shows as a `Mint` whose value is below its increase; the interest of the two sides
 * of a transfer as one whose value is its increase. `BalanceTransfer` is in scaled units already. Aave v2 logs plain amounts everywhere.
 *
 * Exact for Aave v2 and v3.0 to v3.4, whose contracts round the half up (`ScaledBalanceTokenBase`). From v3.5 on they round in the pool's favour:
 * then an account may be off by one unit for each of its events.
 *
 * @param logs of one aToken with `scaledTopics`, in the chain's order; others are passed over
 * @returns every account that was ever named, with zero where it left; below zero only where rounding differs
 * @example foldScaledBalances([mintOf100ToAliceAtIndex2]) // Map { alice → 50n }
 */
export function foldScaledBalances(logs: readonly Log[]): Map<Address, bigint> {
  const balances = new Map<Address, bigint>()
  const changesOf = followScaledChanges()
  for (const log of logs) for (const [account, change] of changesOf(log)) balances.set(account, (balances.get(account) ?? 0n) + change)
  return balances
}

/**
 * The same log by log: by how much each changes whose scaled balance.
 *
 * @returns asked of one log after the other, in the chain's order
 * @example followScaledChanges()(mintOf100ToAliceAtIndex2) // [[alice, 50n]]
 */
export function followScaledChanges(): (log: Pick<Log, 'topics' | 'data'>) => readonly (readonly [account: Address, change: bigint])[] {
  // Whatever happens to an aToken, a Mint came first: its form says which version writes the logs.
  let isV2 = false
  const change = (topic: string | undefined, amount: bigint) => (topic ? [[`0x${topic.slice(26)}`.toLowerCase() as Address, amount] as const] : [])
  return ({ topics, data }) => {
    const [event, first, second] = topics
    if (event === scaledTopics.mintV2) isV2 = true
    const words = data.slice(2).match(/.{64}/g)?.map((word) => BigInt(`0x${word}`)) ?? []
    if (words.length !== (isV2 || event === scaledTopics.balanceTransfer ? 2 : 3) || words.at(-1) === 0n) return []
    const [value, increase] = words as [bigint, bigint]
    const index = words.at(-1)!
    if (event === scaledTopics.balanceTransfer) {
      const scaled = isV2 ? rayDiv(value, index) : value
      return [...change(first, -scaled), ...change(second, scaled)]
    }
    if (event === scaledTopics.mintV2) return change(first, rayDiv(value, index))
    if (event === scaledTopics.burnV2) return change(first, -rayDiv(value, index))
    if (event === scaledTopics.burn) return change(first, -rayDiv(value + increase, index))
    if (event === scaledTopics.mint) return change(second, value >= increase ? rayDiv(value - increase, index) : -rayDiv(increase - value, index))
    return []
  }
}
