import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { accountRoles, type AccountRole, type Label } from '../domain/label'
import { lenses, toLens } from './lenses'
import { throughLens, toPlainSight } from './throughLens'

const toAccount = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const toLabel = (account: Address, role: AccountRole | null): Label => ({
  address: account,
  kind: 'contract',
  role,
  name: 'test',
  source: 'https://example.org',
  asOf: '2026-01-01',
})

it('leaves out burn, treasury, timelock, vesting and unclaimed, and says how much', () => {
  const claims = [3n, 4n, 5n, 6n, 7n].map((amount, index) => ({ account: toAccount(index), amount }))
  const labels = [toLabel(toAccount(0), 'burn'), toLabel(toAccount(1), 'treasury'), toLabel(toAccount(2), 'exchange')]
  const { distribution, excluded } = throughLens(toPlainSight(claims, labels), toLens('circulating'))
  expect(distribution.amounts).toEqual([7n, 6n, 5n])
  expect(excluded).toEqual([
    { role: 'burn', accounts: 1, amount: 3n },
    { role: 'treasury', accounts: 1, amount: 4n },
  ])
})

it('conserves: what is kept and what is left out is all there is, under every lens (law 1)', () => {
  const role = fc.constantFrom(null, ...(Object.keys(accountRoles) as AccountRole[]))
  const holder = fc.record({ amount: fc.bigInt(1n, 2n ** 200n), role })
  fc.assert(
    fc.property(fc.array(holder), (holders) => {
      const claims = holders.map(({ amount }, index) => ({ account: toAccount(index), amount }))
      const labels = holders.map(({ role }, index) => toLabel(toAccount(index), role))
      const total = claims.reduce((sum, { amount }) => sum + amount, 0n)
      for (const lens of lenses) {
        const { distribution, excluded } = throughLens(toPlainSight(claims, labels), lens)
        expect(distribution.total + excluded.reduce((sum, part) => sum + part.amount, 0n)).toBe(total)
      }
    }),
  )
})

it('names the lenses there are when asked for another', () => {
  expect(() => toLens('magnified' as never)).toThrow('no lens "magnified"; there are raw, circulating, raw-owners')
})
