import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Claim } from '../../domain/distribution'
import { assertEvent, toParty, toPlace, toWord } from '../eventWords'
import { graphRewardEvents, graphStakingEvents } from './graphEvents'
import type { Bond, Earning } from './stakeNetworkSource'

/** Cuts are told in millionths. */
const whole = 1_000_000n

interface Indexer {
  /** Its own stake, what is thawing in it included */
  own: bigint
  thawing: bigint
  /** Of indexing rewards, what it keeps; the rest is its delegators' */
  rewardCut: bigint
  /** What delegators have together, and how many shares of it there are */
  tokens: bigint
  shares: bigint
  delegators: Map<Address, { shares: bigint; leaving: bigint }>
}

const events = { ...graphStakingEvents, ...graphRewardEvents }
type EventName = keyof typeof events
const nameOf = new Map<string, EventName>(Object.entries(events).map(([name, { topic }]) => [topic, name as EventName]))

/**
 * The Graph's Staking replayed from its logs and those of its RewardsManager: indexers' stakes, and delegators' shares of each indexer's pool. Indexing
 * rewards are split by the contract without a log of their own: by the cut that the indexer has told, where there are delegators.
 * https://github.com/graphprotocol/contracts/blob/main/packages/contracts/contracts/staking/Staking.sol
 */
export class GraphBook {
  readonly #indexers = new Map<Address, Indexer>()

  /**
   * What a log says, and what was earned with it, if anything.
   *
   * @param log the next one in the chain's order
   * @throws Error that names a log of another form, or one that takes back more than there is
   */
  add(log: Log): Earning | null {
    const name = nameOf.get(log.topics[0] ?? '')
    if (!name) throw new Error(`${toPlace(log)} is no event of The Graph’s staking`)
    assertEvent(log, events[name])
    const earning = this.#steps[name](log)
    return earning ? { ...earning, blockNumber: log.blockNumber } : null
  }

  /** What is staked and delegated and not being taken back. */
  bonds(): Bond[] {
    return [...this.#indexers].flatMap(([operator, indexer]) => {
      const own = indexer.own - indexer.thawing
      const delegated = [...indexer.delegators].map(([account, { shares }]): Bond => ({ account, operator, amount: valueOf(indexer, shares) }))
      return [{ account: operator, operator, amount: own }, ...delegated].filter(({ amount }) => amount > 0n)
    })
  }

  /** What everybody has there, with what is being taken back. */
  claims(): Claim[] {
    return [...this.#indexers].flatMap(([account, indexer]) => [
      { account, amount: indexer.own },
      ...[...indexer.delegators].map(([delegator, { shares, leaving }]) => ({ account: delegator, amount: valueOf(indexer, shares) + leaving })),
    ]).filter(({ amount }) => amount > 0n)
  }

  readonly #steps: Record<EventName, (log: Log) => Omit<Earning, 'blockNumber'> | null> = {
    deposited: (log) => this.#stake(log, 1, toWord(log, 0)),
    locked: (log) => {
      this.#indexer(toParty(log, 1)).thawing = toWord(log, 0)
      return null
    },
    withdrawn: (log) => {
      this.#indexer(toParty(log, 1)).thawing -= toWord(log, 0)
      return this.#stake(log, 1, -toWord(log, 0))
    },
    slashed: (log) => this.#stake(log, 1, -toWord(log, 0)),
    movedToL2: (log) => this.#stake(log, 1, -toWord(log, 0)),
    terms: (log) => {
      this.#indexer(toParty(log, 1)).rewardCut = toWord(log, 0)
      return null
    },
    delegated: (log) => this.#delegate(log, [1, 2], { tokens: toWord(log, 0), shares: toWord(log, 1), leaving: 0n }),
    undelegated: (log) => this.#delegate(log, [1, 2], { tokens: -toWord(log, 0), shares: -toWord(log, 1), leaving: toWord(log, 0) }),
    delegationWithdrawn: (log) => this.#delegate(log, [1, 2], { tokens: 0n, shares: 0n, leaving: -toWord(log, 0) }),
    delegationMovedToL2: (log) => {
      const shares = this.#indexer(toParty(log, 3)).delegators.get(toParty(log, 1))?.shares ?? 0n
      return this.#delegate(log, [3, 1], { tokens: -toWord(log, 1), shares: -shares, leaving: 0n })
    },
    rebateClaimed: (log) => this.#fees(log, toWord(log, 2), toWord(log, 4)),
    rebateCollected: (log) => this.#fees(log, toWord(log, 6), toWord(log, 7)),
    assigned: (log) => this.#reward(log, toWord(log, 1)),
    assignedHorizon: (log) => this.#reward(log, toWord(log, 0)),
  }

  /** What the indexer is paid comes as a deposit of its own, or goes elsewhere. */
  #fees(log: Log, kept: bigint, shared: bigint): Omit<Earning, 'blockNumber'> {
    const operator = toParty(log, 1)
    this.#indexer(operator).tokens += shared
    return { operator, kind: 'fees', amount: kept + shared, kept }
  }

  #reward(log: Log, amount: bigint): Omit<Earning, 'blockNumber'> {
    const operator = toParty(log, 1)
    const indexer = this.#indexer(operator)
    const kept = indexer.tokens > 0n && indexer.rewardCut < whole ? (indexer.rewardCut * amount) / whole : amount
    indexer.tokens += amount - kept
    return { operator, kind: 'rewards', amount, kept }
  }

  #stake(log: Log, place: number, change: bigint): null {
    const indexer = this.#indexer(toParty(log, place))
    indexer.own += change
    // A slash may reach what is thawing.
    if (indexer.thawing > indexer.own) indexer.thawing = indexer.own
    if (indexer.own < 0n) throw new Error(`${toPlace(log)} takes ${-indexer.own} more than was staked: logs before it are missing`)
    return null
  }

  #delegate(log: Log, [indexerPlace, delegatorPlace]: readonly [number, number], change: { tokens: bigint; shares: bigint; leaving: bigint }): null {
    const indexer = this.#indexer(toParty(log, indexerPlace))
    const account = toParty(log, delegatorPlace)
    const known = indexer.delegators.get(account) ?? { shares: 0n, leaving: 0n }
    indexer.delegators.set(account, { shares: known.shares + change.shares, leaving: known.leaving + change.leaving })
    indexer.tokens += change.tokens
    indexer.shares += change.shares
    if (known.shares + change.shares < 0n || known.leaving + change.leaving < 0n) throw new Error(`${toPlace(log)}: ${account} takes back more than it delegated: logs before it are missing`)
    return null
  }

  #indexer(account: Address): Indexer {
    const known = this.#indexers.get(account) ?? { own: 0n, thawing: 0n, rewardCut: whole, tokens: 0n, shares: 0n, delegators: new Map() }
    this.#indexers.set(account, known)
    return known
  }
}

const valueOf = ({ tokens, shares }: Indexer, part: bigint): bigint => (shares === 0n ? 0n : (part * tokens) / shares)
