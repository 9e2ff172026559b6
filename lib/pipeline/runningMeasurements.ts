import type { Address } from '../domain/address'
import type { HoldingChange } from '../domain/changedDistribution'
import { toColumnMemory } from '../domain/columnMemory'
import { toDistribution, toHolders } from '../domain/distribution'
import { toHolderGroup } from '../domain/holderGroup'
import type { AccountRole, Label } from '../domain/label'
import type { Lens } from '../domain/lens'
import type { Measurement } from '../domain/snapshot'
import { changeDistribution } from '../metrics/changeDistribution'
import { toSeenChanges, type Behind } from '../ownership/behind'
import { toGroupShares } from '../ownership/compositionDays'
import { lenses } from '../ownership/lenses'
import { toExcluded, toExcludedRoles } from '../ownership/throughLens'
import { keepsComposition, toMeasurement } from './toMeasurements'

/** A ledger's balances from day to day, and every metric of them under every daily lens. */
export interface RunningMeasurements {
  /** Moves on to the balances after some accounts changed. */
  change(balances: ReadonlyMap<Address, bigint>): void
  /** What `toMeasurements` gives of the positive balances, to the last bit. @param behind absent where each address is its own owner */
  measure(behind?: Behind): Measurement[]
  /** What an account holds; 0n for whoever is below zero */
  balanceOf(account: Address): bigint
  /** Σ balances, those below zero included */
  supply(): bigint
  /** How many accounts are below zero: the token also moves without logs. */
  negative(): number
}

/**
 * Follows balances through time: the order of the holders is kept and each day's changes are merged into it, where `toMeasurements` sorts
 * everybody anew. A lens is a change too: the accounts that it leaves out give up all they hold.
 *
 * @param balances to begin with: an empty map at a token's beginning
 * @example const running = toRunningMeasurements(new Map(), labels); running.change(new Map([[a, 5n]])); running.measure()
 */
export function toRunningMeasurements(balances: ReadonlyMap<Address, bigint>, labels: readonly Label[]): RunningMeasurements {
  // A balance in its own object: one look-up a change in place of two.
  const held = new Map([...balances].map(([account, balance]) => [account, { balance }]))
  const views = lenses.filter(({ daily }) => daily).map((lens) => ({ lens, roles: toExcludedRoles(labels, lens) }))
  let everybody = toDistribution([...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : [])))
  const memory = toColumnMemory()
  let supply = 0n
  let negative = 0
  for (const balance of balances.values()) {
    supply += balance
    if (balance < 0n) negative++
  }

  const balanceOf = (account: Address): bigint => toHolding(held.get(account)?.balance ?? 0n)
  const groups = new Map(labels.map((label) => [label.address, toHolderGroup(label)]))

  function measureThrough(lens: Lens, roles: ReadonlyMap<Address, AccountRole>, behind: Behind | null): Measurement {
    const { changes, left, amountOf } = toSeenChanges(balanceOf, roles, behind, lens)
    const { names } = toHolders(everybody)
    const known = names.length
    const distribution = changes.length > 0 ? changeDistribution(everybody, changes, memory) : everybody
    const labelled = () => [...groups].map(([account, group]) => ({ group, amount: amountOf(account) }))
    const composition = keepsComposition(lens) ? toGroupShares(distribution.total, distribution.count, labelled()) : null
    const measured = toMeasurement(lens, { distribution, excluded: toExcluded(left, lens), supply: everybody.total, curve: null, composition })
    if (distribution !== everybody) memory.reclaim(distribution)
    // Whoever owns only through contracts is named for this moment: tomorrow's list would grow by all of them again.
    names.length = known
    return measured
  }

  return {
    change: (changed) => {
      const changes: HoldingChange[] = []
      for (const [account, balance] of changed) {
        const holder = held.get(account)
        const before = holder?.balance ?? 0n
        if (balance === before) continue
        supply += balance - before
        negative += Number(balance < 0n) - Number(before < 0n)
        // An account that is empty for good should not be carried through all the days that follow.
        if (balance === 0n) held.delete(account)
        else if (holder) holder.balance = balance
        else held.set(account, { balance })
        if (before > 0n || balance > 0n) changes.push({ account, before: toHolding(before), after: toHolding(balance) })
      }
      const yesterday = everybody
      everybody = changeDistribution(yesterday, changes, memory)
      memory.reclaim(yesterday)
    },
    measure: (behind) => {
      const known = new Map<string, Measurement>()
      return views.map(({ lens, roles }) => {
        const isPlain = !behind || (!lens.looksThrough && !lens.mergesEntities)
        // Where each address is its own owner, all lenses of a treatment see the same.
        const key = isPlain ? `${lens.treatment} ${keepsComposition(lens)}` : lens.id
        const measured = known.get(key) ?? measureThrough(lens, roles, isPlain ? null : behind)
        known.set(key, measured)
        return { ...measured, lens: lens.id }
      })
    },
    balanceOf,
    supply: () => supply,
    negative: () => negative,
  }
}

const toHolding = (balance: bigint): bigint => (balance > 0n ? balance : 0n)
