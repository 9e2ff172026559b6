import type { Address } from '../domain/address'
import type { TokenPair } from '../domain/pool'
import { changeAccount, toEmptyAccount, type FeeAccount } from './feeAccount'
import type { Range } from './positionAmounts'
import { PoolTicks, type Growth } from './poolTicks'

/** What never changes of a Uniswap v3 pool. */
export interface PoolTerms {
  /** Millionths of what a swap pays in */
  feePpm: number
  tickSpacing: number
  /** The token in which loss versus rebalancing is told */
  quote: 0 | 1
}

/** What the pool keeps of a position, and what it does not: growth of loss versus rebalancing inside its range when it was last reckoned. */
export type PoolAccount = FeeAccount & { lastLoss: bigint }

/** Liquidity of one owner in one range, as the pool knows it: all of the manager's NFTs of a range are one. */
export type OwnedRange = Range & { owner: Address }

/**
 * A Uniswap v3 pool's own storage (UniswapV3Pool of v3-core), and sums that it does not keep. It is changed by replaying its logs in their order:
 * `initialize`, `changeLiquidity`, `payOut`, `addFlash`, `payProtocol` and `setFeeProtocol` here, `replaySwap` beside it.
 */
export class PoolCore {
  readonly terms: PoolTerms
  readonly ticks: PoolTicks
  /** √(token1 / token0) in Q64.96; null before its first price */
  sqrtPrice: bigint | null = null
  tick = 0
  liquidity = 0n
  growth: Growth = [0n, 0n, 0n]
  /** The protocol takes one of so many parts of the fees paid in each token; 0 for none */
  feeProtocol: readonly [bigint, bigint] = [0n, 0n]
  /** Earned by the protocol and not paid out */
  protocolFees: [bigint, bigint] = [0n, 0n]
  /** What swaps paid in, fees included */
  readonly volume: [bigint, bigint] = [0n, 0n]
  /** What swaps and flash loans paid in fees, the protocol's part included */
  readonly fees: [bigint, bigint] = [0n, 0n]
  /** What the protocol has earned of it since the beginning */
  readonly protocolEarned: [bigint, bigint] = [0n, 0n]
  /** Fees that went to liquidity in use, Q128.128: what the contract rounds off for each unit of it is not in it */
  readonly distributed: [bigint, bigint] = [0n, 0n]
  /** What came in as liquidity or was swapped in without fees, less what went out: what positions are worth, and what the pool rounded in its favour */
  readonly amounts: [bigint, bigint] = [0n, 0n]
  readonly #positions = new Map<string, PoolAccount>()

  constructor(terms: PoolTerms) {
    this.terms = terms
    this.ticks = new PoolTicks(terms.tickSpacing)
  }

  initialize(sqrtPrice: bigint, tick: number): void {
    this.sqrtPrice = sqrtPrice
    this.tick = tick
  }

  /** What the pool keeps of a position; one that it never heard of is empty. */
  position({ owner, tickLower, tickUpper }: OwnedRange): PoolAccount {
    const key = `${owner}/${tickLower}/${tickUpper}`
    const known = this.#positions.get(key) ?? { ...toEmptyAccount(), lastLoss: 0n }
    this.#positions.set(key, known)
    return known
  }

  inside(range: Range): Growth {
    return this.ticks.inside(range, this.tick, this.growth)
  }

  /**
   * A Mint (above 0) or a Burn (below 0; 0 only reckons fees).
   *
   * @param amounts what was paid in for it, or is owed for it from now on
   * @throws Error where more is taken out than is there: logs are missing
   */
  changeLiquidity(place: OwnedRange, liquidity: bigint, amounts: TokenPair): void {
    const account = this.position(place)
    if (account.liquidity + liquidity < 0n) throw new Error(`more liquidity is taken out than ${place.owner} has from ${place.tickLower} to ${place.tickUpper}`)
    if (liquidity !== 0n) this.ticks.update(place, liquidity, this.tick, this.growth)
    const [fees0, fees1, loss] = this.inside(place)
    account.lastLoss = loss
    changeAccount(account, [fees0, fees1], liquidity, liquidity > 0n ? [0n, 0n] : amounts)
    if (liquidity < 0n) this.ticks.clear(place)
    if (this.tick >= place.tickLower && this.tick < place.tickUpper) this.liquidity += liquidity
    for (const token of [0, 1] as const) this.amounts[token] += liquidity > 0n ? amounts[token] : -amounts[token]
  }

  /** A Collect. @throws Error where more is paid out than was owed: logs are missing */
  payOut(place: OwnedRange, [paid0, paid1]: TokenPair): void {
    const account = this.position(place)
    const [owed0, owed1] = account.owed
    if (paid0 > owed0 || paid1 > owed1) throw new Error(`more is paid out than ${place.owner} was owed from ${place.tickLower} to ${place.tickUpper}`)
    account.owed = [owed0 - paid0, owed1 - paid1]
  }

  /** A Flash: what was paid above what was lent. @throws Error where no liquidity is in use: logs are missing */
  addFlash(paid: TokenPair): void {
    for (const token of [0, 1] as const) {
      this.fees[token] += paid[token]
      this.earn(token, paid[token], this.liquidity)
    }
  }

  /** A CollectProtocol. @throws Error where the protocol had not earned so much: logs are missing */
  payProtocol([paid0, paid1]: TokenPair): void {
    const [owed0, owed1] = this.protocolFees
    if (paid0 > owed0 || paid1 > owed1) throw new Error('the protocol is paid more than it has earned')
    this.protocolFees = [owed0 - paid0, owed1 - paid1]
  }

  /** A fee of one step or flash loan: the protocol's part, and the rest for each unit of liquidity in use, both rounded down. */
  earn(token: 0 | 1, fee: bigint, liquidity: bigint): void {
    if (fee === 0n) return
    if (liquidity === 0n) throw new Error('a fee is paid where no liquidity is in use')
    const parts = this.feeProtocol[token]
    const protocolPart = parts === 0n ? 0n : fee / parts
    this.protocolFees[token] += protocolPart
    this.protocolEarned[token] += protocolPart
    const growth = ((fee - protocolPart) << 128n) / liquidity
    this.distributed[token] += growth * liquidity
    this.#grow(token, growth)
  }

  /** Loss versus rebalancing of each unit of liquidity in use. */
  lose(loss: bigint): void {
    this.#grow(2, loss)
  }

  #grow(what: 0 | 1 | 2, by: bigint): void {
    const [fees0, fees1, loss] = this.growth
    const grown = BigInt.asUintN(256, this.growth[what] + by)
    this.growth = what === 0 ? [grown, fees1, loss] : what === 1 ? [fees0, grown, loss] : [fees0, fees1, grown]
  }
}
