import { describe, expect, it } from 'vitest'
import type { AccountHistory, AccountHolding, AccountPath, AccountSafe, AccountStatement, AccountToken, EntityMember, WrappedHolding } from '@/lib/domain/account'
import type { Address } from '@/lib/domain/address'
import { toLens } from '@/lib/ownership/lenses'
import { accountHistory, accountHistoryTable } from './accountHistory'
import { accountHoldings, accountHoldingsNotes, accountHoldingsSentence } from './accountHoldings'
import { accountEntity, accountEntitySentence, accountLabels, accountLabelsSentence } from './accountLabels'
import { accountOwners, accountOwnersSentence, toWrappedRows } from './accountOwners'
import { accountPaths, accountPathsSentence } from './accountPaths'
import { accountSigners, accountSignersSentence, toSignerRows } from './accountSigners'

const account = (digit: string): Address => `0x${digit.repeat(40)}`
const display = (address: Address) => address.toUpperCase().replace('0X', '0x')
const hostile = '</td><script>alert(1)</script>'
const token = (symbol: string, digit = '7') => ({ chainId: 1, address: account(digit), symbol, name: symbol, decimals: 2, firstBlock: 0 })
const uni: AccountToken = { protocol: 'uniswap', protocolName: 'Uniswap', demo: false, token: token('UNI'), day: '2026-04-01', block: 21_500_000, timestamp: 1_775_044_800, audit: 'passed', gaps: 0 }
const texts = (rows: readonly (readonly { text: string }[])[]) => rows.map((row) => row.map(({ text }) => text))

describe('what an account holds', () => {
  const own = { rank: 12, amount: 123_456n, denominator: 1_000_000n }
  const holding: AccountHolding = { ...uni, own, counted: { rank: 3, amount: 200_000n, denominator: 800_000n }, elsewhere: null }

  it('stands with rank and share, by itself and as the lens counts it', () => {
    // 1,234.56 of 10,000 are 12.3 %; 2,000 of 8,000 are a quarter.
    expect(texts(accountHoldings([holding], display, 'en').rows)).toEqual([['UNI (Uniswap)', '1,235', '12', '12.3%', '2,000', '3', '25.0%', '21,500,000, 1 Apr 2026']])
    expect(accountHoldingsSentence([holding], '0x11…11', 'en')).toBe('0x11…11 holds one of the followed tokens. Its largest share is 12.3% of all UNI. With what contracts hold for it and its owner’s other addresses, its largest share is 25.0% of UNI.')
    expect(accountHoldingsSentence([holding], '0x11…11', 'de')).toMatch(/^0x11…11 hält einen der verfolgten Token\. Der größte Anteil sind 12,3\s%/)
  })

  it.each([
    [{ kind: 'leftOut', role: 'treasury' } as const, 'left out as treasury', undefined],
    [{ kind: 'countedWith', account: account('a') } as const, 'counted with 0xAAAA…AAAA', `/accounts/0x${'A'.repeat(40)}`],
    [{ kind: 'handedOn' } as const, 'belongs to others', undefined],
    [null, 'nothing', undefined],
  ])('says why nothing counts as its own: %o', (elsewhere, text, href) => {
    expect(accountHoldings([{ ...holding, counted: null, elsewhere }], display, 'en').rows[0]![4]).toEqual({ value: null, text, ...(href ? { href } : {}) })
  })

  it('warns of failed audits and missing readings, token by token', () => {
    expect(accountHoldingsNotes([{ ...holding, audit: 'failed', gaps: 2 }, holding], [], toLens('raw'), 'en').slice(1)).toEqual(['Audit failed, do not rely on these figures: UNI.', 'Some readings failed and are missing: UNI.'])
    expect(accountHoldingsSentence([], '0x11…11', 'en')).toMatch(/holds none/)
  })
})

