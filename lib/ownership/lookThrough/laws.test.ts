import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../domain/address'
import type { ContractOwnership } from '../../domain/contractOwnership'
import { toDistribution, type Claim } from '../../domain/distribution'
import { lookThrough, toParts, toUnresolvedParts, type LookedThrough } from '../lookThrough'
import { handOnPlainly } from '@/tests/lookThrough/handOnPlainly'
import { arbitraryAccounts, arbitraryHoldings, token } from '@/tests/lookThrough/arbitraryHoldings'
import { solveSlowly } from '@/tests/lookThrough/solveSlowly'

const sum = (list: Iterable<{ amount: bigint }>) => [...list].reduce((total, { amount }) => total + amount, 0n)
const toAmounts = (claims: readonly Claim[]) => new Map(claims.map(({ account, amount }) => [account, amount]))
const runs = { numRuns: 400 }

describe('on random graphs with circles', () => {
  it('conserves to the smallest unit: owners, unresolved, parts, depths', () => {
    fc.assert(
      fc.property(arbitraryHoldings('any'), ({ claims, ownerships }) => {
        const seen = lookThrough(claims, ownerships, token)
        expect(seen.total).toBe(sum(claims))
        expect(sum(seen.owners) + sum(seen.unresolved)).toBe(seen.total)
        for (const { account, amount } of seen.owners) expect(sum(toParts(seen, account))).toBe(amount)
        for (const entry of seen.unresolved) expect(sum(toUnresolvedParts(seen, entry))).toBe(entry.amount)
        expect(seen.byDepth.reduce((total, { owned }) => total + owned, 0n)).toBe(sum(seen.owners))
        expect(seen.byDepth.reduce((total, { unresolved }) => total + unresolved, 0n)).toBe(sum(seen.unresolved))
      }),
      runs,
    )
  })

  it('lets as much out of every contract as comes in, and nothing round in circles twice', () => {
    fc.assert(
      fc.property(arbitraryHoldings('any'), ({ claims, ownerships }) => {
        const { flows, total, owners, unresolved } = lookThrough(claims, ownerships, token)
        const balances = new Map<string, bigint>()
        const add = (end: string, amount: bigint) => balances.set(end, (balances.get(end) ?? 0n) + amount)
        for (const { from, to, amount } of flows) {
          expect(amount > 0n && amount <= total).toBe(true)
          add(from ? `${from.contract} ${from.asset}` : 'token', -amount)
          add(to.kind === 'contract' ? `${to.step.contract} ${to.step.asset}` : to.kind, amount)
        }
        expect([balances.get('token') ?? 0n, balances.get('owners') ?? 0n, balances.get('unresolved') ?? 0n]).toEqual([-total, sum(owners), sum(unresolved)])
        for (const [end, balance] of balances) if (end.startsWith('0x')) expect(balance).toBe(0n)
      }),
      runs,
    )
  })

  it('is within a unit for each hand-over of a rational solver', () => {
    fc.assert(
      fc.property(arbitraryHoldings('any'), ({ claims, ownerships }) => {
        const seen = lookThrough(claims, ownerships, token)
        const exact = solveSlowly(claims, ownerships, token)
        const amounts = toAmounts(seen.owners)
        // Every split is off by less than a unit for each to whom it goes; in a circle also for each of its members.
        const handOvers = BigInt(ownerships.reduce((count, { claims, unresolved }) => count + claims.length + unresolved.length + ownerships.length, 1))
        const expectNear = (amount: bigint, [numerator, denominator]: [bigint, bigint]) => {
          const off = amount * denominator - numerator
          expect((off < 0n ? -off : off) <= handOvers * denominator).toBe(true)
        }
        for (const account of arbitraryAccounts) expectNear(amounts.get(account) ?? 0n, exact.owners.get(account) ?? [0n, 1n])
        expectNear(sum(seen.unresolved), exact.unresolved)
      }),
      runs,
    )
  })

  it('does not hang on the order of anything', () => {
    const shuffled = arbitraryHoldings('any').chain((holdings) => fc.tuple(fc.constant(holdings), fc.infiniteStream(fc.nat())))
    fc.assert(
      fc.property(shuffled, ([{ claims, ownerships }, dice]) => {
        const mix = <Item>(list: readonly Item[]) =>
          list.map((item) => ({ item, key: dice.next().value as number })).sort((one, two) => one.key - two.key).map(({ item }) => item)
        const mixed: ContractOwnership[] = mix(ownerships.map((ownership) => ({ ...ownership, claims: mix(ownership.claims), unresolved: mix(ownership.unresolved) })))
        expect(tellAll(lookThrough(mix(claims), mixed, token))).toEqual(tellAll(lookThrough(claims, ownerships, token)))
      }),
      runs,
    )
  })
})

describe('on random graphs without circles', () => {
  it('is what handing on again and again comes to, to the unit', () => {
    fc.assert(
      fc.property(arbitraryHoldings('downwards'), ({ claims, ownerships }) => {
        const seen = lookThrough(claims, ownerships, token)
        const plain = handOnPlainly(claims, ownerships, token)
        expect(toAmounts(seen.owners)).toEqual(plain.owners)
        expect(sum(seen.unresolved)).toBe(plain.unresolved)
      }),
      runs,
    )
  })
})

function tellAll(seen: LookedThrough) {
  const { accounts, amounts } = toDistribution(seen.owners)
  const parts = arbitraryAccounts.map((account: Address) => toParts(seen, account))
  return { ...seen, owners: { accounts, amounts }, parts, unresolvedParts: seen.unresolved.map((entry) => toUnresolvedParts(seen, entry)) }
}
