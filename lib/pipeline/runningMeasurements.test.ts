import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { ContractOwnership } from '../domain/contractOwnership'
import type { Claim } from '../domain/distribution'
import type { AccountRole, Label } from '../domain/label'
import { toRunningMeasurements } from './runningMeasurements'
import { lenses } from '../ownership/lenses'
import { lookThrough, toFinalOwners } from '../ownership/lookThrough'
import { toPlainSight } from '../ownership/throughLens'
import { toMeasurements } from './toMeasurements'

const toAccount = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const toLabel = (index: number, role: AccountRole): Label => ({
  address: toAccount(index),
  kind: 'contract',
  role,
  name: 'test',
  source: 'https://example.org',
  asOf: '2026-01-01',
})
const labels = [toLabel(0, 'burn'), toLabel(1, 'treasury'), toLabel(2, 'exchange'), toLabel(3, 'treasury')]

/** Below zero, nothing, dust, whole tokens, and the largest there is: of any history that logs can tell. */
const balance = fc.oneof(fc.constant(0n), fc.bigInt(-5n, 5n), fc.bigInt(0n, 10n ** 27n), fc.bigInt(2n ** 200n, 2n ** 256n - 1n))
const day = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 120 }), balance), { selector: ([index]) => index, maxLength: 120 })

const daily = lenses.filter(({ daily }) => daily)

/** Contracts 4 to 7 hold for others, and for each other; 8 and 9, 2 and 10 belong together. */
const token = `0x${'f'.repeat(40)}` as Address
const part = fc.record({ account: fc.integer({ min: 0, max: 14 }).map(toAccount), amount: fc.bigInt(0n, 9n) })
const ownership = fc.integer({ min: 4, max: 7 }).chain((contract) =>
  fc.record({
    contract: fc.constant(toAccount(contract)),
    asset: fc.constant(token),
    source: fc.constant('test'),
    shares: fc.constantFrom(token, null),
    claims: fc.array(part, { maxLength: 4 }),
    unresolved: fc.array(fc.record({ reason: fc.constantFrom('locked' as const, 'surplus' as const), amount: fc.bigInt(0n, 9n) }), { maxLength: 2 }),
  }),
)
const representatives = new Map([[8, 8], [9, 8], [2, 2], [10, 2], [7, 7], [11, 7]].map(([account, by]) => [toAccount(account!), toAccount(by!)] as const))

it('gives what every lens sees that looks through contracts and merges owners, to the last bit, and who holds by role', () => {
  const few = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.bigInt(-2n, 40n)), { selector: ([index]) => index, maxLength: 15 })
  const days = fc.array(fc.tuple(few, fc.uniqueArray(ownership, { selector: ({ contract }) => contract })), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(days, (days) => {
      const held = new Map<Address, bigint>()
      const running = toRunningMeasurements(held, labels)
      for (const [changes, ownerships] of days) {
        const changed = new Map(changes.map(([account, after]) => [toAccount(account), after]))
        running.change(changed)
        for (const [account, after] of changed) held.set(account, after)
        const claims = [...held].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
        const { owners, unresolved } = lookThrough(claims, ownerships, token)
        const sight = { claims, labels, owned: { claims: owners, unresolved }, representatives }
        const emptied = ownerships.map(({ contract }) => contract).filter((contract) => running.balanceOf(contract) > 0n)
        const behind = { emptied, ...toBehind(emptied.map((account) => ({ account, amount: running.balanceOf(account) })), ownerships), representatives }
        expect(running.measure(behind)).toEqual(toMeasurements(sight, { curve: false, under: daily }))
      }
    }),
    { numRuns: 150 },
  )
})

function toBehind(claims: readonly Claim[], ownerships: readonly ContractOwnership[]) {
  const { owners, unresolved } = toFinalOwners(claims, ownerships, token)
  return { gained: owners, unresolved }
}

it('gives each day, to the last bit, what sorting and measuring everybody gives, wherever it began', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 5 }), fc.nat(), (days, cut) => {
      const held = new Map<Address, bigint>()
      let running = toRunningMeasurements(held, labels)
      for (const [index, changes] of days.entries()) {
        if (index === cut % days.length) running = toRunningMeasurements(held, labels)
        const changed = new Map(changes.map(([account, after]) => [toAccount(account), after]))
        running.change(changed)
        for (const [account, after] of changed) held.set(account, after)
        const claims = [...held].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
        expect(running.measure()).toEqual(toMeasurements(toPlainSight(claims, labels), { curve: false, under: daily }))
        expect(running.supply()).toBe([...held.values()].reduce((sum, each) => sum + each, 0n))
        expect(running.negative()).toBe([...held.values()].filter((each) => each < 0n).length)
      }
    }),
    { numRuns: 60 },
  )
})
