import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { toDistribution } from '../domain/distribution'
import { accountKinds, accountRoles, type AccountRole, type Label } from '../domain/label'
import { toComposition, toGroups } from './composition'
import { toCustody } from './custody'

const toAccount = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const toLabel = (index: number, role: AccountRole | null, kind: Label['kind'] = 'contract', name = `name ${index}`): Label =>
  ({ address: toAccount(index), kind, role, name, source: 'https://example.org', asOf: '2026-01-01' })
const toTaken = (amounts: readonly bigint[]) => toDistribution(amounts.map((amount, index) => ({ account: toAccount(index), amount })))

it('groups holders by role, and by what they are where they have none', () => {
  const distribution = toTaken([40n, 25n, 20n, 9n, 5n, 1n])
  const labels = [toLabel(0, 'treasury'), toLabel(1, 'exchange', 'person'), toLabel(2, null), toLabel(3, null, 'multisig'), toLabel(4, 'exchange'), toLabel(77, 'burn')]
  expect(toComposition(distribution, toGroups(distribution, labels))).toEqual([
    { group: 'treasury', accounts: 1, amount: 40n },
    // 25 + 5
    { group: 'exchange', accounts: 2, amount: 30n },
    { group: 'otherContracts', accounts: 1, amount: 20n },
    { group: 'otherMultisigs', accounts: 1, amount: 9n },
    { group: 'otherAccounts', accounts: 1, amount: 1n },
  ])
  expect(toComposition(toTaken([]), toGroups(toTaken([]), labels))).toEqual([])
})

it('conserves: the groups have all that there is and all who hold it (law 1)', () => {
  const role = fc.constantFrom(null, ...(Object.keys(accountRoles) as AccountRole[]))
  const holder = fc.record({ amount: fc.bigInt(0n, 2n ** 200n), role, kind: fc.constantFrom(...accountKinds) })
  fc.assert(fc.property(fc.array(holder), (holders) => {
    const distribution = toTaken(holders.map(({ amount }) => amount))
    const shares = toComposition(distribution, toGroups(distribution, holders.map(({ role, kind }, index) => toLabel(index, role, kind))))
    expect(shares.reduce((sum, { amount }) => sum + amount, 0n)).toBe(distribution.total)
    expect(shares.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(distribution.count)
  }))
})

it('finds what custodians keep, by role and by name', () => {
  const distribution = toTaken([500n, 200n, 100n, 90n, 60n, 50n])
  const labels = [
    toLabel(0, 'pool'), toLabel(1, 'exchange', 'person', 'Binance'), toLabel(2, 'bridge', 'contract', 'Arbitrum'), toLabel(3, 'exchange', 'person', 'Kraken'),
    toLabel(4, 'exchange', 'person', 'Binance'), toLabel(9, 'lendingMarket'),
  ]
  expect(toCustody(distribution, labels)).toEqual({
    denominator: 1_000n,
    accounts: 4,
    amount: 450n,
    byRole: [{ role: 'exchange', accounts: 3, amount: 350n }, { role: 'bridge', accounts: 1, amount: 100n }],
    byName: [
      { name: 'Binance', role: 'exchange', accounts: 2, amount: 260n },
      { name: 'Arbitrum', role: 'bridge', accounts: 1, amount: 100n },
      { name: 'Kraken', role: 'exchange', accounts: 1, amount: 90n },
    ],
  })
  expect(toCustody(distribution, [])).toEqual({ denominator: 1_000n, accounts: 0, amount: 0n, byRole: [], byName: [] })
})
