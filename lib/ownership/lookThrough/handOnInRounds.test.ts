import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../domain/address'
import type { ContractOwnership } from '../../domain/contractOwnership'
import { lookThrough } from '../lookThrough'
import { eliminate } from './eliminate'
import { handOnInRounds } from './handOnInRounds'
import { mostSolved } from './passCircle'

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
const distance = (a: bigint, b: bigint) => (a > b ? a - b : b - a)

describe('handing on in rounds', () => {
  it('comes to what the equations say', () => {
    // Of 1 that comes in at a, half leaves there and half goes to b, of which half comes back: a lets out 1/2 · (1 + 1/4 + …) = 2/3, b 1/3.
    const { leaving, staying } = handOnInRounds([3n, 0n], [[0n, 1n], [1n, 0n]], [1n, 1n])
    expect(staying).toBe(0n)
    expect(leaving.map((amount) => Math.round(Number(amount) / 2 ** 64))).toEqual([2, 1])
  })

  it('says what is still on its way when it has to stop', () => {
    // One hand-over alone: of 8 at a, an eighth leaves and the rest is on its way to b, which hands it back.
    const { leaving, staying } = handOnInRounds([8n, 0n], [[0n, 7n], [1n, 0n]], [1n, 0n], 1)
    expect([leaving[0]! >> 64n, staying >> 64n]).toEqual([1n, 7n])
  })

  it('is within a unit of exact elimination', () => {
    const weight = fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 10n ** 24n))
    const circle = fc.integer({ min: 2, max: 7 }).chain((size) =>
      fc.record({
        entries: fc.array(fc.bigInt(0n, 10n ** 27n), { minLength: size, maxLength: size }),
        inside: fc.array(fc.array(weight, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
        // Enough leads out of each that it comes to an end.
        out: fc.array(fc.bigInt(10n ** 23n, 10n ** 24n), { minLength: size, maxLength: size }),
      }),
    )
    fc.assert(
      fc.property(circle, ({ entries, inside, out }) => {
        const { leaving, staying } = handOnInRounds(entries, inside, out)
        const { exits, total } = eliminate(inside, out)
        expect(staying).toBe(0n)
        leaving.forEach((amount, exit) => {
          const exact = sum(entries.map((entry, place) => entry * exits[place]![exit]!))
          // In all less than one unit is left on its way.
          expect(distance(amount * total, exact << 64n)).toBeLessThanOrEqual(total << 64n)
        })
      }),
    )
  })
})

describe('a circle of more contracts than are solved exactly', () => {
  const token = `0x${'f'.repeat(40)}` as Address
  const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
  const size = mostSolved + 15
  const amount = fc.bigInt(1n, 10n ** 27n)

  /** Each holds for the next, so that all are one circle; for some others; and some let a part out to owners or to nobody. */
  const circle = fc.array(
    fc.record({ next: amount, others: fc.array(fc.record({ to: fc.integer({ min: 0, max: size - 1 }), amount }), { maxLength: 4 }), owner: fc.option(amount), locked: fc.option(amount), held: fc.option(amount) }),
    { minLength: size, maxLength: size },
  )

  it('conserves to the smallest unit, in sum and at every contract', () => {
    fc.assert(
      fc.property(circle, (contracts) => {
        const claims = contracts.flatMap(({ held }, i) => (held === null ? [] : [{ account: toAddress(i), amount: held }]))
        const ownerships = contracts.map(({ next, others, owner, locked }, i): ContractOwnership => ({
          contract: toAddress(i),
          asset: token,
          source: 'test',
          shares: token,
          claims: [
            { account: toAddress((i + 1) % size), amount: next },
            ...others.map(({ to, amount }) => ({ account: toAddress(to), amount })),
            ...(owner === null ? [] : [{ account: toAddress(1_000 + i), amount: owner }]),
          ],
          unresolved: locked === null ? [] : [{ reason: 'locked', amount: locked }],
        }))
        const { owners, unresolved, flows, total, byDepth } = lookThrough(claims, ownerships, token)
        expect(sum(owners.map((claim) => claim.amount)) + sum(unresolved.map((entry) => entry.amount))).toBe(total)
        expect(sum(byDepth.map((depth) => depth.owned + depth.unresolved))).toBe(total)
        const balances = new Map<string, bigint>()
        for (const { from, to, amount } of flows) {
          if (from) balances.set(from.contract, (balances.get(from.contract) ?? 0n) - amount)
          if (to.kind === 'contract') balances.set(to.step.contract, (balances.get(to.step.contract) ?? 0n) + amount)
        }
        expect([...balances.values()].every((balance) => balance === 0n)).toBe(true)
        // Where something leads out of the circle, all of it came out; else all stays where it came in.
        const leaks = contracts.some(({ owner, locked }) => owner !== null || locked !== null)
        if (!leaks) expect(unresolved.every(({ reason }) => reason === 'closedCircle')).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})
