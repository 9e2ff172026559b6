import type { Log } from '../../chain/log'
import { zeroAddress, type Address } from '../../domain/address'
import { toTransfer, transferTopic } from '../erc20'
import type { StakeKeeping } from './keepers/shareKeeper'

/** A contract in which a token is staked, of one that keeps books of several tokens one of them. */
export interface Staking extends StakeKeeping {
  contract: Address
}

/** Shares that went into a stake or out of one: who paid for it, or was paid. What merely passes is the staking contract's own. */
export interface StakeMove {
  kind: 'stake' | 'unstake' | 'pass'
  token: Address
  staking: Address
  from: Address
  to: Address
  shares: bigint
  /** Where the contract did it for everybody, and nobody for itself */
  passive?: true
}

interface Passing {
  log: Log
  from: Address
  to: Address
  shares: bigint
}

/**
 * Puts the two logs of each staking together: the shares' Transfer, and what the staking contract says of whose stake it is. A stake's Transfer is the
 * nearest before it of as many shares, else the nearest behind, to the staking contract or from it; where there is none, shares that already lay
 * there as its own became a stake, or a stake became its own.
 *
 * @param logs of one block: of tokens and of stakings
 * @returns what stands in a log's place: null for the other of two, undefined for every log that has nothing to do with stakes
 * @throws Error that names the log which is no event of its contract
 * @example joinStakes([transfer, staked], stakings) // Map { staked → null, transfer → { kind: 'stake', token, staking, from: ann, to: ann, shares: 5n } }
 */
export function joinStakes(logs: readonly Log[], stakings: readonly Staking[]): Map<Log, StakeMove | null> {
  const joined = new Map<Log, StakeMove | null>()
  const tokens = new Set(stakings.map(({ asset }) => asset))
  const passing = logs.flatMap((log, place): (Passing & { place: number })[] => {
    if (!tokens.has(log.address) || log.topics[0] !== transferTopic) return []
    const reading = toTransfer(log)
    // New shares are their own contract's matter, minted straight to the staking contract too: they lie there until they become somebody's stake.
    return reading.status === 'transfer' && reading.transfer.from !== zeroAddress ? [{ log, place, from: reading.transfer.from, to: reading.transfer.to, shares: reading.transfer.amount }] : []
  })
  for (const [place, log] of logs.entries()) {
    // A gauge may be a token too: its own Transfers are no stakes.
    if (log.topics[0] === transferTopic) continue
    for (const { contract: staking, asset: token, stakes } of stakings) {
      const told = log.address === staking ? stakes.toStake(log) : null
      if (!told) continue
      const { account: staker, amount: shares, isPutIn } = told
      const fitting = passing.filter((one) => !joined.has(one.log) && one.log.address === token && one.shares === shares && (isPutIn ? one.to : one.from) === staking)
      const found = fitting.filter((one) => one.place < place).at(-1) ?? fitting[0]
      const move: StakeMove = isPutIn
        ? { kind: 'stake', token, staking, from: found?.from ?? staking, to: staker, shares }
        : { kind: 'unstake', token, staking, from: staker, to: found?.to ?? staking, shares }
      joined.set(log, found ? null : move)
      if (found) joined.set(found.log, move)
    }
  }
  return joined
}
