import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { Superuser, Superusers } from '@/lib/domain/superuser'
import { holderOverlap, holderOverlapTable, toVerdict } from './holderOverlap'
import { probabilityText } from './probabilityText'
import { superusersMatrix } from './superusersMatrix'
import { superusersTable } from './superusersTable'
import { superuserLine, superusersNotes, superusersSentence } from './superuserWords'

const account = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`
const display = (address: Address) => address
const list = (protocol: string): Superusers['lists'][number] => ({
  protocol, protocolName: protocol.toUpperCase(), symbol: protocol, demo: false, day: '2026-04-01', block: 21_500_000, timestamp: 1_775_044_800, denominator: 10n, depth: { hundred: 100, hundredth: 1 },
})
const whale: Superuser = {
  account: account(1), addresses: [account(1)], name: 'Whale', demo: false, among: { hundred: 2, hundredth: 1 }, shareSum: 0.3, largeIn: 1,
  holdings: [{ protocol: 'uni', rank: 3, amount: 2n, share: 0.2, among: ['hundred', 'hundredth'] }, { protocol: 'comp', rank: 412, amount: 1n, share: 0.0002, among: ['hundredth'] }],
  pools: [{ protocol: 'uni', pool: account(9), rank: 2, isLarge: true, liquidity: 0.25, fees: null }], ofAll: { currency: 'dollar', liquidity: 0.125, fees: null },
}
const test = { first: 100, second: 98, common: 21, expected: 0.0245, logP: Math.log(1e-20), logBonferroni: Math.log(0.02), logFalseDiscovery: Math.log(0.005) }
const found: Superusers = {
  lists: ['uni', 'comp', 'dai'].map(list), pools: [{ protocol: 'uni', protocolName: 'UNI', demo: false, pool: account(9), name: 'UNI/WETH' }], superusers: [whale], missing: ['Maker'], insides: [{ name: 'Far', whole: 'COMP' }],
  overlaps: [{ protocols: ['uni', 'dai'], population: 400_000, both: 12, tests: { hundred: { ...test, logP: 0, common: 0 }, hundredth: test } }, { protocols: ['uni', 'comp'], population: 400_000, both: 31_000, tests: { hundred: test, hundredth: test } }],
}

it('writes probabilities however small', () => {
  expect([1, 0.0123, 0.001].map((p) => probabilityText(Math.log(p), 'de'))).toEqual(['1,000', '0,012', '0,001'])
  expect(probabilityText(-6985.8418561958362, 'en')).toBe('1.2\u00a0×\u00a010⁻³⁰³⁴')
  // 9.96e-5 rounds up to ten, which is one power more.
  expect(probabilityText(Math.log(9.96e-5), 'en')).toBe('1.0\u00a0×\u00a010⁻⁴')
  expect(probabilityText(Math.log(9.94e-5), 'de')).toBe('9,9\u00a0×\u00a010⁻⁵')
})

it('the table says where, and what of all pools', () => {
  expect(superusersTable(found, display, 'en').rows[0]?.map(({ text }) => text)).toEqual([
    '1', '0x0000…0001', 'Whale', '2', '1', 'UNI (no. 3, 20.0%), COMP (no. 412, 0.02%)', 'UNI/WETH (no. 2, 25.0% of its liquidity)', '12.5%', '–',
  ])
  const last = (one: Superuser) => superusersTable({ ...found, superusers: [one] }, display, 'de').rows[0]?.slice(6).map(({ text }) => text)
  expect(last({ ...whale, ofAll: null })?.slice(1)).toEqual(['kein gemeinsamer Preis', 'kein gemeinsamer Preis'])
  expect(last({ ...whale, pools: [], largeIn: 0, ofAll: null })).toEqual(['–', '–', '–'])
  const without = superusersTable({ ...found, pools: [] }, display, 'de')
  expect(without.columns).toHaveLength(6)
  expect(without.rows[0]).toHaveLength(6)
})

it('the matrix reads without colours: brackets stand for the larger list, a dash for neither', () => {
  const { columns, rows } = superusersMatrix(found, display, 'de')
  expect(columns.map(({ label }) => label)).toEqual(['Konto', 'Protokolle', 'UNI', 'COMP', 'DAI'])
  expect(rows[0]?.map(({ text }) => text)).toEqual(['Whale', '2', 'Nr. 3: 20,0\u00a0%', '(Nr. 412: 0,02\u00a0%)', '–'])
})

it('says how many first, the rarest first', () => {
  const say = (superusers: readonly Superuser[], locale: 'en' | 'de' = 'en') => superusersSentence({ superusers, lists: found.lists }, display, locale)
  const three = { ...whale, name: null, among: { hundred: 3, hundredth: 3 }, largeIn: 2 }
  expect(say([three, whale, whale])).toBe('One account is among the 100 largest holders of at least three protocols, 3 of at least two. First comes 0x0000…0001: among the 100 largest of three. One account is a large provider of at least two pools.')
  expect(say([whale, whale], 'de')).toBe('2 Konten gehören bei mindestens zwei Protokollen zu den 100 größten Haltern. An erster Stelle steht Whale: unter den 100 größten von zwei.')
  expect(say([])).toBe('No account is among the 100 largest holders of two of the 3 protocols.')
})

it('overlaps stand least like chance first, with what is left after correction', () => {
  const spec = holderOverlap(found, 'en')
  expect(spec.x.categories).toEqual(['UNI and COMP', 'UNI and DAI'])
  expect(spec.sentence).toBe('0 of the 2 pairs of protocols have more of their 100 largest holders in common than chance would give them (at 1%, corrected for all pairs). Least like chance: UNI and COMP, with 21 in common where chance gives 0.0245 on average (p = 1.0\u00a0×\u00a010⁻²⁰).')
  expect(holderOverlapTable(found, 'de').rows[0]?.map(({ text }) => text).slice(0, 10)).toEqual(['UNI', 'COMP', '400.000', '31.000', '21', '0,0245', '1,0\u00a0×\u00a010⁻²⁰', '0,005', '0,020', 'nur nach Benjamini–Hochberg'])
  expect(toVerdict({ ...test, logBonferroni: Math.log(0.0099) })).toBe('strict')
  expect(toVerdict({ ...test, logFalseDiscovery: Math.log(0.011) })).toBe('none')
})

it('says on an account’s page where it is large', () => {
  expect(superuserLine(found, account(1), 'en')).toBe('Superuser, place 1 of 1: among the 100 largest holders of UNI. Large provider in UNI/WETH.')
  expect(superuserLine({ ...found, superusers: [{ ...whale, addresses: [account(1), account(5)], pools: [] }] }, account(5), 'de')).toBe('Großnutzer, Platz 1 von 1: unter den 100 größten Haltern von UNI.')
  expect(superuserLine(found, account(2), 'en')).toBeNull()
})

it('names what has no list, what is made up, and in which currency pools are added up', () => {
  expect(superusersNotes(found, 'en')).toContain('Of all liquidity and of all fees: added up over all pools in dollars, as far as fees could be priced.')
  expect(superusersNotes({ ...found, pools: [] }, 'de')).toContain('Noch ist von keinem Pool eine Ablesung gespeichert: Verglichen werden nur Halter.')
  expect(superusersNotes(found, 'en').slice(-2)).toEqual(['Without a list of holders yet: Maker.', 'Far is not counted beside COMP: its owners are among those of COMP, in place of the escrow of the bridge.'])
  expect(superusersNotes({ lists: [{ ...list('uni'), demo: true }], pools: [], superusers: [], missing: [], insides: [] }, 'de')[0]).toMatch(/^Demodaten, erfunden: UNI\./)
})
