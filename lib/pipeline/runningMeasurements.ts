import type { Address } from '../domain/address'
import type { HoldingChange } from '../domain/changedDistribution'
import { toColumnMemory } from '../domain/columnMemory'
import { toDistribution, type Claim, type Distribution } from '../domain/distribution'
import type { AccountRole, Label } from '../domain/label'
import type { Lens, Treatment } from '../domain/lens'
import type { Measurement } from '../domain/snapshot'
import { changeDistribution } from '../metrics/changeDistribution'
import { lenses } from '../ownership/lenses'
import { throughLens, toExcluded, toExcludedRoles, type Sight } from '../ownership/throughLens'
import { toMeasurement } from './toMeasurements'

/** What stands behind the addresses of a day. */
export type Behind = Pick<Sight, 'owned' | 'representatives'>

/** A ledger's balances from day to day, and every metric of them under every daily lens. */
export interface RunningMeasurements {
  /** Moves on to the balances after some accounts changed. */
  change(balances: ReadonlyMap<Address, bigint>): void
  /** What `toMeasurements` gives of the positive balances, to the last bit. @param behind absent where each address is its own owner */
  measure(behind?: Behind): Measurement[]
  /** Every positive balance, largest first */
  claims(): Claim[]
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

  function measurePlain(lens: Lens, roles: ReadonlyMap<Address, AccountRole>): Measurement {
    const excluded = [...roles].flatMap(([account, role]) => {
      const amount = toHolding(held.get(account)?.balance ?? 0n)
      return amount > 0n ? [{ account, role, amount }] : []
    })
    const leaving = excluded.map(({ account, amount }) => ({ account, before: amount, after: 0n }))
    const distribution = leaving.length > 0 ? changeDistribution(everybody, leaving, memory) : everybody
    const measured = toMeasurement(lens, { distribution, excluded: toExcluded(excluded, lens), supply: everybody.total, curve: null })
    if (distribution !== everybody) memory.reclaim(distribution)
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
      const known = new Map<Treatment, Measurement>()
      return views.map(({ lens, roles }) => {
        const isPlain = !lens.looksThrough && !lens.mergesEntities
        if (behind && !isPlain) {
          const seen = throughLens({ ...behind, claims: toClaims(everybody), labels }, lens)
          return toMeasurement(lens, { ...seen, supply: everybody.total, curve: null })
        }
        // Where each address is its own owner, all lenses of a treatment see the same.
        const measured = known.get(lens.treatment) ?? measurePlain(lens, roles)
        known.set(lens.treatment, measured)
        return { ...measured, lens: lens.id }
      })
    },
    claims: () => toClaims(everybody),
    supply: () => supply,
    negative: () => negative,
  }
}

const toClaims = ({ accounts, amounts }: Distribution): Claim[] => accounts.map((account, place) => ({ account, amount: amounts[place]! }))

const toHolding = (balance: bigint): bigint => (balance > 0n ? balance : 0n)
