import { zeroAddress, type Address } from '../domain/address'
import type { TokenPair } from '../domain/pool'
import type { FlowKind, ProviderFlow } from '../domain/provider'
import { changeAccount, toEmptyAccount, toOwed } from './feeAccount'
import { grownBy } from './feeGrowth'
import { NftHandovers, type NftHandover } from './nftHandovers'
import { NftMatcher, type Deposit } from './nftMatcher'
import { PoolCore, type PoolTerms } from './poolCore'
import type { PoolEvent } from './poolEvent'
import { positionAmounts } from './positionAmounts'
import { putFresh, splitBasis, takeFresh, type ProviderPosition } from './providerPosition'
import { replaySwap, type SwapEvent } from './replaySwap'
import { addPair, isNothing, lesserPair, noTokens, subtractPair } from './tokenPair'
import { WeightTable } from './weightTable'

type Place = { blockNumber: number; logIndex: number }
type EventOf<Kind extends PoolEvent['kind']> = Extract<PoolEvent, { kind: Kind }>

/**
 * Who provides a Uniswap v3 pool's liquidity, what flowed between each and the pool, and what is owed: `PoolCore` replays the pool, this book its
 * positions, those of the manager of NFTs by the manager's own reckoning.
 */
export class ProviderBook {
  readonly core: PoolCore
  readonly manager: Address | null
  /** Positions that have, or may have, something in them, by number of the NFT or by owner and range. Of the manager itself: nobody can take them out */
  readonly positions = new Map<string, ProviderPosition>()
  /** Loss versus rebalancing reckoned so far */
  readonly losses = new Map<Address, bigint>()
  /** Those under the manager's own name: few or none */
  readonly locked: ProviderPosition[] = []
  readonly weights = new WeightTable()
  /** Fees that were reckoned for providers so far, as the contracts round them down; and the same before it was rounded, Q128.128, of everybody */
  readonly reckonedFees: [bigint, bigint] = [0n, 0n]
  readonly reckonedGrowth: [bigint, bigint] = [0n, 0n]
  /** Fees that were paid out, or count so because the position was handed on */
  feesPaid: TokenPair = noTokens
  justInTimeFees: TokenPair = noTokens
  /** Hears a flow and the position that it is of before anybody is told: where it answers true, nobody is */
  hear: (flow: ProviderFlow, position: ProviderPosition) => boolean = () => false
  #flows: ProviderFlow[] = []
  readonly #matcher: NftMatcher
  readonly #handovers = new NftHandovers()
  /** What the pool paid out for the manager, whose own log is the next */
  #paid: EventOf<'collect'> | null = null

  constructor(terms: PoolTerms, manager: Address | null) {
    this.core = new PoolCore(terms)
    this.manager = manager
    this.#matcher = new NftMatcher(manager, (tokenId) => this.positions.has(String(tokenId)))
  }

  /** @throws Error where it does not follow from what came before: logs are missing */
  swap(event: SwapEvent): void {
    this.endBlock()
    replaySwap(this.core, event)
  }

