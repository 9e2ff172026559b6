import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { loadProtocol, saveProtocol } from '@/db/protocols'
import type { Snapshot } from '@/lib/domain/snapshot'
import { parseHolderList } from '@/lib/lists/holderList'
import { measure } from '@/lib/metrics/registry'
import { withoutExcluded } from '@/lib/ownership/exclusions'
import { importList } from '@/lib/pipeline/importList'
import { toProtocol } from '@/lib/protocols/registry'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { importLabels, type ImportLabelsOptions } from './importLabels'
import { listLabels, removeLabels } from './listLabels'

// Real lists lie beside the checkout where there are any; none of them is part of the project.
const folder = join(process.env.LORENZ_DATA_FIXTURES ?? resolve('..', 'shared', 'data'), 'zukowski-2026')
const missing = !existsSync(folder)
if (missing) console.warn(`skipped: no real exclusion log in ${folder}; LORENZ_DATA_FIXTURES names another folder`)

let server: OpenTestDatabase
let database: Database
let directory: string
beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  directory = await mkdtemp(join(tmpdir(), 'lorenz-labels-'))
})
afterAll(async () => {
  await server?.close()
  await rm(directory, { recursive: true, force: true })
})

const options = (changes: Partial<ImportLabelsOptions> = {}): ImportLabelsOptions => ({ protocol: 'uniswap', asOf: '2026-04-01', source: null, confidence: null, check: false, ...changes })
const write = async (name: string, text: string) => {
  await writeFile(join(directory, name), text)
  return join(directory, name)
}
const timelock = '0x1a9c8182c09f50c8318d769245bea52c32be35bc'
const one = `0x${'1'.repeat(40)}` as const
const two = `0x${'2'.repeat(40)}` as const
const keep = async (slug: string, text: string): Promise<Snapshot> => {
  const protocol = (await loadProtocol(database, slug))!
  const file = { name: `${slug}.csv`, sha256: createHash('sha256').update(text).digest('hex') }
  return importList({ database, protocol, list: parseHolderList(text), origin: { file, asOf: '2026-04-01', blockNumber: null, unit: 'token', total: null, holders: null } })
}

describe('lorenz labels import', () => {
  it('only looks with --check, and follows nothing', async () => {
    const path = await write('labels.csv', `address,name,role\n${one},Ada,cex\n`)
    expect(await importLabels(database, path, options({ check: true }))).toMatch(/1 label for uniswap\.\nRoles: exchange 1\.\nNothing was kept: this was a check\.$/)
    expect(await loadProtocol(database, 'uniswap')).toBeNull()
  })

  it('keeps labels that count once their accounts are known, the same file once, and says whose word weighs more', async () => {
    const path = await write('labels.csv', `address,name,role\n${one},Ada,treasury\n${two},Bob,wizard\n${timelock},Mine,exchange\n`)
    const said = await importLabels(database, path, options())
    expect(said).toMatch(/3 labels for uniswap\.\nRoles: exchange 1, none 1, treasury 1\.\nNo roles here, so their accounts have names only: "wizard" \(1\)\.\n0 of the accounts have been seen here/)
    expect(said).toMatch(new RegExp(`1 account keeps the role that is said with more weight: ${timelock} \\(timelock, not exchange\\)`))
    // 5 of 8 are in a treasury, because a file says so: one of 3 is left.
    const snapshot = await keep('uniswap', `address,balance\n${one},5\n${two},3\n`)
    expect(snapshot.measurements[1]).toMatchObject({ lens: 'circulating', denominator: 3n * 10n ** 18n, excluded: [{ role: 'treasury', accounts: 1 }] })
    expect(await importLabels(database, path, options())).toMatch(/take the place of 3 labels[^]*\n2 of the accounts have been seen/)
    expect(await listLabels(database, null, false)).toMatch(/uniswap +imported +labels\.csv +3 +2026-04-01/)
    expect(await listLabels(database, 'uniswap', false)).toMatch(/0x1111\S+ +unknown +treasury +Ada +labels\.csv +likely/)
    await saveProtocol(database, toProtocol('uniswap'), 0)
    expect((await loadProtocol(database, 'uniswap'))!.labels.find(({ address }) => address === two)).toMatchObject({ name: 'Bob', role: null, confidence: 'likely', source: 'file labels.csv' })
  })

  it('keeps nothing of a file with one wrong row, and names it', async () => {
    const before = (await loadProtocol(database, 'uniswap'))!.labels
    const path = await write('labels.csv', `address,name,date\n${one},Eve,2026-01-01\n${two},Eve,yesterday\n`)
    await expect(importLabels(database, path, options())).rejects.toThrow(/labels\.csv: line 3: column "date": "yesterday" is no day/)
    await expect(importLabels(database, join(directory, 'none.csv'), options())).rejects.toThrow(/none\.csv: there is no such file/)
    await expect(importLabels(database, path, options({ protocol: 'uniswop' }))).rejects.toThrow(/no protocol uniswop\. There are: uniswap/)
    expect((await loadProtocol(database, 'uniswap'))!.labels).toEqual(before)
  })

  it('forgets a file', async () => {
    expect(await removeLabels(database, 'uniswap', { file: 'labels.csv', origin: 'imported' })).toMatch(/^3 labels are forgotten/)
    expect(new Set((await loadProtocol(database, 'uniswap'))!.labels.map(({ address }) => address))).toEqual(new Set(toProtocol('uniswap').labels.map(({ address }) => address)))
    await expect(removeLabels(database, 'uniswap', { file: 'labels.csv', origin: 'imported' })).rejects.toThrow(/Nothing is kept of labels\.csv/)
  })
})

