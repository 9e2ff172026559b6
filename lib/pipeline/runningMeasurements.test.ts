import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { AccountRole, Label } from '../domain/label'
import { toRunningMeasurements } from './runningMeasurements'
import { lenses } from '../ownership/lenses'
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
        expect(running.measure()).toEqual(toMeasurements(toPlainSight(claims, labels), { curve: false, under: lenses.filter(({ daily }) => daily) }))
        expect(running.supply()).toBe([...held.values()].reduce((sum, each) => sum + each, 0n))
        expect(running.negative()).toBe([...held.values()].filter((each) => each < 0n).length)
      }
    }),
    { numRuns: 60 },
  )
})
