import type { Log } from '../../chain/log'
import { zeroAddress, type Address } from '../../domain/address'
import { toTransfer, transferTopic } from '../erc20'
import { assertEvent, toParty, toWord } from '../eventWords'
import type { StakeEvents } from '../foldStakes'

/** A contract in which a token is staked. */
export interface Staking {
  token: Address
  events: StakeEvents
}

/** Shares that went into a stake or out of one: who paid for it, or was paid. */
export interface StakeMove {
  kind: 'stake' | 'unstake'
  token: Address
  staking: Address
  from: Address
  to: Address
  shares: bigint
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
 * @param stakings by their address
 * @returns what stands in a log's place: null for the other of two, undefined for every log that has nothing to do with stakes
 * @throws Error that names the log which is no event of its contract
 * @example joinStakes([transfer, staked], stakings) // Map { staked → null, transfer → { kind: 'stake', token, staking, from: ann, to: ann, shares: 5n } }
 */
export function joinStakes(logs: readonly Log[], stakings: ReadonlyMap<Address, Staking>): Map<Log, StakeMove | null> {
  const joined = new Map<Log, StakeMove | null>()
  const tokens = new Set([...stakings.values()].map(({ token }) => token))
  const passing = logs.flatMap((log, place): (Passing & { place: number })[] => {
    if (!tokens.has(log.address) || log.topics[0] !== transferTopic) return []
    const reading = toTransfer(log)
    // New shares are their own contract's matter, minted straight to the staking contract too: they lie there until they become somebody's stake.
    return reading.status === 'transfer' && reading.transfer.from !== zeroAddress ? [{ log, place, from: reading.transfer.from, to: reading.transfer.to, shares: reading.transfer.amount }] : []
  })
  for (const [place, log] of logs.entries()) {
    const known = stakings.get(log.address)
    // A gauge may be a token too: its own Transfers are no stakes.
    if (!known || log.topics[0] === transferTopic) continue
    const { token, events } = known
    const isPutIn = log.topics[0] === events.putIn.topic
    assertEvent(log, isPutIn ? events.putIn : events.takenBack)
    const [staking, staker, shares] = [log.address, toParty(log, 1), toWord(log, 0)]
    const fitting = passing.filter((one) => !joined.has(one.log) && one.log.address === token && one.shares === shares && (isPutIn ? one.to : one.from) === staking)
    const found = fitting.filter((one) => one.place < place).at(-1) ?? fitting[0]
    const move: StakeMove = isPutIn
      ? { kind: 'stake', token, staking, from: found?.from ?? staking, to: staker, shares }
      : { kind: 'unstake', token, staking, from: staker, to: found?.to ?? staking, shares }
    joined.set(log, found ? null : move)
    if (found) joined.set(found.log, move)
  }
  return joined
}
