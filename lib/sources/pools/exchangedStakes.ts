import type { Log } from '../../chain/log'
import { zeroAddress, type Address } from '../../domain/address'
import { toTransfer, transferTopic } from '../erc20'
import { joinStakes, type StakeMove, type Staking } from './stakedShares'

/** What stands in the place of a block's logs, and what is told behind one of them. */
export interface BlockStakes {
  /** As of `joinStakes` */
  joined: ReadonlyMap<Log, StakeMove | null>
  behind: ReadonlyMap<Log, readonly StakeMove[]>
}

/** Stakes of contracts, of which some exchanged what was staked for another token at some time. */
export interface FollowedStakes {
  /** A block's, one after the other; null of a block that has nothing to do with stakes */
  join(logs: readonly Log[]): BlockStakes | null
  /** Whether a contract's stakes in a block are of the token that is followed here, and of none that it was exchanged for or came in the place of */
  isKept(contract: Address, block: number): boolean
}

interface Exchange {
  staking: Staking
  stakes: Map<Address, bigint>
  total: bigint
  /** Stakes are still of an earlier token, are of this one, or went on in a later one */
  phase: 'before' | 'now' | 'after'
  /** Blocks of the two exchanges: what is paid in the one of the later is still for the earlier token */
  from: number
  upTo: number
}

/** The Transfer of a token that a log tells, of more than nothing. */
function toMoved(log: Log, token: Address) {
  if (log.address !== token || log.topics[0] !== transferTopic) return null
  const reading = toTransfer(log)
  return reading.status === 'transfer' && reading.transfer.amount > 0n ? reading.transfer : null
}

/**
 * Follows the stakes of contracts block after block.
 *
 * A MasterChef's owner may have it hand a pool's tokens to a migrator and take others for them, as many (`migrate`): SushiSwap so moved Uniswap's liquidity
 * to its own pairs. Nothing says so but Transfers that no stake's log goes with: all that lies in the farm leaves, and as much of another token comes.
 * What leaves was each staker's own, and so is what comes. What had merely been sent to the farm stays the farm's.
 *
 * @param isMint whether a log says what was paid for the new shares of a Transfer before it: they are handed on behind it
 * @example openStakes(stakings, isMint).join(logs)?.behind // Map { transfer → [{ kind: 'unstake', from: ann, to: pair, … }, …] }
 */
export function openStakes(stakings: readonly Staking[], isMint: (log: Log) => boolean): FollowedStakes {
  const contracts = new Set(stakings.map(({ contract }) => contract))
  const exchanges = stakings.flatMap((staking): Exchange[] => {
    const { isSuccessor, hasSuccessor } = staking
    return isSuccessor || hasSuccessor ? [{ staking, stakes: new Map(), total: 0n, phase: isSuccessor ? 'before' : 'now', from: isSuccessor ? Infinity : -1, upTo: Infinity }] : []
  })
  const comesIn = ({ staking: { contract, asset } }: Exchange, logs: readonly Log[]) => logs.some((log) => toMoved(log, asset)?.to === contract)

  function follow(exchange: Exchange, logs: readonly Log[], joined: Map<Log, StakeMove | null>, behind: Map<Log, StakeMove[]>): void {
    const { staking: { contract, asset, stakes: told, hasSuccessor }, stakes } = exchange
    const all = (toMove: (account: Address, shares: bigint) => Pick<StakeMove, 'kind' | 'from' | 'to'>): StakeMove[] =>
      [...stakes].flatMap(([account, shares]) => (shares > 0n ? [{ ...toMove(account, shares), token: asset, staking: contract, shares, passive: true }] : []))
    for (const [place, log] of logs.entries()) {
      const { phase, total } = exchange
      const stake = log.address === contract && log.topics[0] !== transferTopic ? told.toStake(log) : null
      if (stake) {
        const { account, amount, isPutIn } = stake
        const isPaid = joined.get(log) === null
        // A farm that was empty when it exchanged its token had none to hand on: the first stake tells.
        if (isPutIn && amount > 0n && total === 0n) {
          if (phase === 'before' && isPaid) Object.assign(exchange, { phase: 'now', from: log.blockNumber })
          if (phase === 'now' && hasSuccessor && !isPaid) Object.assign(exchange, { phase: 'after', upTo: log.blockNumber })
        }
        if (exchange.phase !== 'now') joined.set(log, null)
        stakes.set(account, (stakes.get(account) ?? 0n) + (isPutIn ? amount : -amount))
        exchange.total += isPutIn ? amount : -amount
        continue
      }
      const moved = joined.has(log) ? null : toMoved(log, asset)
      if (!moved || total === 0n || moved.amount < total) continue
      if (phase === 'now' && hasSuccessor && moved.from === contract) {
        const rest: StakeMove = { kind: 'pass', token: asset, staking: contract, from: contract, to: moved.to, shares: moved.amount - total }
        joined.set(log, null)
        behind.set(log, [...all((account) => ({ kind: 'unstake', from: account, to: moved.to })), rest])
        Object.assign(exchange, { phase: 'after', upTo: log.blockNumber })
      } else if (phase === 'before' && moved.to === contract) {
        const mint = moved.from === zeroAddress ? logs.slice(place).find((later) => later.address === asset && isMint(later)) : undefined
        behind.set(mint ?? log, all((account) => ({ kind: 'stake', from: contract, to: account })))
        Object.assign(exchange, { phase: 'now', from: log.blockNumber })
      }
    }
  }

  return {
    join(logs) {
      const open = exchanges.filter(({ phase }) => phase !== 'after')
      if (open.length === 0 && !logs.some(({ address }) => contracts.has(address))) return null
      const isJoined = (staking: Staking) => {
        const exchange = exchanges.find((one) => one.staking === staking)
        return !exchange || exchange.phase === 'now' || (exchange.phase === 'before' && comesIn(exchange, logs))
      }
      const joined = joinStakes(logs, stakings.filter(isJoined))
      const behind = new Map<Log, StakeMove[]>()
      for (const exchange of open) follow(exchange, logs, joined, behind)
      // No log of a contract's books is one of the pool's own.
      for (const log of logs) if (contracts.has(log.address) && log.topics[0] !== transferTopic && !joined.has(log)) joined.set(log, null)
      return { joined, behind }
    },
    isKept: (contract, block) => {
      const of = exchanges.filter(({ staking }) => staking.contract === contract)
      return of.length === 0 || of.some(({ from, upTo }) => block > from && block <= upTo)
    },
  }
}
