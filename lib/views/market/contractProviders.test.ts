import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { PoolReading } from '@/lib/domain/poolReading'
import { notLookedThroughSentence, toNotLookedThrough } from './contractProviders'

const [vault, ann, bob] = ['1', '2', '3'].map((digit) => `0x${digit.repeat(40)}` as Address) as [Address, Address, Address]
const one = 2n ** 128n
/** Of the first token each unit is worth two, of the second one. */
const marks = { quote: { values: [2n * one, one] as const, path: [] }, ether: null, dollar: null }
const reading = (contracts: Address[] | null, quote: PoolReading['marks']['quote'] = marks.quote) =>
  ({ marks: { ...marks, quote }, ...(contracts ? { contractProviders: { asked: 3, contracts: contracts.map((account) => ({ account, name: 'contract' })) } } : {}) }) as unknown as PoolReading
// 2 · 5 + 15 = 25 of 100; the others 35 and 40.
const results = [{ account: vault, principal: [5n, 15n] as const }, { account: ann, principal: [10n, 15n] as const }, { account: bob, principal: [0n, 40n] as const }]

it('tells the part of the liquidity that stands behind contracts, by value', () => {
  expect(toNotLookedThrough({ reading: reading([vault]), results })?.share).toBe(0.25)
  expect(toNotLookedThrough({ reading: reading([vault, bob]), results })?.share).toBe(0.65)
  expect(toNotLookedThrough({ reading: reading([]), results })?.share).toBe(0)
})

it('tells nothing where it was not asked, and no part where nothing has a price', () => {
  expect(toNotLookedThrough({ reading: reading(null), results })).toBeNull()
  expect(toNotLookedThrough({ reading: reading([vault], null), results })?.share).toBeNull()
  expect(toNotLookedThrough({ reading: reading([vault]), results: [] })?.share).toBeNull()
  // Everybody has left: nobody was there to be asked.
  expect(toNotLookedThrough({ reading: { ...reading([]), contractProviders: { asked: 0, contracts: [] } }, results })).toBeNull()
})

it('says so in a sentence', () => {
  const say = (contracts: Address[], locale: 'en' | 'de', quote = marks.quote) => notLookedThroughSentence(toNotLookedThrough({ reading: reading(contracts, quote), results })!, locale)
  expect(say([vault], 'en')).toBe('One of the 3 largest providers is a contract that is not looked through: 25.0% of the liquidity by value, of which it is not known whose it is.')
  expect(say([vault, bob], 'de')).toBe('2 der 3 größten Anbieter sind Contracts, durch die nicht geschaut wird: 65,0\u00a0% der Liquidität nach Wert, von der unbekannt ist, wem sie gehört.')
  expect(say([], 'en')).toBe('None of the 3 largest providers is a contract that is not looked through.')
  expect(notLookedThroughSentence({ asked: 1, contracts: [], share: 0 }, 'en')).toBe('The only provider is no contract, or one that is looked through.')
  expect(notLookedThroughSentence({ asked: 1, contracts: [{ account: vault, name: 'contract' }], share: 1 }, 'de')).toBe('Der einzige Anbieter ist ein Contract, durch den nicht geschaut wird: 100,0\u00a0% der Liquidität nach Wert, von der unbekannt ist, wem sie gehört.')
})
