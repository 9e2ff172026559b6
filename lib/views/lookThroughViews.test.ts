import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { HeadlineBand } from '@/lib/domain/headlineBand'
import { toMetric } from '@/lib/metrics/registry'
import type { Wrapper } from '@/lib/domain/protocol'
import type { Measurement } from '@/lib/domain/snapshot'
import { toLens } from '@/lib/ownership/lenses'
import { lookThroughFlow, wrappingDepth, wrappingTable } from './lookThroughCharts'
import { flowTable, toNames, toStepNames, toWrapperRows, unresolvedTable, wrappersTable, type LookThroughSummary } from './lookThroughTables'
import { toHeadlineBands } from './headlineBands'
import { unresolvedNote } from './unresolvedNote'
import { toBoundRows, unresolvedBoundsSentence, unresolvedBoundsTable } from './unresolvedBoundsTable'
import { waysText } from './waysText'

const [token, vault, pool] = ['aa', 'bb', 'cc'].map((byte) => `0x${byte.repeat(20)}` as Address) as [Address, Address, Address]
const wrap = (address: Address, name: string, symbol: string): Wrapper => ({
  source: 'made up', address, name, firstBlock: 0, assets: [token], contracts: {}, fact: 'https://docs.example.org/x',
  shareToken: { chainId: 1, address, symbol, name: symbol, decimals: 2, firstBlock: 0 },
})
const wrappers = [wrap(vault, 'Vault', 'vUNI'), wrap(pool, 'Pool', 'LP')]
const nameOf = toNames([{ address: pool, name: 'The pool' }], wrappers, (address) => address.slice(0, 4))
const words = { nameOf, nameOfStep: toStepNames(nameOf, token, wrappers), displayAddress: (address: Address) => address }
const uni = { symbol: 'UNI', decimals: 2 }

// 10,000 units: 6,000 in wallets, 4,000 in the vault; 2,000 of the vault's shares lie in the pool, of which 500 are locked.
const inVault = { contract: vault, asset: token, source: 'made up' }
const inPool = { contract: pool, asset: vault, source: 'made up' }
const lookThrough: LookThroughSummary = {
  total: 10_000n,
  flows: [
    { from: null, to: { kind: 'owners' }, amount: 6_000n },
    { from: null, to: { kind: 'contract', step: inVault }, amount: 4_000n },
    { from: inVault, to: { kind: 'owners' }, amount: 2_000n },
    { from: inVault, to: { kind: 'contract', step: inPool }, amount: 2_000n },
    { from: inPool, to: { kind: 'owners' }, amount: 1_500n },
    { from: inPool, to: { kind: 'unresolved', reason: 'locked' }, amount: 500n },
  ],
  unresolved: [{ ...inPool, reason: 'locked', amount: 500n }],
  byDepth: [{ depth: 0, owned: 6_000n, unresolved: 0n }, { depth: 1, owned: 2_000n, unresolved: 0n }, { depth: 2, owned: 1_500n, unresolved: 500n }],
  // (1 · 2,000 + 2 · 2,000) / 10,000
  meanDepth: 0.6,
}

it('says how much lies in contracts, and for how much nobody is known', () => {
  expect(lookThroughFlow(lookThrough, 'UNI', words, [], 'en').sentence).toBe('40.0% of the supply lies in contracts that hold it for others (2 contracts). For 5.0% no owner could be named.')
  expect(lookThroughFlow(lookThrough, 'UNI', words, [], 'de').sentence).toBe('40,0 % der Gesamtmenge liegen in Contracts, die sie für andere halten (2 Contracts). Für 5,0 % ließ sich kein Eigentümer nennen.'.replace(/ %/g, '\u00a0%'))
})

it('has every flow in its table, with what a contract holds where that is not the token', () => {
  expect(flowTable(lookThrough, uni, words, 'en').rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['UNI', 'owners, in their own wallets', '60', '60.0%'],
    ['UNI', 'Vault', '40', '40.0%'],
    ['Vault', 'owners', '20', '20.0%'],
    ['Vault', 'The pool (vUNI)', '20', '20.0%'],
    ['The pool (vUNI)', 'owners', '15', '15.0%'],
    ['The pool (vUNI)', 'locked for ever', '5', '5.0%'],
  ])
})

it('tells the depth: shares of each, the mean, and what of it has no owner', () => {
  const spec = wrappingDepth(lookThrough, 'UNI', [], 'en')
  expect(spec.sentence).toBe('Between a token and its owner lie 0.60 contracts on average; 20.0% of the supply lies behind 2 contracts, the most there are.')
  expect(spec.series.map(({ points }) => points.map(({ y }) => y))).toEqual([[0.6, 0.2, 0.2], [0, 0, 0.05]])
  expect(wrappingTable(lookThrough, uni, 'en').rows[2]?.map(({ text }) => text)).toEqual(['2 contracts', '15', '5', '20.0%'])
})