  /** Any other event of the pool or of the manager. @throws Error as `swap` does */
  add(event: PoolEvent): void {
    const { core } = this
    if (event.kind === 'mint') core.changeLiquidity(event, event.liquidity, event.amounts)
    for (const deposit of this.#matcher.take(event)) this.#deposit(deposit)
    for (const handover of this.#handovers.take(event)) this.#handOn(handover)
    if (event.kind === 'mint') return
    if (event.kind === 'price') core.initialize(event.sqrtPrice, event.tick)
    else if (event.kind === 'flash') core.addFlash(event.paid)
    else if (event.kind === 'feeProtocol') core.feeProtocol = event.parts
    else if (event.kind === 'protocolPayout') core.payProtocol(event.amounts)
    else if (event.kind === 'burn') {
      core.changeLiquidity(event, -event.liquidity, event.amounts)
      if (event.owner !== this.manager) this.#withdraw(this.#open({ ...event, tokenId: null }), event)
    } else if (event.kind === 'collect') {
      core.payOut(event, event.amounts)
      if (event.owner === this.manager) this.#paid = event
      else this.#payOut(this.#open({ ...event, tokenId: null }), event, event.amounts)
    } else {
      const position = this.positions.get(String(event.tokenId))
      if (!position || event.kind === 'increase' || event.kind === 'transfer' || event.kind === 'kept') return
      if (event.kind === 'payout') this.#fetch(position, event)
      else {
        changeAccount(position.account, position.inPool.last, -event.liquidity, event.amounts)
        this.#withdraw(position, event)
      }
    }
  }

  /** After the last log of a block. */
  endBlock(): void {
    for (const deposit of this.#matcher.end()) this.#deposit(deposit)
    for (const handover of this.#handovers.end()) this.#handOn(handover)
  }

  takeFlows(): ProviderFlow[] {
    const flows = this.#flows
    this.#flows = []
    return flows
  }

  /** What `collect` would pay a position's owner now: of an NFT no more than the pool has for all NFTs of the range together. */
  owedTo(position: ProviderPosition): TokenPair {
    const [fees0, fees1] = this.core.inside(position)
    const owed = toOwed(position.account, [fees0, fees1])
    return position.tokenId === null ? owed : lesserPair(owed, toOwed(position.inPool, [fees0, fees1]))
  }

  /** The part of it that is fees of the position's present owner. */
  feesOwedTo(position: ProviderPosition): TokenPair {
    const owed = this.owedTo(position)
    return subtractPair(owed, lesserPair(owed, position.notFees))
  }

  /** Loss versus rebalancing of a position since it was last reckoned. */
  lossOf(position: ProviderPosition): bigint {
    return position.liquidity === 0n ? 0n : grownBy(position.liquidity, this.core.inside(position)[2], position.last[2])
  }

  /** Liquidity that somebody put under the manager's name without an NFT. */
  isLocked({ tokenId, owner }: ProviderPosition): boolean {
    return tokenId === null && owner === this.manager
  }

  #open({ tokenId, owner, tickLower, tickUpper }: Pick<ProviderPosition, 'tokenId' | 'owner' | 'tickLower' | 'tickUpper'>): ProviderPosition {
    const key = tokenId === null ? `${owner}/${tickLower}/${tickUpper}` : String(tokenId)
    const known = this.positions.get(key)
    if (known) return known
    const inPool = this.core.position({ owner: tokenId === null ? owner : this.manager!, tickLower, tickUpper })
    const account = tokenId === null ? inPool : toEmptyAccount()
    const opened: ProviderPosition = { key, tokenId, owner, tickLower, tickUpper, liquidity: 0n, account, inPool, basis: noTokens, notFees: noTokens, last: [0n, 0n, 0n], fresh: [] }
    this.positions.set(key, opened)
    if (this.isLocked(opened)) this.locked.push(opened)
    return opened
  }

  #deposit({ mint, nft }: Deposit): void {
    const { blockNumber, liquidity, amounts } = mint
    const position = this.#open({ ...mint, tokenId: nft?.tokenId ?? null, owner: nft?.owner ?? mint.owner })
    const { last: inside } = position.inPool
    if (nft) changeAccount(position.account, inside, liquidity, noTokens)
    this.#reckon(position)
    position.liquidity += liquidity
    if (this.isLocked(position)) return
    this.weights.set(position.key, position)
    position.basis = addPair(position.basis, amounts)
    putFresh(position, { blockNumber, liquidity, inside })
    this.#tell(mint, position, 'deposit', amounts, amounts)
  }

  #withdraw(position: ProviderPosition, event: EventOf<'burn' | 'decrease'>): void {
    const { liquidity, amounts, blockNumber } = event
    this.#reckon(position)
    if (liquidity === 0n) return
    const basis = splitBasis(position, liquidity)
    this.justInTimeFees = addPair(this.justInTimeFees, takeFresh(position, blockNumber, liquidity, position.inPool.last))
    position.liquidity -= liquidity
    this.weights.set(position.key, position)
    position.basis = subtractPair(position.basis, basis)
    position.notFees = addPair(position.notFees, amounts)
    this.#tell(event, position, 'withdrawal', amounts, basis)
  }

  /** The manager's Collect: it reckons the NFT's fees, and takes what it asked for off the account, even where the pool had a little less to pay. */
  #fetch(position: ProviderPosition, event: EventOf<'payout'>): void {
    const paid = this.#paid
    if (paid?.blockNumber !== event.blockNumber || paid.logIndex !== event.logIndex - 1) throw new Error(`the pool paid nothing out for the NFT ${event.tokenId}`)
    const { account } = position
    if (account.liquidity > 0n) {
      changeAccount(account, position.inPool.last, 0n, noTokens)
      this.#reckon(position)
    }
    const owed = subtractPair(account.owed, event.amounts)
    if (owed[0] < 0n || owed[1] < 0n) throw new Error(`the NFT ${event.tokenId} is paid more than it was owed`)
    account.owed = owed
    this.#payOut(position, event, paid.amounts)
  }

