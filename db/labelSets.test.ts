import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Label } from '@/lib/domain/label'
import type { Wrapper } from '@/lib/domain/protocol'
import { lastBlock, loadPublished, published } from '@/tests/publishedProtocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import type { Database } from './database'
import { loadOutlook, loadOutlookAt, toLabelVersion } from './labelSets'
import type { TrackedProtocol } from './protocols'

const label = (digit: string, rest: Partial<Label> = {}): Label => ({ address: `0x${digit.repeat(40)}`, kind: 'unknown', role: null, name: digit, source: 's', asOf: '2026-01-01', ...rest })

const versionOf = (labels: readonly Label[]) => toLabelVersion({ labels, wrappers: [] })

describe('a version of labels', () => {
  it('is that of what they say, in the order of addresses', () => {
    const treasury = label('a', { kind: 'contract', role: 'treasury', name: 'Über "x"' })
    // printf '%s' '[["0xaa…","contract","treasury","Über \"x\"","s"],["0xbb…","unknown",null,"b","s"]]' | sha256sum | cut -c1-12
    expect(versionOf([label('b'), treasury])).toBe('625112cc7a93')
    expect(versionOf([treasury, label('b', { asOf: '2026-02-02' })])).toBe('625112cc7a93')
    expect(versionOf([label('a')])).not.toBe(versionOf([label('b')]))
  })

  it('is another once the owners on another chain stand in the place of an escrow', () => {
    const [address, token] = [label('c').address, label('d').address]
    const wrapper: Wrapper = { source: 'bridgeEscrow', address, name: 'x', firstBlock: 0, assets: [token], contracts: {}, fact: 's' }
    // printf '%s' '[[],[["0xcc…","bridgeEscrow"]]]' | sha256sum | cut -c1-12, and with ,"10:0xdd…" behind "bridgeEscrow"
    expect(toLabelVersion({ labels: [], wrappers: [wrapper] })).toBe('66c73d5a2bc2')
    expect(toLabelVersion({ labels: [], wrappers: [{ ...wrapper, otherSide: { chainId: 10, token } }] })).toBe('c5379b0d23f3')
  })
})

describe('kept labels', () => {
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

  const byAddress = (labels: readonly Label[] | undefined) => [...(labels ?? [])].sort((a, b) => (a.address < b.address ? -1 : 1))

  it('are those that a snapshot was taken with', async () => {
    const kept = await loadOutlookAt(database, protocol.tokenId, lastBlock)
    expect([byAddress(kept?.labels), kept?.wrappers]).toEqual([byAddress(protocol.labels), protocol.wrappers])
    expect(await loadOutlookAt(database, protocol.tokenId, lastBlock + 1)).toBeNull()
    expect(await loadOutlook(database, protocol.tokenId, '000000000000')).toBeNull()
  })

  it('are given to what was taken before they were kept', async () => {
    const versions = async () => (await database.db.execute(sql`select distinct label_version as version from snapshots where origin <> 'imported'`)).rows
    await database.db.execute(sql`delete from label_sets`)
    await database.db.execute(sql`update snapshots set label_version = null`)
    const statements = readFileSync(path.join(import.meta.dirname, 'migrations/0008_labels-as-they-were.sql'), 'utf8').split('--> statement-breakpoint')
    for (const statement of statements.slice(-2)) await database.db.execute(sql.raw(statement))
    // One of the names is made of quotes, markup and an umlaut: the database must write it as JavaScript does.
    expect(await versions()).toEqual([{ version: versionOf(protocol.labels) }])
    expect(byAddress((await loadOutlookAt(database, protocol.tokenId, lastBlock))?.labels)).toEqual(byAddress(protocol.labels))
  })
})