it('lists what is unresolved, and which contracts were looked through with what failed', () => {
  expect(unresolvedTable(lookThrough, uni, words, 'en').rows.map((row) => row.map(({ text }) => text))).toEqual([['The pool', 'locked for ever', '5', '5.0%', pool]])
  const rows = toWrapperRows(wrappers.map((wrapper) => ({ wrapper, source: { en: 'Made up', de: 'Erfunden' }, side: null })), lookThrough, [{ subject: `owners of what ${pool} holds`, reason: 'no answer' }])
  expect(rows.map(({ held, gaps }) => [held, gaps])).toEqual([[4_000n, []], [2_000n, ['no answer']]])
  const [first, second] = wrappersTable(rows, lookThrough.total, uni, words, 'de').rows
  expect(first?.map(({ text }) => text)).toEqual(['Vault', 'Erfunden', '40', '40,0\u00a0%', 'docs.example.org', 'nichts', vault])
  expect(first?.[4]?.href).toBe('https://docs.example.org/x')
  expect(second?.[5]?.text).toBe('no answer')
})

it('tells an owner’s ways, the largest first', () => {
  const unit = 10n ** 18n
  const way = (amount: bigint, ...names: string[]) => ({ contracts: names.map((name) => ({ address: name, name })), merged: false, amount: amount * unit })
  const tell = (...ways: ReturnType<typeof way>[]) => waysText(ways, { decimals: 18 }, 'en')
  expect(tell(way(5n))).toBe('own wallet')
  expect(tell(way(12_400_000n, 'v3 pool', 'Vault'))).toBe('12.4m through v3 pool, in Vault')
  expect(tell(way(3_000n, 'Pool'), way(20n))).toBe('2 ways: 3,000 through Pool; 20 in the own wallet')
  expect(tell(way(4n, 'A'), way(3n, 'B'), way(2n, 'C'), way(1n))).toBe('4 ways: 4 through A; 3 through B; 2 more')
})

it('says how much is unresolved under a lens that looks through, of the whole supply', () => {
  // 70 are kept, 20 are the treasury's, 6 + 3 + 1 have no known owner: of 100.
  const excluded: Measurement['excluded'] = [
    { role: 'treasury', accounts: 1, amount: 20n }, { role: 'locked', accounts: 1, amount: 3n }, { role: 'unread', accounts: 2, amount: 6n }, { role: 'unclaimed', accounts: 1, amount: 1n },
  ]
  expect(unresolvedNote(toLens('circulating-owners'), { denominator: 70n, excluded }, 'en')).toBe(
    'For 10.0% of the supply no owner could be named, and they count nowhere: owners could not be read (6.0%), locked for ever (3.0%), not claimed yet (1.0%).')
  expect(unresolvedNote(toLens('circulating-owners-ofSupply'), { denominator: 100n, excluded }, 'en')).toMatch(/^For 10\.0%/)
  expect(unresolvedNote(toLens('circulating'), { denominator: 70n, excluded }, 'en')).toBeNull()
})

it('tells a band in words and as places on a line', () => {
  const end = (value: number | null) => ({ value, lens: 'raw', isBound: false }) as const
  const mover = { account: pool, name: 'Timelock', role: 'timelock', amount: 1n, figure: 8, without: 28 } as const
  const bands = toHeadlineBands([
    { metric: 'nakamoto50', low: end(8), high: end(40), undefinedUnder: [], mover },
    { metric: 'gini', low: end(0.69), high: end(null), undefinedUnder: [], mover: null },
  ], { nakamoto50: 8, gini: 0.7 }, [{ id: 'nakamoto50', unit: 'count' }, { id: 'gini', unit: 'index' }], 'en')
  // Of 40: 8 is a fifth, 28 seven tenths.
  expect(bands.get('nakamoto50')).toEqual({ range: '8 to 40 over all lenses', without: 'without “Timelock”: 28', places: { low: 0.2, high: 1, value: 0.2, without: 0.7 } })
  expect(bands.get('gini')).toEqual({ range: 'at least 0.690 over all lenses', without: null, places: null })
})

it('says between what the figures lie, whoever owns the unresolved', () => {
  // 60 and 20 known of 100: the HHI of the known is .75² + .25² = .625; all to the 60: .68; spread thin: .4.
  const ok = (value: number) => ({ status: 'ok' as const, value })
  const band = (metric: 'gini' | 'nakamoto50' | 'hhi', low: number, high: number | null): HeadlineBand => ({ metric, low: null, high: null, undefinedUnder: [], mover: null, unresolved: { low, high } })
  const rows = toBoundRows([band('gini', 0.1, 1), band('nakamoto50', 1, null), band('hhi', 0.4, 0.68), { ...band('hhi', 0, 0), unresolved: undefined }])
  const metrics = ['gini', 'nakamoto50', 'hhi'].map(toMetric)
  expect(unresolvedBoundsTable(rows, { gini: ok(0.25), nakamoto50: ok(1), hhi: ok(0.625) }, metrics, 'en').rows.map((row) => row.slice(1).map(({ text }) => text))).toEqual([
    ['0.250', '0.100', 'always 1'], ['1', '1', 'nothing bounds it'], ['0.625', '0.400', '0.680'],
  ])
  expect(unresolvedBoundsSentence(rows, 0.2, metrics, 'en')).toMatch(/^For 20\.0% of what this lens counts no owner could be named\. Whoever they are, .* is at least 1\.$/)
  expect(unresolvedBoundsSentence([], 0, metrics, 'de')).toMatch(/nichts ungeklärt/)
  expect(unresolvedBoundsSentence(rows.slice(2), 0.2, metrics, 'de')).toMatch(/zwischen 0,4\d* und 0,68\d*\.$/)
})
