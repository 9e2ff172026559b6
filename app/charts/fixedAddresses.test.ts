import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { saveControlMap } from '@/db/controlMaps'
import { loadHolders } from '@/db/holders'
import { openLedgerWriter } from '@/db/ledgerWriter'
import { loadPools, savePoolReading } from '@/db/pools'
import { loadProtocol, loadProtocols } from '@/db/protocols'
import { loadNewestSnapshot, saveSnapshot } from '@/db/snapshots'
import { loadStudyRows, saveStudy } from '@/db/studies'
import { packTransfers } from '@/lib/ledger/packedTransfers'
import { verifyCitation } from '@/lib/commands/verify'
import { keepParts } from '@/lib/pipeline/editions/keepParts'
import { keepTogether } from '@/lib/pipeline/editions/keepTogether'
import { studyIds } from '@/lib/pipeline/studies/registry'
import { forms, splitForm, toChartPath, toChartPlaces, type ChartPlace } from '@/lib/publish/chartName'
import { allProtocols } from '@/lib/publish/charts'
import { openPublished } from '@/tests/openPublished'
import { fillNeighbours, neighbours } from '@/tests/publishedNeighbours'
import { lastBlock, somePublishedMarkets, somePublishedProposals, toBlock } from '@/tests/publishedProtocol'
import { sharedDatabase } from '../database'
import { GET as getEmbed } from '../embed/[protocol]/[chart]/route'
import { GET } from './[protocol]/[chart]/route'

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ host: 'lorenz.example', 'x-forwarded-proto': 'https' })) }))

const origin = 'https://lorenz.example'
const published = openPublished()
const nobody = `0x${'0'.repeat(40)}` as const
const uninterrupted = { isInterrupted: () => false }
async function keep(): Promise<unknown[]> {
  const failures: unknown[] = []
  for (const protocol of await loadProtocols(sharedDatabase())) failures.push(...(await keepParts({ protocol, database: sharedDatabase() }, uninterrupted)).failures)
  return [...failures, ...(await keepTogether(sharedDatabase(), uninterrupted)).failures]
}

/** The snapshots of neighbours have no ledger, from which they could be made again: one in which all that is held came from nobody. */
async function fillLedger(slug: string): Promise<void> {
  const { tokenId } = (await loadProtocol(sharedDatabase(), slug))!
  const { id, day } = (await loadNewestSnapshot(sharedDatabase(), tokenId))!
  const { rows } = (await loadHolders(sharedDatabase(), { snapshotId: id, lens: 'raw', offset: 0, limit: 10 }))!
  const block = { number: 100, hash: `0x${'1'.repeat(64)}`, timestamp: Date.parse(day) / 1000 } as const
  const writer = await openLedgerWriter(sharedDatabase(), tokenId)
  await writer.write(packTransfers(rows.map(({ account, amount }, logIndex) => ({ from: nobody, to: account, amount, blockNumber: block.number, logIndex }))), [])
  await writer.commit(block)
  await writer.settle()
  await writer.close()
}

const ask = (path: string) => {
  const [, root, slug = '', chart = ''] = new URL(path, origin).pathname.split('/')
  return (root === 'embed' ? getEmbed : GET)(new Request(origin + path), { params: Promise.resolve({ protocol: slug, chart }) })
}
interface Told { content_hash: string; links: { fixed: string; page: string }; block: { number: number; hash: string } | null; day: string; citation: { en: string } }
const read = async (place: ChartPlace) => {
  const response = await ask(toChartPath(place, 'metadata.json'))
  expect(response.status, toChartPath(place)).toBe(200)
  return await response.json() as Told
}
const toName = (address: string) => decodeURIComponent(new URL(address).pathname)

const places = () => toChartPlaces([published.protocol], [], somePublishedProposals, somePublishedMarkets)
/** The fixed address of each chart, as its newest edition names it. */
const fixed: string[] = []
beforeAll(async () => {
  await fillNeighbours(sharedDatabase())
  for (const slug of neighbours) await fillLedger(slug)
  expect(await keep()).toEqual([])
  for (const place of places()) fixed.push(toName((await read(place)).links.fixed))
}, 120_000)