describe('by which ways', () => {
  const path = (names: readonly string[], amount: bigint): AccountPath => ({ ...uni, amount, total: 1_000_000n, merged: false, steps: names.map((name, place) => ({ name, contract: account(String(place + 1)), source: 'x' })) })

  it('tells them from the token down, names as they are', () => {
    const paths = [path([], 500_000n), path(['Pool', hostile], 10_000n), { ...path(['Vault'], 1n), merged: true }]
    expect(texts(accountPaths(paths, 'en').rows).map(([, way, amount, share, depth]) => [way, amount, share, depth])).toEqual([
      ['own wallet', '5,000', '50.0%', '0'], [`Pool, in ${hostile}`, '100', '1.0%', '2'], ['several contracts, the last being Vault', '0.01', '0.0001%', '1'],
    ])
    expect(accountPathsSentence(paths, 'en')).toBe(`Its largest holding through a contract is 100 UNI: Pool, in ${hostile}.`)
    expect(accountPathsSentence([paths[0]!], 'de')).toBe('Alles, was ihm gehört, liegt in der eigenen Wallet.')
    expect(accountPathsSentence([], 'de')).toMatch(/gehört ihm nichts/)
  })
})

describe('who it is said to be', () => {
  const said: AccountStatement = {
    address: account('1'), protocol: 'uniswap', protocolName: 'Uniswap', origin: 'imported', file: 'ada.csv', kind: 'person', role: null, name: hostile,
    source: 'javascript:alert(1)', asOf: '2026-04-01', confidence: 'likely', entity: 'Ada', exclusion: null, counts: ['name', 'entity'],
  }

  it('says who says so, and what counts; only addresses on the web are links', () => {
    const [row, other] = accountLabels([said, { ...said, name: null, origin: 'chain', file: '', source: 'https://example.org/x', counts: [] }], 'en').rows
    expect(row!.map(({ text }) => text)).toEqual([hostile, 'Uniswap', '–', 'person', 'Ada', 'name, owner', 'likely', 'imported file: ada.csv', 'javascript:alert(1)', '1 Apr 2026'])
    expect(row!.every(({ href }) => href === undefined)).toBe(true)
    expect(other![8]).toEqual({ value: 'https://example.org/x', text: 'example.org', href: 'https://example.org/x' })
    expect([other![0]!.value, other![5]!.text]).toEqual([null, 'nothing'])
    expect(accountLabels([{ ...said, source: 'https://[' }], 'en').rows[0]![8]).toEqual({ value: 'https://[', text: 'https://[' })
    expect(accountLabelsSentence([said, said], 'de')).toBe('2 Angaben zu diesem Konto: importierte Datei.')
  })

  it('explains a merge by rule and evidence', () => {
    const member = (digit: string): EntityMember => ({ protocol: 'uniswap', protocolName: 'Uniswap', account: account(digit), label: null, rule: 'sharedEntity', ruleName: { en: 'Same owner by name', de: 'Gleicher Eigentümer laut Bezeichnung' }, evidence: { en: 'said so', de: 'so gesagt' }, representative: account('1') })
    expect(texts(accountEntity([member('1'), member('a')], display, 'de').rows)[1]).toEqual([`0x${'A'.repeat(40)}`, '–', 'Gleicher Eigentümer laut Bezeichnung', 'so gesagt', 'Uniswap'])
    expect(accountEntitySentence([member('1'), member('a')], account('1'), 'en')).toBe('It counts as one holder with one other account (Uniswap).')
    expect(accountEntitySentence([], account('1'), 'de')).toMatch(/zählt allein/)
  })
})

describe('for whom it holds', () => {
  const wrapped: WrappedHolding = {
    ...uni, source: 'erc4626Vault', sourceName: { en: 'ERC-4626 vault', de: 'ERC-4626-Vault' }, asset: account('7'), assetName: 'UNI', held: 1000n, ownerCount: 3, owned: 700n,
    owners: [{ account: account('a'), label: 'Ada', amount: 500n }, { account: account('b'), label: null, amount: 150n }], unresolved: [{ reason: 'locked', amount: 200n }],
  }

  it('adds up to what it holds, to the smallest unit', () => {
    const rows = toWrappedRows(wrapped)
    // 700 have owners, of whom two with 650 are named; 200 are locked; 100 lie where nobody is told.
    expect(rows.map(({ kind, amount }) => [kind, amount])).toEqual([['owner', 500n], ['owner', 150n], ['others', 50n], ['unresolved', 200n], ['elsewhere', 100n]])
    expect(rows.reduce((sum, { amount }) => sum + amount, 0n)).toBe(wrapped.held)
    expect(texts(accountOwners(rows, display, 'en').rows).map(([who, , , amount, share]) => [who, amount, share])).toEqual([
      ['Ada (0xAAAA…AAAA)', '5', '50.0%'], [`0x${'B'.repeat(40)}`, '1.5', '15.0%'], ['other owners', '0.5', '5.0%'], ['unresolved: locked for ever', '2', '20.0%'],
      ['on by other contracts, unresolved there or by many small ways', '1', '10.0%'],
    ])
    expect(accountOwnersSentence([wrapped], 'de')).toBe('Es hält 10 UNI für andere: 3 Eigentümer.')
    expect(accountOwnersSentence([{ ...wrapped, assetName: 'UNI-V2' }], 'en')).toBe('It holds 10 UNI as UNI-V2 for others: 3 owners.')
    expect(accountOwnersSentence([], 'en')).toMatch(/no contract that is looked through/)
  })
})

