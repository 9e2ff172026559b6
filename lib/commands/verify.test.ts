import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '@/db/database'
import { migrate } from '@/db/migrate'
import type { TrackedProtocol } from '@/db/protocols'
import { charts } from '@/lib/publish/charts'
import { toChartPath, toChartPlaces } from '@/lib/publish/chartName'
import { createTestDatabase, type TestDatabase } from '@/tests/postgres'
import { loadNewestSnapshot, saveSnapshot } from '@/db/snapshots'
import type { Snapshot } from '@/lib/domain/snapshot'
import { fillProtocol, lastBlock } from '@/tests/publishedProtocol'
import { verifyCitation } from './verify'

let server: TestDatabase
let database: Database
let protocol: TrackedProtocol
beforeAll(async () => {
  server = await createTestDatabase()
  database = openDatabase(server.url)
  await migrate(database)
  protocol = await fillProtocol(database)
})
afterAll(async () => {
  await database?.close()
  await server?.drop()
})

const address = '/charts/made-up/metricsTable'

describe('lorenz verify', () => {
  it('finds every chart of a block equal to the ledger, at the newest block and at an old one', async () => {
    for (const place of toChartPlaces([protocol]).filter(({ id }) => charts.find((chart) => chart.id === id)!.fixed)) for (const block of [lastBlock, 5]) {
      const { equal, lines } = await verifyCitation(database, toChartPath({ ...place, block }))
      expect(equal, lines.join('\n')).toBe(true)
    }
  })

  it('says when a citation names other data, and why that may be', async () => {
    const cited = `https://lorenz.example${address}@${lastBlock}, labels 000000000000, method 1, sha256:${'0'.repeat(64)}`
    const { equal, lines } = await verifyCitation(database, cited)
    expect(equal).toBe(false)
    expect(lines.join('\n')).toMatch(/names other data[^]*The labels have changed since: cited 000000000000, today [0-9a-f]{12}/)
  })

  it('finds a block again that a later one of the same day has superseded', async () => {
    const paths = ['metricsTable', 'lorenzCurve', 'holdersTable', 'auditTable', 'concentrationOverTime-gini'].map((id) => `/charts/made-up/${id}@${lastBlock}`)
    const before = await Promise.all(paths.map((path) => verifyCitation(database, path)))
    const last = (await loadNewestSnapshot(database, protocol.tokenId))!
    const holders = [{ account: protocol.token.address, amount: 1n }]
    await saveSnapshot(database, protocol.tokenId, { ...last, block: { ...last.block!, number: lastBlock + 1, hash: '0x21' } as Snapshot['block'] }, { holders })
    expect(await Promise.all(paths.map((path) => verifyCitation(database, path)))).toEqual(before)
    expect((await loadNewestSnapshot(database, protocol.tokenId))?.block?.number).toBe(lastBlock + 1)
  })

  it('says which figure is not the ledger’s', async () => {
    const change = (value: string) => database.db.execute(sql`update measurements set metrics = jsonb_set(metrics, '{gini,value}', ${value}::jsonb)
      where lens = 'raw' and snapshot_id = (select max(id) from snapshots where token_id = ${protocol.tokenId} and origin = 'chain')`)
    await change('0.125')
    const { equal, lines } = await verifyCitation(database, `${address}@${lastBlock + 1}`)
    expect(equal).toBe(false)
    expect(lines.join('\n')).toMatch(/row 9, value: published 0\.125, from the ledger 0\.\d+/)
  })

  it.each([
    ['no address at all', /There is no address of a chart/],
    [`${address}@9`, /No snapshot of MADE is kept at block 9/],
    ['/charts/all/overviewTable', /of no single block/],
    [`${address}@20?lens=pink`, /asks for something that there is not/],
  ])('refuses %s', async (text, reason) => {
    await expect(verifyCitation(database, text)).rejects.toThrow(reason)
  })
})
