import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import { toLabelVersion } from '@/db/labelSets'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { charts } from '@/lib/publish/charts'
import { toChartPath, toChartPlaces } from '@/lib/publish/chartName'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { loadNewestSnapshot, saveHistory, saveSnapshot } from '@/db/snapshots'
import type { Label } from '@/lib/domain/label'
import { protocolSchema } from '@/lib/domain/protocol'
import type { Snapshot } from '@/lib/domain/snapshot'
import { toPlainSight } from '@/lib/ownership/throughLens'
import { headlineLens } from '@/lib/ownership/lenses'
import { loadEdition } from '@/lib/pipeline/editions/loadEdition'
import { toLedger } from '@/lib/pipeline/ledger'
import { loadSight } from '@/lib/pipeline/ownership/loadSight'
import { toRecipe } from '@/lib/pipeline/recipe'
import { loadClaimsAt } from '@/lib/pipeline/replay'
import { toMeasurements } from '@/lib/pipeline/toMeasurements'
import { somePublishedLists } from '@/tests/publishedLists'
import { lastBlock, loadPublished, published, toBlock } from '@/tests/publishedProtocol'
import { verifyCitation } from './verify'

let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol
beforeAll(async () => {
  server = await openTestDatabase(published)
  database = server.database
  protocol = await loadPublished(database)
})
afterAll(async () => {
  await server?.close()
})

const address = '/charts/made-up/metricsTable'

