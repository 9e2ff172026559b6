import { zeroAddress, type Address } from '../../domain/address'
import { toToldVotes } from './toldVotes'
import type { VotesBooks } from './votesSource'

/** Votes that follow from what accounts hold and to whom they have delegated it. */
export type HeldVotes = Pick<VotesBooks, 'hold' | 'changesAt' | 'votesOf' | 'accounts' | 'given'> & {
  /** From now on `delegator`'s votes are `delegate`'s; its own again where that is itself or nobody */
  delegate: (delegator: Address, delegate: Address) => void
  /** Forgets all delegations; delegated amounts are rounded down to `scale` from now on */
  begin: (scale: bigint) => void
  /** An amount counts as amount · 10^18 / rate from now on */
  setRate: (rate: bigint) => void
}

const one = 10n ** 18n

/**
 * Votes of holders who vote unless they have delegated: each account's own, where it has not, and what others have delegated to it.
 *
 * @example const held = openHeldVotes(); held.hold(new Map([[ann, 5n], [bob, 2n]])); held.delegate(ann, bob); held.changesAt(…) // bob has 7
 */
export function openHeldVotes(): HeldVotes {
  const balances = new Map<Address, bigint>()
  const delegates = new Map<Address, Address>()
  const votes = new Map<Address, bigint>()
  const told = toToldVotes()
  let touched = new Set<Address>()
  let [scale, rate] = [1n, one]

  const partOf = (holder: Address, balance: bigint) => (delegates.has(holder) ? balance - (balance % scale) : balance)
  const move = (holder: Address, by: (part: bigint) => bigint) => {
    const voter = delegates.get(holder) ?? holder
    votes.set(voter, (votes.get(voter) ?? 0n) + by(partOf(holder, balances.get(holder) ?? 0n)))
    touched.add(voter)
  }
  const addAll = () => {
    votes.clear()
    for (const holder of balances.keys()) move(holder, (part) => part)
    touched = new Set([...touched, ...votes.keys()])
  }
  const votesNow = (account: Address) => ((votes.get(account) ?? 0n) * one) / rate

  return {
    hold: (changed) => {
      for (const [holder, balance] of changed) {
        move(holder, (part) => -part)
        if (balance > 0n) balances.set(holder, balance)
        else balances.delete(holder)
        move(holder, (part) => part)
      }
    },
    delegate: (delegator, to) => {
      move(delegator, (part) => -part)
      if (to === delegator || to === zeroAddress) delegates.delete(delegator)
      else delegates.set(delegator, to)
      move(delegator, (part) => part)
    },
    begin: (next) => {
      touched = new Set(votes.keys())
      delegates.clear()
      scale = next
      addAll()
    },
    setRate: (next) => {
      rate = next
      for (const account of votes.keys()) touched.add(account)
    },
    changesAt: () => {
      const changes = told.changes(touched, votesNow)
      touched = new Set()
      return changes
    },
    votesOf: told.of,
    accounts: () => votes.keys(),
    *given() {
      for (const [holder, balance] of balances) yield { giver: holder, delegate: delegates.get(holder) ?? holder, amount: (partOf(holder, balance) * one) / rate }
    },
  }
}
