import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSmallLedger, toBlock, type SmallLedger } from '@/tests/smallLedger'
import { loadContentVersion } from './contentVersion'
import { saveProtocol } from './protocols'
import { saveAudit } from './snapshots'

let ledger: SmallLedger

beforeAll(async () => {
  ledger = await createSmallLedger()
  await ledger.change(toBlock(0), { 1: 1000, 2: 500 })
}, 600_000)
afterAll(() => ledger?.close())

it('is another one after each thing that pages show was saved, and the same where nothing was', async () => {
  const { database, protocol } = ledger
  const audit = { status: 'failed', claimed: 1n, supply: 2n, sampled: 1, mismatches: [] } as const
  const versions = [await loadContentVersion(database)]
  const after = async (work: Promise<unknown>) => {
    await work
    versions.push(await loadContentVersion(database))
  }
  await after(ledger.takeSnapshot(toBlock(1)))
  await after(ledger.takeHistory(2))
  await after(saveAudit(database, protocol.tokenId, toBlock(1).number, audit))
  await after(saveProtocol(database, protocol, 0))
  expect(new Set(versions).size).toBe(5)
  await after(database.pool.query('select count(*) from snapshots'))
  expect(versions.at(-1)).toBe(versions.at(-2))
})