describe('lorenz verify', () => {
  it('finds every chart of a block equal to the ledger, at the newest block and at an old one', async () => {
    for (const place of toChartPlaces([protocol]).filter(({ id }) => charts.find((chart) => chart.id === id)!.fixed)) for (const block of [lastBlock, 5]) {
      const { equal, lines } = await verifyCitation(database, toChartPath({ ...place, block }))
      expect(equal, lines.join('\n')).toBe(true)
    }
  })

  it('finds what was made under rules of one’s own equal too, and other than under the usual ones', async () => {
    const rules = '?rules=sharedEntity,safeOwners'
    const places = toChartPlaces([protocol]).filter(({ id }) => charts.some((chart) => chart.id === id && chart.fixed && chart.lenses))
    for (const place of places) {
      const { equal, lines } = await verifyCitation(database, toChartPath({ ...place, block: lastBlock }) + rules)
      expect(equal, lines.join('\n')).toBe(true)
      expect(lines[0]).toMatch(/rules sharedEntity,safeOwners$/)
    }
    const hashOf = async (query: string) => (await verifyCitation(database, `/charts/made-up/holdersTable@${lastBlock}${query}`)).lines[1]
    expect(await hashOf(rules)).not.toBe(await hashOf(''))
    // Named or not, the usual rules are the usual rules.
    expect(await hashOf('?rules=deployer,sharedEntity')).toBe(await hashOf(''))
  })

  it('says that a list that was imported has no ledger to make it from again', async () => {
    await expect(verifyCitation(database, `/charts/made-up/lorenz-${somePublishedLists[0].word}`)).rejects.toThrow('is a list that was imported')
  })

  it('says when a citation names other data, and why that may be', async () => {
    const cited = `https://lorenz.example${address}@${lastBlock}, labels 000000000000, method 1, sha256:${'0'.repeat(64)}`
    const { equal, lines } = await verifyCitation(database, cited)
    expect(equal).toBe(false)
    expect(lines.join('\n')).toMatch(/names other data[^]*The labels are others: cited 000000000000, here [0-9a-f]{12}/)
  })

  it('finds a block again that a later one of the same day has superseded', async () => {
    const paths = ['metricsTable', 'lorenz', 'holdersTable', 'auditTable', 'concentrationOverTime-gini'].map((id) => `/charts/made-up/${id}@${lastBlock}`)
    const before = await Promise.all(paths.map((path) => verifyCitation(database, path)))
    const last = (await loadNewestSnapshot(database, protocol.tokenId))!
    const holders = [{ account: protocol.token.address, amount: 1n }]
    await saveSnapshot(database, protocol.tokenId, { ...last, block: { ...last.block!, number: lastBlock + 1, hash: '0x21' } as Snapshot['block'] }, { holders })
    expect(await Promise.all(paths.map((path) => verifyCitation(database, path)))).toEqual(before)
    expect((await loadNewestSnapshot(database, protocol.tokenId))?.block?.number).toBe(lastBlock + 1)
  })

  it('finds every block equal under the labels of its time, although they have changed since and every day was made again', async () => {
    const query = '?lens=circulating'
    const paths = [lastBlock, 5].flatMap((block) => ['metricsTable', 'holdersTable', 'largestHolders', 'excludedTable', 'concentrationOverTime-gini'].map((id) => `/charts/made-up/${id}@${block}${query}`))
    const read = () => Promise.all(paths.map((path) => verifyCitation(database, path)))
    const before = await read()
    // The largest account was nobody in particular, now it is an exchange; what was burned counts again.
    const [first, treasury] = protocol.labels
    const labels: Label[] = [{ ...first!, name: 'An exchange', role: 'vesting' }, treasury!]
    const today = await saveProtocol(database, protocolSchema.parse({ ...protocol, labels }), 1)
    const outlook = { labels, wrappers: today.wrappers }
    const rows = (await loadHistory(database, protocol.tokenId, 'raw')).filter(({ origin }) => origin === 'ledger')
    const days = await Promise.all(rows.map(async ({ day, block, timestamp }): Promise<Snapshot> => ({
      origin: 'ledger', day, block: { number: block, hash: toBlock(block).hash, timestamp }, supply: null, population: 'complete', gaps: [], audit: null, file: null,
      measurements: toMeasurements(toPlainSight(await loadClaimsAt(database, protocol.tokenId, block), labels), { curve: false }),
    })))
    await saveHistory(database, protocol.tokenId, days, toRecipe(outlook), outlook)
    expect(await read()).toEqual(before)
    expect(before.every(({ equal }) => equal)).toBe(true)
    // What is taken from now on has the new ones.
    const claims = await loadClaimsAt(database, protocol.tokenId, lastBlock)
    const { sight } = await loadSight(database, toLedger(today, null)!, lastBlock + 2, claims)
    const last = (await loadNewestSnapshot(database, protocol.tokenId))!
    const next: Snapshot = { ...last, block: { ...last.block!, number: lastBlock + 2, hash: '0x22' } as Snapshot['block'], measurements: toMeasurements(sight, { curve: true }) }
    await saveSnapshot(database, protocol.tokenId, next, { holders: [...claims].sort((a, b) => (a.amount > b.amount ? -1 : 1)), outlook })
    const [old, newest] = await Promise.all([lastBlock, lastBlock + 2].map((block) => verifyCitation(database, `/charts/made-up/holdersTable@${block}${query}`)))
    expect([old?.equal, newest?.equal]).toEqual([true, true])
    expect(toLabelVersion(today)).not.toBe(toLabelVersion(protocol))
    const largest = async (block: number | null) => (await loadEdition(database, { protocol: 'made-up', name: `largestHolders${block === null ? '' : `@${block}`}`, lens: 'circulating', from: null, to: null }, () => Promise.resolve(null))).loaded.holders.rows[0]?.address
    expect(await largest(lastBlock)).toMatch(/^0x0{39}1$/)
    expect(await largest(null)).not.toMatch(/^0x0{39}1$/)
    expect(await read()).toEqual(before)
  })

  it('says which figure is not the ledger’s', async () => {
    const change = (value: string) => database.db.execute(sql`update measurements set metrics = jsonb_set(metrics, '{gini,value}', ${value}::jsonb)
      where lens = ${headlineLens} and snapshot_id = (select max(id) from snapshots where token_id = ${protocol.tokenId} and origin = 'chain')`)
    await change('0.125')
    const { equal, lines } = await verifyCitation(database, `${address}@${lastBlock + 2}`)
    expect(equal).toBe(false)
    expect(lines.join('\n')).toMatch(/row 9, value: published 0\.125, from the ledger 0\.\d+/)
  })

  it.each([
    ['no address at all', /There is no address of a chart/],
    [`${address}@9`, /No snapshot of MADE is kept at block 9/],
    ['/charts/all/overviewTable', /Nothing of "overviewTable" of all is kept yet/],
    [`/charts/account/accountHoldings-0x${'0'.repeat(39)}1`, /of no single block/],
    [`${address}@20?lens=pink`, /asks for something that there is not/],
  ])('refuses %s', async (text, reason) => {
    await expect(verifyCitation(database, text)).rejects.toThrow(reason)
  })
})