describe('who may move what a Safe holds', () => {
  const toSafe = (threshold: number): AccountSafe => ({ chainId: 1, block: 21_500_000, timestamp: 1_775_044_800, threshold, owners: [{ account: account('a'), label: hostile }, { account: account('b'), label: null }] })

  it('names each signer, and how many must agree', () => {
    expect(texts(accountSigners(toSignerRows(toSafe(2)), display, 'en').rows)).toEqual([
      [`0x${'A'.repeat(40)}`, hostile, '2 of 2', '1', '21,500,000, 1 Apr 2026'], [`0x${'B'.repeat(40)}`, '–', '2 of 2', '1', '21,500,000, 1 Apr 2026'],
    ])
    expect(accountSignersSentence([toSafe(2)], 'en')).toBe('All 2 signers may move what this Safe holds, as it said at block 21,500,000 on 1 Apr 2026.')
    expect(accountSignersSentence([toSafe(1)], 'en')).toMatch(/^Any 1 of 2 signers may/)
    expect(accountSignersSentence([toSafe(1)], 'de')).toMatch(/^Jeder der 2 Unterzeichner darf bewegen, was dieser Safe hält/)
    expect(accountSignersSentence([], 'de')).toMatch(/nicht als Safe geantwortet/)
  })
})

describe('over time', () => {
  const day = (number: number, balance: bigint) => ({ day: `2026-04-0${number}`, block: number, timestamp: 0, origin: 'ledger' as const, balance, denominator: 1000n })
  const of = (symbol: string, digit: string, days: AccountHistory['days']): AccountHistory => ({ protocol: 'p', protocolName: 'P', demo: false, token: token(symbol, digit), days })
  const history = [of('UNI', '1', [day(1, 100n), day(2, 0n)]), of('LP', '2', [day(2, 500n)])]

  it('draws the larger share first, and says what was held', () => {
    const chart = accountHistory(history, '0x11…11', 'en')!
    expect(chart.series.map(({ label, points }) => [label, points.map(({ y }) => y)])).toEqual([['LP', [0.5]], ['UNI', [0.1, 0]]])
    expect(chart.sentence).toBe('LP: 5 LP on 2 Apr 2026, 5 LP on 2 Apr 2026. UNI: 1 UNI on 1 Apr 2026, 0 UNI on 2 Apr 2026.')
    expect(texts(accountHistoryTable(history, chart).rows)).toEqual([['1 Apr 2026', '–', '–', '1', '10.0%'], ['2 Apr 2026', '5', '50.0%', '0', '0.0%']])
  })

  it('names those that are not drawn, and tells apart what has one symbol', () => {
    const many = Array.from({ length: 6 }, (_, place) => of('LP', String(place + 1), [day(1, BigInt(place + 1))]))
    const chart = accountHistory(many, '0x11…11', 'de')!
    expect(chart.series).toHaveLength(4)
    expect(chart.series[0]).toMatchObject({ id: account('6'), label: 'LP (P)' })
    expect(chart.notes.at(-1)).toBe('Gezeichnet sind die 4 größten Anteile. In der CSV-Datei stehen außerdem: LP (P), LP (P).')
    expect(accountHistory([], '0x11…11', 'en')).toBeNull()
  })
})
