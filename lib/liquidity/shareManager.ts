import { zeroAddress, type Address } from '../domain/address'
import type { ProviderFlow } from '../domain/provider'
import type { TokenPair } from '../domain/pool'
import { ManagedShares, type ManagedHolder } from './managedShares'
import { toTurnAmounts, type TurnAmounts } from './managerTurn'
import type { Growth } from './poolTicks'
import { shareOut } from './shareUnit'
import { addPair, isNothing, noTokens, subtractPair } from './tokenPair'

/** What a manager has in its pool at a moment. */
export interface ManagedPart {
  /** What its liquidity is worth, and the √price, Q64.96 */
  principal: TokenPair
  sqrtPrice: bigint
  /** Fees and loss versus rebalancing of all its positions since they began, paid out or not */
  earned: Growth
}

/** A transaction in which the manager, or its shares, did something. */
interface Turn {
  /** What it is told from others by */
  key: string
  blockNumber: number
  /** The last log of the pool that was the manager's, and of a share that moved */
  logs: { pool: number; share: number }
  put: TokenPair
  taken: TokenPair
  fees: TokenPair
  /** Those that were paid last */
  withFees: { logIndex: number; amounts: TokenPair }
  moves: Map<Address, Omit<Mover, 'account'>>
  part: ManagedPart
}

/** Whose shares became more in a transaction, or fewer, and in which log last. */
interface Mover {
  account: Address
  by: bigint
  logIndex: number
}

/**
 * A contract that has positions in a Uniswap v3 pool and gives out shares of its own for them, as those see it who have the shares.
 *
 * - What its liquidity is, is theirs by their shares. What it has beside the pool, idle, is not in the pool and not told.
 * - Fees and losses belong to the shares of the moment; fees that the manager collects were paid to whoever had earned them, before what it keeps of
 *   them for itself, and are put in again by all when it puts them to work. What was earned in the same transaction in which shares come and go
 *   belongs to those who had shares before it.
 * - What comes and goes is told by whole transactions, see `toTurnAmounts`: so shares that a router passes on are whose they are at its end, and a
 *   rebalance is nobody's deposit or withdrawal. Where logs were kept without their transaction, by whole blocks.
 *
 * Whoever only has shares did nothing: what the manager does for all is `passive`, and its gas nobody's.
 *
 * @example const open = new ShareManager(manager, look, tell); open.hear(deposit, '0x5c…'); open.move(zeroAddress, ann, 5n, log, '0x5c…'); open.catchUp(); open.end()
 * // tell heard { account: ann, kind: 'deposit', … }
 */
export class ShareManager {
  readonly shares: ManagedShares
  readonly #look: () => ManagedPart
  readonly #tell: (flow: ProviderFlow) => void
  #turn: Turn | null = null
  #isTouched = false

  /**
   * @param look what the manager has now
   * @param tell hears what holders did
   */
  constructor(account: Address, look: () => ManagedPart, tell: (flow: ProviderFlow) => void) {
    this.shares = new ManagedShares(account)
    this.#look = look
    this.#tell = tell
  }

  /** What the manager itself did in the pool. @param transaction what it is told from others by */
  hear({ blockNumber, logIndex, kind, amounts }: ProviderFlow, transaction: string): void {
    const turn = this.#begin(transaction, blockNumber)
    turn.logs.pool = logIndex
    if (kind === 'fees') {
      turn.fees = addPair(turn.fees, amounts)
      turn.withFees = { logIndex, amounts }
    } else if (kind === 'deposit' || kind === 'received') turn.put = addPair(turn.put, amounts)
    else {
      // What is given has its fees in it, which count as paid.
      const isPaid = kind === 'given' && turn.withFees.logIndex === logIndex
      turn.taken = addPair(turn.taken, isPaid ? subtractPair(amounts, turn.withFees.amounts) : amounts)
    }
  }

  /** Shares went from one to another: from the zero address where they are new, to it where they end. */
  move(from: Address, to: Address, amount: bigint, { blockNumber, logIndex }: { blockNumber: number; logIndex: number }, transaction: string): void {
    const turn = this.#begin(transaction, blockNumber)
    turn.logs.share = logIndex
    for (const [account, by] of [[from, -amount], [to, amount]] as const)
      if (account !== zeroAddress) turn.moves.set(account, { by: (turn.moves.get(account)?.by ?? 0n) + by, logIndex })
  }

