import type { Address } from '../../domain/address'
import type { CohortMonth } from '../../domain/cohorts'
import type { Claim } from '../../domain/distribution'
import type { Arrival } from './arrivals'

/** So many groups of equal number. */
const groups = 10

/** Who came when, and who does not count. */
export interface ArrivalOrder {
  /** As `toArrivals` gives it */
  order: readonly Arrival[]
  /** The cohort of each, by its place */
  cohortOf: (place: number) => number
  /** How many cohorts there are */
  cohorts: number
  leftOut: ReadonlySet<Address>
  representatives: ReadonlyMap<Address, Address>
}

/** Balances from one moment to the next, added up by when their holders came. */
export interface HeldByArrival {
  /** Moves on to the balances after some accounts changed. */
  change: (balances: ReadonlyMap<Address, bigint>) => void
  /** What everybody holds now, with what contracts hold for some. */
  measure: (gained?: readonly Claim[]) => Omit<CohortMonth, 'day' | 'block'>
  /** What a holder had at the last measuring, by the address that stands for it */
  heldOf: (holder: Address) => bigint
  /** What an address holds itself; 0n for whoever is below zero */
  balanceOf: (account: Address) => bigint
  /** Σ balances, those below zero and those of accounts that do not count included */
  supply: () => bigint
}

/**
 * Follows what accounts hold by when they first received it: by cohort, by tenths of all receivers, of the first hundred and of the first hundredth. Each
 * change touches the sums of one holder alone, so that nobody is counted anew. Who owns some through contracts only, without ever having received any, is in
 * `held` and in no group.
 *
 * @example const held = openHeldByArrival({ order: [{ account: a, block: 1 }], cohortOf: () => 0, cohorts: 1, leftOut: new Set(), representatives: new Map() })
 * held.change(new Map([[a, 5n]])); held.measure().cohorts // [5n]
 */
export function openHeldByArrival({ order, cohortOf, cohorts, leftOut, representatives }: ArrivalOrder): HeldByArrival {
  const places = new Map(order.map(({ account }, place) => [account, place]))
  const firstPercent = Math.ceil(order.length / 100)
  // A balance in its own object, with what it adds to: one look-up a change.
  const accounts = new Map<Address, { balance: bigint; place: number | null }>()
  const members = toMembers(representatives)
  let gainedBy: ReadonlyMap<Address, bigint> = new Map()
  let supply = 0n

  const toSums = () => ({ held: 0n, cohorts: Array.from({ length: cohorts }, () => 0n), tenths: Array.from({ length: groups }, () => 0n), firstHundred: 0n, firstPercent: 0n })
  const own = toSums()
  const add = (sums: typeof own, place: number | undefined, amount: bigint) => {
    sums.held += amount
    if (place === undefined) return
    sums.cohorts[cohortOf(place)]! += amount
    sums.tenths[Math.floor((place * groups) / order.length)]! += amount
    if (place < 100) sums.firstHundred += amount
    if (place < firstPercent) sums.firstPercent += amount
  }
  const toHolder = (account: Address) => representatives.get(account) ?? account
  const balanceOf = (account: Address) => toHolding(accounts.get(account)?.balance ?? 0n)

  return {
    change: (balances) => {
      for (const [account, balance] of balances) {
        let known = accounts.get(account)
        if (!known) accounts.set(account, (known = { balance: 0n, place: leftOut.has(account) ? null : (places.get(toHolder(account)) ?? null) }))
        supply += balance - known.balance
        if (known.place !== null) add(own, known.place, toHolding(balance) - toHolding(known.balance))
        known.balance = balance
      }
    },
    measure: (gained = []) => {
      const sums = { ...own, cohorts: [...own.cohorts], tenths: [...own.tenths] }
      const by = new Map<Address, bigint>()
      for (const { account, amount } of gained) {
        if (leftOut.has(account)) continue
        const holder = toHolder(account)
        by.set(holder, (by.get(holder) ?? 0n) + amount)
        add(sums, places.get(holder), amount)
      }
      gainedBy = by
      return sums
    },
    heldOf: (holder) => (members.get(holder) ?? [holder]).reduce((sum, account) => (leftOut.has(account) ? sum : sum + balanceOf(account)), gainedBy.get(holder) ?? 0n),
    balanceOf,
    supply: () => supply,
  }
}

const toHolding = (balance: bigint): bigint => (balance > 0n ? balance : 0n)

/** All addresses of each owner of several, by the one that stands for it. */
function toMembers(representatives: ReadonlyMap<Address, Address>): ReadonlyMap<Address, readonly Address[]> {
  const members = new Map<Address, Address[]>()
  for (const [account, holder] of representatives) members.set(holder, [...(members.get(holder) ?? []), account])
  return members
}
