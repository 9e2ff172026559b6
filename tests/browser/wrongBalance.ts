import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { openChainReader } from '@/lib/chain/reader'
import { follow } from '@/lib/commands/follow'
import { saveRun } from '@/lib/commands/runFile'
import { syncAll } from '@/lib/commands/syncAll'
import { serveDatabase } from '../hardening/server'
import { openTestDatabase } from '../openTestDatabase'
import { openPlayedStory, shortStory } from '../playedStory'
import { findRunDirectory } from '../runDirectory'

/** The demo's first protocol, read and measured into a database of its own, its pages served, and what tells commands of them, as a running `lorenz start` has it. */
export async function openMeasured() {
  const [demo, server] = await Promise.all([openPlayedStory(shortStory), openTestDatabase()])
  const { database } = server
  const protocols = await follow(database, demo.protocols.slice(0, 1))
  const readers = new Map([[demo.chainId, await openChainReader({ chainId: demo.chainId, urls: [demo.url] })]])
  const reporter = { say: () => undefined, progress: () => undefined, rest: () => undefined }
  expect(await syncAll({ chains: { protocols, readers }, database, reporter, steps: ['sync', 'snapshot'] })).toEqual([])
  const pages = await serveDatabase(server.url)
  const dataDirectory = await mkdtemp(path.join(findRunDirectory(), 'measured-'))
  const { slug } = protocols[0]!
  const address = `http://127.0.0.1:${pages.port}`
  await saveRun(dataDirectory, { address, demoChain: { chainId: demo.chainId, url: demo.url } })
  return {
    page: `${address}/protocols/${slug}`,
    /** Adds units to what the smallest holder of the protocol's token has, behind the ledger's back. */
    async changeBalance(units: number): Promise<void> {
      const { rowCount } = await database.db.execute(sql`
        update balances set balance = balance + ${units}::int where (token_id, account_id) = (
          select token_id, account_id from balances where balance > 0 and token_id = (select min(id) from tokens where protocol = ${slug})
          order by balance, account_id limit 1)`)
      expect(rowCount).toBe(1)
    },
    /** Measures again, as `lorenz snapshot` beside the running server. */
    async takeSnapshot(): Promise<void> {
      const env: NodeJS.ProcessEnv = { ...process.env, LORENZ_DATA_DIR: dataDirectory, DATABASE_URL: server.url }
      await promisify(execFile)(process.execPath, [path.resolve(import.meta.dirname, '../../bin/lorenz.mjs'), 'snapshot'], { env })
    },
    async close(): Promise<void> {
      await pages.stop()
      await demo.stop()
      await server.close()
    },
  }
}
