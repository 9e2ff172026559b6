import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { toHolderChanges } from '../ownership/holderChanges'
import { changesSummary, changesTable, momentsTable, type ChangesBasis } from './changesTables'

const account = (digit: string) => `0x${digit.repeat(40)}` as Address
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(account) as [Address, Address, Address, Address]

// 1,000 units of one decimal are 100 tokens. Before: a 60, b 40 tokens. After: a 50, c 30, d 45 of 125.
const basis: ChangesBasis = {
  token: { symbol: 'T', decimals: 1 },
  // 1711929599 is 2024-03-31T23:59:59Z, a day later 1712015999.
  from: { block: 1000, timestamp: 1711929599, denominator: 1000n, holders: 2 },
  to: { block: 8200, timestamp: 1712015999, denominator: 1250n, holders: 3 },
  denominator: 'total supply',
}
const changes = toHolderChanges(new Map([[a, 600n], [b, 400n]]), new Map([[a, 500n], [c, 300n], [d, 450n]]))
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ')
const textsOf = (table: { rows: readonly (readonly { text: string }[])[] }) => table.rows.map((row) => row.map(({ text }) => plain(text)))

it('names both blocks and what shares are taken of', () => {
  expect(textsOf(momentsTable(basis, 'en'))).toEqual([
    ['Before', '1,000', '31 Mar 2024, 23:59 UTC', '2', '100'],
    ['After', '8,200', '1 Apr 2024, 23:59 UTC', '3', '125'],
  ])
  expect(momentsTable(basis, 'en').columns.at(-1)?.label).toBe('Shares of: total supply (T)')
})

it('adds up who came, left, holds more and holds less', () => {
  expect(textsOf(changesSummary(changes, basis, 'de'))).toEqual([
    // 75 of 125 tokens are 60 %.
    ['Dazugekommen', '2', '0', '75', '+75', '0,0 %', '60,0 %'],
    ['Ausgestiegen', '1', '40', '0', '-40', '40,0 %', '0,0 %'],
    ['Halten mehr', '0', '0', '0', '0', '0,0 %', '0,0 %'],
    ['Halten weniger', '1', '60', '50', '-10', '60,0 %', '40,0 %'],
  ])
})

it('lists accounts with their labels; without anything to take shares of, no share is claimed', () => {
  const label = { name: 'Treasury', role: 'treasury' as const, source: 'https://example.org' }
  expect(textsOf(changesTable('left', [{ address: b, label, before: 400n, after: 0n }], basis, 'en'))).toEqual([[b, 'Treasury', '40', '0', '-40', '40.0%', '0.0%']])
  const empty = { ...basis, to: { ...basis.to, denominator: 0n } }
  expect(textsOf(changesTable('left', [{ address: b, label: null, before: 400n, after: 0n }], empty, 'en'))[0]!.at(-1)).toBe('–')
})