// The figures are those that the lists' own description gives: HHI to six digits, Nakamoto at more than half, Gini to four.
describe.skipIf(missing)('a study’s log of exclusions as a file of labels', () => {
  const log = join(folder, 'exclusions_log.csv')
  const figuresOf = (metrics: Snapshot['measurements'][number]['metrics']) =>
    [['gini', 4], ['hhi', 6], ['nakamoto50', 0]].map(([id, places]) => {
      const result = metrics[id as string]
      return result?.status === 'ok' ? Number(result.value.toFixed(places as number)) : result?.status
    })
  const cases = [
    { slug: 'uniswap', symbol: 'UNI', left: 1, before: [0.8869, 0.100843, 8], after: [0.8428, 0.03217, 28] },
    { slug: 'aave', symbol: 'AAVE', left: 1, before: [0.8803, 0.059344, 12], after: [0.8493, 0.020161, 22] },
    // Of COMP's only the figures before are published.
    { slug: 'compound', symbol: 'COMP', left: 7, before: [0.8634, 0.027491, 30], after: null },
  ]
  it.each(cases)('$symbol before and after', async ({ slug, symbol, left, before, after }) => {
    expect(await importLabels(database, log, options({ protocol: slug }))).toMatch(new RegExp(`${left} labels? for ${slug}; of 9 rows ${9 - left} are of other tokens`))
    const text = readFileSync(join(folder, 'holder_lists', `${symbol}_holders.csv`), 'utf8')
    const snapshot = await keep(slug, text)
    const measured = (lens: string) => snapshot.measurements.find((one) => one.lens === lens)!
    expect(figuresOf(measured('raw').metrics)).toEqual(before)
    const { labels } = (await loadProtocol(database, slug))!
    const list = parseHolderList(text)
    const without = withoutExcluded(list.claims, labels)
    // The log names accounts that are not among the 1,000 as well.
    const listed = readFileSync(log, 'utf8').toLowerCase().split('\n').filter((row) => row.startsWith(`${symbol.toLowerCase()},`) && text.toLowerCase().includes(row.split(',')[1]!))
    expect(without.left).toHaveLength(listed.length)
    expect(without.distribution.count).toBe(1_000 - listed.length)
    if (after) expect(figuresOf(measure(without.distribution))).toEqual(after)
  })

  it('UNI without the Timelock and 0x…dEaD, by a second file beside the log', async () => {
    const path = await write('burned.csv', 'address,name,exclusion reason\n0x000000000000000000000000000000000000dEaD,Burned,nobody has its key\n')
    expect(await importLabels(database, path, options())).toMatch(/1 of the accounts has been seen here/)
    const text = readFileSync(join(folder, 'holder_lists', 'UNI_holders.csv'), 'utf8')
    const snapshot = await keep('uniswap', text)
    const { distribution, left } = withoutExcluded(parseHolderList(text).claims, (await loadProtocol(database, 'uniswap'))!.labels)
    expect(left.map(({ account }) => account)).toEqual([timelock, '0x000000000000000000000000000000000000dead'])
    expect([distribution.count, ...figuresOf(measure(distribution))]).toEqual([998, 0.8151, 0.009784, 40])
    // What circulates is without the vesters and the rest of the airdrop as well, which the protocol's own file names: one holder more is needed.
    const circulating = snapshot.measurements.find(({ lens }) => lens === 'circulating')!
    expect(circulating.excluded.map(({ role }) => role)).toEqual(expect.arrayContaining(['burn', 'timelock']))
    expect(circulating.excluded.length).toBeGreaterThan(2)
  })
})
