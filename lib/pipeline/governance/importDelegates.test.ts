import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadVotesDays, loadVotesSnapshot } from '@/db/votesSnapshots'
import { parseHolderList } from '@/lib/lists/holderList'
import { toProtocol } from '@/lib/protocols/registry'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { loadPowerViews } from '../editions/loadPowerViews'
import { importDelegates } from './importDelegates'

// Real lists lie beside the checkout where there are any; none of them is part of the project.
const folder = join(process.env.LORENZ_DATA_FIXTURES ?? resolve('..', 'shared', 'data'), 'zukowski-2026')
const missing = !existsSync(folder)
if (missing) console.warn(`skipped: no real delegates in ${folder}; LORENZ_DATA_FIXTURES names another folder`)

let server: OpenTestDatabase
let database: Database
const protocols = new Map<string, TrackedProtocol>()
beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  for (const slug of ['aave', 'compound', 'uniswap']) protocols.set(slug, await saveProtocol(database, toProtocol(slug), 0))
})
afterAll(() => server?.close())

const keep = (slug: string, text: string, more: { total?: bigint; asOf?: string } = {}) =>
  importDelegates({
    database, protocol: protocols.get(slug)!, list: parseHolderList(text),
    origin: { file: { name: 'delegates.csv', sha256: 'a'.repeat(64) }, asOf: more.asOf ?? '2026-04-01', blockNumber: null, unit: 'smallest', total: more.total ?? null, holders: null },
  })
const load = async (slug: string, locale: 'en' | 'de' = 'en') => (await loadPowerViews(database, slug, 'raw', locale)).views

describe('an imported list of delegates', () => {
  const account = (digit: number) => `0x${String(digit).repeat(40)}`
  const list = `delegate,votes\n${account(1)},50\n${account(2)},49\n${account(3)},1\n${account(4)},0\n`

  it('stands on the page with its figures and powers, and is no reading of the chain', async () => {
    expect((await load('uniswap')).delegateListTable).toBeUndefined()
    await keep('uniswap', list)
    const { delegateListTable: table, delegateListMetrics: metrics } = await load('uniswap')
    // 51 of 100 win: {50, 49}, {50, 1} and all three; 50 decides in all three, each of the others in one: 3/5, 1/5, 1/5.
    expect(table!.table.rows.map((row) => row.map(({ value }) => value).slice(3))).toEqual([['50', 0.5, 0.6], ['49', 0.49, 0.2], ['1', 0.01, 0.2]].map((row) => [expect.anything(), ...row.slice(1)]))
    expect(table!.sentence).toBe('3 accounts can vote with UNI. The largest, 0x1111…1111, has 50.0% of the votes. By Banzhaf it has 60.0% of the power.')
    expect(table!.notes[0]).toBe(`Imported: delegates.csv, as of 1 Apr 2026, SHA-256 ${'a'.repeat(64)}. Nobody held it against the contract.`)
    // 0.5² + 0.49² + 0.01² = 0.4902
    expect(metrics!.data.rows.find(([id]) => id === 'hhi')?.[1]).toBe('0.4902')
    expect([await loadVotesSnapshot(database, 'uniswap'), await loadVotesDays(database, 'uniswap')]).toEqual([null, []])
  })

  it('that is cut off has shares of all votes, and bounds; of two days the newer one is shown', async () => {
    await keep('uniswap', list, { total: 200n, asOf: '2026-05-01' })
    await keep('uniswap', list, { asOf: '2026-03-01' })
    const { delegateListTable: table, delegateListMetrics: metrics } = await load('uniswap', 'de')
    expect(table!.table.rows.map((row) => row[4]!.value)).toEqual([0.25, 0.245, 0.005])
    expect(table!.notes[0]).toMatch(/Stand 1\. Mai 2026/)
    expect(metrics!.data.rows.find(([id]) => id === 'gini')?.[1]).toBeNull()
  })
})

// Computed from the same files by others, with exact integers; top 10 to two digits of a per cent.
describe.skipIf(missing)('the hundred largest delegates of three protocols', () => {
  const [header, ...lines] = missing ? [''] : readFileSync(join(folder, 'tally_delegates.csv'), 'utf8').split('\n')

  it.each([
    ['aave', 'AAVE', 0.723810873, 0.0755454, 6, 65.44],
    ['compound', 'COMP', 0.638834123, 0.0386558, 13, 44.73],
    ['uniswap', 'UNI', 0.581594059, 0.0271366, 13, 43.44],
  ])('%s', async (slug, symbol, gini, hhi, nakamoto, top10) => {
    const { delegates } = await keep(slug, [header!, ...lines.filter((line) => line.startsWith(`${symbol},`))].join('\n'), { asOf: '2026-06-01' })
    expect(delegates).toHaveLength(100)
    const { delegateListMetrics: metrics, delegateListTable: table } = await load(slug)
    const value = (id: string) => Number(metrics!.data.rows.find(([metric]) => metric === id)?.[1])
    expect(value('gini')).toBeCloseTo(gini, 9)
    expect(value('hhi')).toBeCloseTo(hhi, 7)
    expect([value('nakamoto50'), value('holders')]).toEqual([nakamoto, 100])
    expect(value('top10Share') * 100).toBeCloseTo(top10, 2)
    expect(table!.data.rows).toHaveLength(100)
    // Published: stkAAVE has 21.9 % of the votes and 33.1 % of the power.
    if (slug === 'aave') expect(table!.table.rows[0]!.map(({ value }) => value).slice(4)).toEqual([expect.closeTo(0.219, 3), expect.closeTo(0.331, 2)])
  })
})
