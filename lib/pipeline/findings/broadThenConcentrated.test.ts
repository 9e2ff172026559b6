import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadProtocol, loadProtocols } from '@/db/protocols'
import { saveHistory } from '@/db/snapshots'
import { saveStudy } from '@/db/studies'
import type { Address } from '@/lib/domain/address'
import type { Snapshot } from '@/lib/domain/snapshot'
import { toPlainSight } from '@/lib/ownership/throughLens'
import { toMeasurements } from '@/lib/pipeline/toMeasurements'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { fillPlainProtocol } from '@/tests/plainProtocol'
import { loadFindings } from './loadFindings'

const toAddress = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`

/** So many holders of the same amount, and one who has as much as some of them together: more each month. */
const toHeld = (month: number) => [...Array.from({ length: 60 }, (_, index) => ({ account: toAddress(index + 2), amount: 10n })), { account: toAddress(1), amount: 10n + 10n * BigInt(month) }]

const toSnapshot = (month: number): Snapshot => {
  const claims = toHeld(month)
  const day = new Date(Date.UTC(2020, month + 1, 0)).toISOString().slice(0, 10)
  return {
    origin: 'ledger', day, block: { number: month + 1, hash: `0x${String(month).padStart(64, '0')}`, timestamp: Date.parse(day) / 1000 }, supply: claims.reduce((sum, { amount }) => sum + amount, 0n),
    population: 'complete', gaps: [], audit: null, file: null, measurements: toMeasurements(toPlainSight(claims, []), { curve: false }),
  }
}

let server: OpenTestDatabase
beforeAll(async () => {
  server = await openTestDatabase()
  for (const [place, slug] of ['gathering', 'young'].entries()) await fillPlainProtocol(server.database, { slug, name: slug, index: 0xa1 + place, held: [[toAddress(1), 1n]] })
}, 60_000)
afterAll(() => server.close())

it('tells each protocol by its days in the ledger, says why where there are none, and knows what moved it', async () => {
  const { database } = server
  const gathering = (await loadProtocol(database, 'gathering'))!
  await saveHistory(database, gathering.tokenId, Array.from({ length: 30 }, (_, month) => toSnapshot(month)), 'made up', { labels: [], wrappers: [] })
  const month = { day: '2020-02-29', block: 2, holders: 61, total: 620n, hhi: 1 / 60, entered: 0, left: 0, parts: { entry: 0, exit: 0, largest: 0.5, others: 0, supply: -0.25 } }
  await saveStudy(database, 'gathering', { id: 'hhiDrivers', day: '2022-06-30', block: 30, recipe: 'made up', result: { months: [month] } })

  expect((await loadProtocols(database)).map(({ slug }) => slug)).toEqual(['gathering', 'young'])
  const { findings, overall } = (await loadFindings(database)).find(({ words }) => words.id === 'broadThenConcentrated')!
  const [told, untold] = findings
  expect(told).toMatchObject({ subject: { kind: 'protocol', id: 'gathering' }, verdict: 'holds', basis: { day: '2022-06-30', block: 30 } })
  const valueOf = (id: string) => told!.figures.find((figure) => figure.id === id)?.value
  // 61 hold the same: HHI 1/61. After 29 months one has 300 of 900 and sixty have 10 each: (300² + 60 · 10²) / 900².
  expect([valueOf('months'), valueOf('toFew'), valueOf('toMany')]).toEqual([30, 3, 0])
  expect(valueOf('hhiFirst')).toBeCloseTo(1 / 61, 12)
  expect(valueOf('hhiLast')).toBeCloseTo(96_000 / 810_000, 12)
  // More than half of 610 takes 31 of the equal; of 900, the large one and 16 others: 300 + 160 > 450.
  expect([valueOf('nakamoto50First'), valueOf('nakamoto50Last')]).toEqual([31, 17])
  expect([valueOf('byLargest'), valueOf('bySupply')]).toEqual([0.5, -0.25])
  expect(untold).toMatchObject({ subject: { id: 'young' }, verdict: 'cannotBeTold', basis: null, reason: { en: 'No day of its history was worked out yet.' } })
  expect(overall.verdict).toBe('holds')
})