  /** After each log: what it did is done. */
  catchUp(): void {
    if (!this.#isTouched || !this.#turn) return
    this.#isTouched = false
    this.#turn.part = this.#look()
  }

  /** Nothing more comes of the transaction. @throws Error where somebody passed on shares that it had not */
  end(): void {
    this.catchUp()
    const turn = this.#turn
    if (!turn) return
    this.#turn = null
    const { shares } = this
    const moves = [...turn.moves].map(([account, move]) => ({ account, ...move })).filter(({ by }) => by !== 0n)
    const [gainers, losers] = [moves.filter(({ by }) => by > 0n), moves.filter(({ by }) => by < 0n)]
    const [gained, lost] = [sumOf(gainers), -sumOf(losers)]
    const supply = [shares.supply, shares.supply + gained - lost] as const
    shares.settle(turn.part.earned)
    this.#payFees(turn)
    const told = toTurnAmounts({ ...turn, ...turn.part, supply, gained, lost })
    if (told.others) this.#tellOthers(turn, told.others, supply.includes(0n))
    this.#tellLosers(turn, losers, told)
    shares.change(new Map(moves.map(({ account, by }) => [account, by])))
    for (const kind of ['deposit', 'received'] as const)
      for (const [place, amounts] of divide(told[kind], gainers.map(({ by }) => by)).entries()) {
        const { account, logIndex } = gainers[place]!
        this.#say(turn, shares.holder(account), { kind, logIndex, amounts, basis: amounts })
      }
  }

  #payFees(turn: Turn): void {
    const { logIndex } = turn.withFees
    if (isNothing(turn.fees)) return
    for (const { holder, amounts } of this.shares.pay(turn.fees)) this.#say(turn, holder, { kind: 'fees', logIndex, amounts, basis: noTokens, ...this.#passing(holder) })
  }

  /** What all did who had shares before and have them still. @param isOwn where there are none of these: what the manager itself did */
  #tellOthers(turn: Turn, { kind, amounts, ended }: NonNullable<TurnAmounts['others']>, isOwn: boolean): void {
    const { shares } = this
    const left = ({ account, shares: had }: ManagedHolder) => lesser(had, had + (turn.moves.get(account)?.by ?? 0n))
    const holders = isOwn ? [shares.holder(shares.account)] : shares.holders.filter((holder) => left(holder) > 0n)
    const logIndex = turn.moves.size > 0 ? turn.logs.share : turn.logs.pool
    for (const [place, part] of divide(amounts, isOwn ? [1n] : holders.map(left)).entries()) {
      const holder = holders[place]!
      const basis = kind === 'deposit' || kind === 'received' ? part : partOf(holder.basis, ...ended)
      this.#say(turn, holder, { kind, logIndex, amounts: part, basis, ...this.#passing(holder) })
    }
  }

  #tellLosers(turn: Turn, losers: readonly Mover[], told: TurnAmounts): void {
    const weights = losers.map(({ by }) => -by)
    const [withdrawals, gifts] = [divide(told.withdrawal, weights), divide(told.given, weights)]
    for (const [place, { account, by, logIndex }] of losers.entries()) {
      const had = this.shares.sharesOf(account)
      const holder = this.shares.holder(account)
      const [amounts, given] = [withdrawals[place]!, gifts[place]!]
      const ended = had === 0n ? noTokens : partOf(holder.basis, -by, had)
      const isGiven = isNothing(amounts)
      this.#say(turn, holder, { kind: 'withdrawal', logIndex, amounts, basis: isGiven ? noTokens : ended })
      this.#say(turn, holder, { kind: 'given', logIndex, amounts: given, basis: isGiven ? ended : noTokens })
    }
  }

  /** What was earned up to now is whose the shares are, before it is read. */
  settle(): void {
    this.shares.settle(this.#look().earned)
  }

  #begin(key: string, blockNumber: number): Turn {
    if (this.#turn?.key !== key) this.end()
    this.#turn ??= {
      ...{ key, blockNumber, logs: { pool: 0, share: 0 }, put: noTokens, taken: noTokens, fees: noTokens },
      withFees: { logIndex: -1, amounts: noTokens }, moves: new Map(), part: notLooked,
    }
    this.#isTouched = true
    return this.#turn
  }

  /** Done by the manager for others, unless all is its own. */
  #passing({ account }: ManagedHolder): { passive?: true } {
    return this.shares.supply === 0n && account === this.shares.account ? {} : { passive: true }
  }

  #say({ blockNumber }: Turn, holder: ManagedHolder, flow: Omit<ProviderFlow, 'account' | 'blockNumber'>): void {
    const { kind, amounts, basis } = flow
    if (isNothing(amounts) && isNothing(basis)) return
    holder.basis = kind === 'deposit' || kind === 'received' ? addPair(holder.basis, basis) : subtractPair(holder.basis, basis)
    this.#tell({ account: holder.account, blockNumber, ...flow })
  }
}

const notLooked: ManagedPart = { principal: noTokens, sqrtPrice: 0n, earned: [0n, 0n, 0n] }
const lesser = (a: bigint, b: bigint) => (a < b ? a : b)
const sumOf = (movers: readonly Mover[]) => movers.reduce((sum, { by }) => sum + by, 0n)
const partOf = ([a, b]: TokenPair, part: bigint, whole: bigint): TokenPair => (part === whole ? [a, b] : [(a * part) / whole, (b * part) / whole])

function divide(amounts: TokenPair, weights: readonly bigint[]): TokenPair[] {
  const [parts0, parts1] = [shareOut(amounts[0], weights), shareOut(amounts[1], weights)]
  return weights.map((_, place) => [parts0[place]!, parts1[place]!])
}