describe('the fixed address of every chart', () => {
  it('names a block, or a day where it is of all protocols', () => {
    for (const [nth, place] of places().entries()) expect(fixed[nth]).toMatch(place.protocol === allProtocols ? /@2026-\d\d-\d\d$/ : /@\d+$/)
  })

  it('answers in every form, for ever', async () => {
    for (const path of fixed) {
      // Pictures and archives are made of the same and answered by the same lines: they take time.
      for (const form of forms.filter((one) => one !== 'png' && one !== 'zip')) {
        const response = await ask(`${path}.${form}`)
        expect([response.status, response.headers.get('cache-control')], `${path}.${form}`).toEqual([200, 'public, max-age=31536000, immutable'])
      }
      const embed = await ask(path.replace('/charts/', '/embed/'))
      expect([embed.status, embed.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    }
  })

  it('is cited with its block, the block’s hash and its fingerprint, and found equal', async () => {
    for (const path of fixed) {
      const told = await (await ask(`${path}.metadata.json`)).json() as Told
      const mark = splitForm(path).name.split('@')[1]!
      expect(toName(told.links.fixed)).toBe(path)
      expect(told.citation.en).toContain(told.content_hash)
      expect(told.citation.en).toContain(path)
      if (path.startsWith('/charts/all/')) expect(told.citation.en).toContain(mark)
      // Studies here are made up, and so are their blocks: nobody told their hashes.
      else expect(told.citation.en).toMatch(Number(mark) === lastBlock ? new RegExp(`block ${mark} \\(0x[0-9a-f]{64}\\)`) : new RegExp(`block ${mark}\\b`))
      const { equal, lines } = await verifyCitation(sharedDatabase(), told.citation.en)
      expect(equal, lines.join('\n')).toBe(true)
    }
  }, 120_000)

  it('stays to the byte what it was when everything else has gone on', async () => {
    const readAll = async () => Object.fromEntries(await Promise.all(fixed.map(async (path) => [path, [await (await ask(`${path}.json`)).text(), await (await ask(`${path}.csv`)).text()]] as const)))
    const before = await readAll()
    const expectAsBefore = async () => {
      const now = await readAll()
      for (const path of fixed) expect(now[path], path).toEqual(before[path])
    }
    const database = sharedDatabase()
    const { slug, tokenId } = published.protocol
    const next = toBlock(lastBlock + 1)
    for (const row of await loadStudyRows(database, slug, studyIds)) await saveStudy(database, slug, { ...row, day: '2026-01-22', block: next.number, result: { nothing: { en: 'nothing', de: 'nichts' } } })
    await saveControlMap(database, slug, { block: next, map: { roots: [], nodes: [] } })
    for (const { id, reading } of await loadPools(database, slug)) await savePoolReading(database, slug, id, { reading: { ...reading!, block: next }, results: [], ranges: [], days: [], recipe: 'another' })
    await database.db.execute(sql`update proposals set proposal = jsonb_set(proposal, '{title}', '"another"'), state = 'executed'`)
    await database.db.execute(sql`update votes_snapshots set delegated = delegated + 1`)
    const last = (await loadNewestSnapshot(database, tokenId))!
    await saveSnapshot(database, tokenId, { ...last, day: '2026-01-22', block: next }, { holders: [{ account: published.protocol.token.address, amount: 1n }], outlook: published.protocol })
    await expectAsBefore()
    expect(await keep()).toEqual([])
    await expectAsBefore()
    // What there is now has addresses of its own.
    const control = await read({ protocol: slug, id: 'keysTable' })
    expect(toName(control.links.fixed)).toBe(`/charts/made-up/keysTable@${next.number}`)
  }, 120_000)
})

it('says which blocks and days there are where nothing was kept', async () => {
  const refuse = async (path: string) => {
    const response = await ask(path)
    return [response.status, ((await response.json()) as { detail: string }).detail]
  }
  expect(await refuse('/charts/made-up/keysTable@9.svg')).toEqual([404, expect.stringContaining(`is not kept at 9. The nearest are ${lastBlock} (2026-01-21)`)])
  expect(await refuse('/charts/all/overviewTable@2020-01-01.svg')).toEqual([404, expect.stringContaining('is not kept at 2020-01-01. The nearest are 2026-')])
  expect(await refuse('/charts/all/overviewTable@20.svg')).toEqual([404, expect.stringContaining('There is no chart')])
  expect(await refuse('/charts/made-up/keysTable@2026-01-21.svg')).toEqual([404, expect.stringContaining('There is no chart')])
})
