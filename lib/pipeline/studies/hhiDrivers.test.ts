import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveDayEnds } from '@/db/balanceHistory'
import type { TrackedProtocol } from '@/db/protocols'
import { hhiPartIds } from '@/lib/domain/hhiDrivers'
import { hhi } from '@/lib/metrics/hhi'
import { headlineLens, toLens } from '@/lib/ownership/lenses'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { takeNothing, takeStudy } from '@/tests/takeStudy'
import { lastBlock, loadPublished, published, toBlock } from '@/tests/publishedProtocol'
import { toLedger } from '../ledger'
import { replayDistribution } from '../replay'
import { loadStudies } from './loadStudies'
import { takeStudies } from './takeStudies'

/** Blocks of the made-up ledger as ends of months; a day between them is none. */
const days = new Map([['2026-01-31', toBlock(5)], ['2026-02-14', toBlock(8)], ['2026-02-28', toBlock(11)], ['2026-03-31', toBlock(lastBlock)]])
const noInterruption = { isInterrupted: () => false }

let server: OpenTestDatabase
let protocol: TrackedProtocol
beforeAll(async () => {
  server = await openTestDatabase(published)
  protocol = await loadPublished(server.database)
}, 60_000)
afterAll(() => server.close())

it('follows the ledger to what is measured under the headline’s lens, with its contract looked through and its treasury left out', async () => {
  const ledger = toLedger(protocol, null)!
  const { months } = await takeStudy('hhiDrivers', { database: server.database, protocol, ledger, days })
  expect(months.map(({ day }) => day)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
  for (const month of months) {
    // The same by another way: everybody's balance at the block, looked through and put in order.
    const distribution = await replayDistribution(server.database, ledger, month.block, toLens(headlineLens))
    expect([month.holders, month.total]).toEqual([distribution.count, distribution.total])
    expect(hhi.measure(distribution)).toEqual({ status: 'ok', value: month.hhi })
  }
  expect(months[0]!.parts).toBeNull()
  for (const [place, { hhi: now, parts }] of months.entries())
    if (parts) expect(hhiPartIds.reduce((sum, id) => sum + parts[id], 0)).toBeCloseTo(now - months[place - 1]!.hhi, 14)
  // All thirteen hold something by block 5, and nobody ever gives anything away.
  expect(months.map(({ entered, left }) => [entered, left])).toEqual([[months[0]!.holders, 0], [0, 0], [0, 0]])
})

it('is kept by the last whole day, read as it was made, and not made twice', async () => {
  const { database } = server
  await saveDayEnds(database, protocol.token.chainId, days)
  // What is kept was made otherwise, up to another day.
  expect((await loadStudies(database, protocol.slug, ['hhiDrivers'])).hhiDrivers).toMatchObject({ day: '2025-10-31' })
  expect(await loadStudies(database, 'nobody', ['hhiDrivers'])).toEqual({ hhiDrivers: null })
  const first = await takeStudies({ protocol, database }, noInterruption)
  expect(first.failures).toEqual([])
  const { hhiDrivers: kept } = await loadStudies(database, protocol.slug, ['hhiDrivers'])
  expect(kept).toMatchObject({ day: '2026-03-31', block: lastBlock })
  expect(kept!.result).toEqual(await takeStudy('hhiDrivers', { database, protocol, ledger: toLedger(protocol, null)!, days }))
  expect((await takeStudies({ protocol, database }, noInterruption)).said).toEqual([])
})

it('there is nothing to tell before the first month has ended', async () => {
  const work = { database: server.database, protocol, ledger: toLedger(protocol, null)!, days: new Map([['2026-01-30', toBlock(5)]]) }
  expect(await takeNothing('hhiDrivers', work)).toBe('No month of its history has ended yet.')
})
