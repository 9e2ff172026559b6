import { expect, it } from 'vitest'
import { charts } from './charts'
import { hasFixedAddress, toKeptName, toKeptParts, toKeptUnder } from './keptParts'

it('every chart has fixed addresses, but those of accounts: these are of all ledgers at once, and no edition of each account can be kept', () => {
  expect(charts.filter((chart) => !hasFixedAddress(chart)).map(({ scopes }) => scopes.join()).filter((scopes) => scopes !== 'account')).toEqual([])
})

it('what is of all protocols is kept under a day, what is of one never', () => {
  for (const { id, scopes, needs, fixed } of charts) if (!fixed) for (const part of toKeptParts(needs)) expect(toKeptUnder(part) === 'day', id).toBe(scopes.includes('all'))
})

it('parts that are made together are kept under the same', () => {
  for (const { id, needs } of charts) expect(new Set(toKeptParts(needs).map(toKeptUnder)).size, id).toBeLessThan(2)
})

it('names a part by what it is of', () => {
  const of = { lens: 'raw', market: `0x${'a'.repeat(40)}` } as const
  expect([toKeptName('market', of), toKeptName('votes', of), toKeptName('blocs', of), toKeptName('comparison', of)]).toEqual([`market-0x${'a'.repeat(40)}`, 'votes-raw', 'blocs', 'overview-circulating-owners-entities'])
})