  /** What was taken out is paid before fees. */
  #payOut(position: ProviderPosition, event: EventOf<'collect' | 'payout'>, paid: TokenPair): void {
    const ended = lesserPair(event.amounts, position.notFees)
    position.notFees = subtractPair(position.notFees, ended)
    this.#payFees(position, event, subtractPair(paid, lesserPair(paid, ended)))
  }

  #payFees(position: ProviderPosition, place: Place, fees: TokenPair): void {
    if (isNothing(fees)) return
    this.feesPaid = addPair(this.feesPaid, fees)
    this.#tell(place, position, 'fees', fees, noTokens)
  }

  /**
   * An NFT changes hands: its fees so far count as paid to the giver, and are part of what it gives; the receiver is owed them from now on. What the
   * giver had taken out and not fetched is among its withdrawals already.
   */
  #handOn(event: NftHandover): void {
    const position = this.positions.get(String(event.tokenId))
    if (!position) return
    if (event.to === zeroAddress) return void this.positions.delete(String(event.tokenId))
    if (event.to === position.owner) return
    const fees = this.feesOwedTo(position)
    const { sqrtPrice, tick } = this.core
    const principal = positionAmounts(position, { sqrtPrice: sqrtPrice!, tick })
    const worth = addPair(principal, fees)
    this.#payFees(position, event, fees)
    this.#reckonLoss(position, this.core.inside(position)[2])
    if (position.liquidity > 0n || !isNothing(fees)) {
      this.#tell(event, position, 'given', worth, position.basis)
      this.#tell(event, position, 'received', worth, worth, event.to)
    }
    if (!isNothing(fees)) this.#tell(event, position, 'withdrawal', fees, fees, event.to)
    position.owner = event.to
    this.weights.set(position.key, position)
    position.basis = principal
    position.notFees = addPair(position.notFees, fees)
  }

  /** What a position has gained and lost up to where the pool last reckoned it; before its liquidity changes. */
  #reckon(position: ProviderPosition): void {
    const { liquidity, last } = position
    const { last: inside, lastLoss } = position.inPool
    this.#reckonLoss(position, lastLoss)
    position.last = [inside[0], inside[1], lastLoss]
    if (liquidity === 0n) return
    for (const token of [0, 1] as const) {
      const grown = BigInt.asUintN(256, inside[token] - last[token]) * liquidity
      this.reckonedGrowth[token] += grown
      if (!this.isLocked(position)) this.reckonedFees[token] += grown >> 128n
    }
  }

  #reckonLoss(position: ProviderPosition, inside: bigint): void {
    const [fees0, fees1, last] = position.last
    const loss = grownBy(position.liquidity, inside, last)
    position.last = [fees0, fees1, inside]
    if (loss > 0n && !this.isLocked(position)) this.losses.set(position.owner, (this.losses.get(position.owner) ?? 0n) + loss)
  }

  #tell({ blockNumber, logIndex }: Place, position: ProviderPosition, kind: FlowKind, amounts: TokenPair, basis: TokenPair, account = position.owner): void {
    const flow: ProviderFlow = { account, blockNumber, logIndex, kind, amounts, basis }
    if (!this.hear(flow, position)) this.#flows.push(flow)
  }
}
