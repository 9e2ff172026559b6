import { decodeAbiParameters, parseAbiParameters, toEventSelector } from 'viem'
import type { Address } from '@/lib/domain/address'

export interface StoryLog {
  address: Address
  topics: readonly `0x${string}`[]
  data: `0x${string}`
}

/** A position NFT of Uniswap v3. */
export interface StoryPosition {
  owner: Address
  liquidity: bigint
}

const topics = {
  transfer: toEventSelector('Transfer(address,address,uint256)'),
  sync: toEventSelector('Sync(uint112,uint112)'),
  initialize: toEventSelector('Initialize(uint160,int24)'),
  swap: toEventSelector('Swap(address,address,int256,int256,uint160,uint128,int24)'),
  increase: toEventSelector('IncreaseLiquidity(uint256,uint128,uint256,uint256)'),
  decrease: toEventSelector('DecreaseLiquidity(uint256,uint128,uint256,uint256)'),
}

/**
 * What the story's people know of the chain, folded from its logs: balances, reserves, positions.
 * It is not lib/ledger, so that what Lorenz measures never rests on what it checks.
 */
export class StoryLedger {
  readonly #balances = new Map<Address, Map<Address, bigint>>()
  readonly #reserves = new Map<Address, readonly [bigint, bigint]>()
  readonly #poolPrices = new Map<Address, bigint>()
  readonly positions = new Map<bigint, StoryPosition>()

  balanceOf(token: Address, account: Address): bigint {
    return this.#balances.get(token)?.get(account) ?? 0n
  }

  /** A v2 pair's reserves, token0's first. */
  reservesOf(pair: Address): readonly [bigint, bigint] {
    return this.#reserves.get(pair) ?? [0n, 0n]
  }

  /** A v3 pool's √(token1 / token0) in Q64.96. */
  sqrtPriceOf(pool: Address): bigint {
    return this.#poolPrices.get(pool) ?? 0n
  }

  apply({ address, topics: [topic, ...indexed], data }: StoryLog): void {
    if (topic === topics.transfer && indexed.length === 2) this.#move(address, toAddress(indexed[0]!), toAddress(indexed[1]!), BigInt(data))
    else if (topic === topics.transfer && indexed.length === 3) {
      const id = BigInt(indexed[2]!)
      this.positions.set(id, { owner: toAddress(indexed[1]!), liquidity: this.positions.get(id)?.liquidity ?? 0n })
    } else if (topic === topics.sync) this.#reserves.set(address, decodeAbiParameters(parseAbiParameters('uint112, uint112'), data))
    else if (topic === topics.initialize) this.#poolPrices.set(address, BigInt(data.slice(0, 66)))
    else if (topic === topics.swap) this.#poolPrices.set(address, BigInt(`0x${data.slice(2 + 128, 2 + 192)}`))
    else if (topic === topics.increase) this.#resize(BigInt(indexed[0]!), BigInt(data.slice(0, 66)))
    else if (topic === topics.decrease) this.#resize(BigInt(indexed[0]!), -BigInt(data.slice(0, 66)))
  }

  #move(token: Address, from: Address, to: Address, amount: bigint): void {
    const balances = this.#balances.get(token) ?? new Map<Address, bigint>()
    this.#balances.set(token, balances)
    balances.set(from, (balances.get(from) ?? 0n) - amount)
    balances.set(to, (balances.get(to) ?? 0n) + amount)
  }

  #resize(id: bigint, change: bigint): void {
    const position = this.positions.get(id)
    if (!position) throw new Error(`position ${id} changed before it was minted`)
    position.liquidity += change
  }
}

const toAddress = (topic: `0x${string}`): Address => `0x${topic.slice(26)}`
