import type { Address } from '../domain/address'
import type { HoldingChange } from '../domain/changedDistribution'
import { toColumnMemory } from '../domain/columnMemory'
import { toDistribution } from '../domain/distribution'
import type { Label } from '../domain/label'
import type { Measurement } from '../domain/snapshot'
import { changeDistribution } from '../metrics/changeDistribution'
import { measure } from '../metrics/registry'
import { lenses, toExcluded, toExcludedRoles } from '../ownership/lenses'

/** A ledger's balances from day to day, and every metric of them under every lens. */
export interface RunningMeasurements {
  /** Moves on to the balances after some accounts changed. */
  change(balances: ReadonlyMap<Address, bigint>): void
  /** What `toMeasurements` gives of the positive balances, to the last bit. */
  measure(): Measurement[]
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
  const views = lenses.map((lens) => ({ lens, roles: toExcludedRoles(labels, lens) }))
  let everybody = toDistribution([...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : [])))
  const memory = toColumnMemory()
  let supply = 0n
  let negative = 0
  for (const balance of balances.values()) {
    supply += balance
    if (balance < 0n) negative++
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
    measure: () =>
      views.map(({ lens, roles }) => {
        const excluded = [...roles].flatMap(([account, role]) => {
          const amount = toHolding(held.get(account)?.balance ?? 0n)
          return amount > 0n ? [{ account, role, amount }] : []
        })
        const leaving = excluded.map(({ account, amount }) => ({ account, before: amount, after: 0n }))
        const distribution = leaving.length > 0 ? changeDistribution(everybody, leaving, memory) : everybody
        const metrics = measure(distribution)
        if (distribution !== everybody) memory.reclaim(distribution)
        return { lens: lens.id, denominator: distribution.total, excluded: toExcluded(excluded, lens), metrics, curve: null }
      }),
    supply: () => supply,
    negative: () => negative,
  }
}

const toHolding = (balance: bigint): bigint => (balance > 0n ? balance : 0n)
