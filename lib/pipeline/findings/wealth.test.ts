import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadProtocols } from '@/db/protocols'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { fillPlainProtocol } from '@/tests/plainProtocol'
import { published } from '@/tests/publishedProtocol'
import { publishedBadMonths, publishedGrowth } from '@/tests/publishedWealth'
import { strongBearLosses } from './strongBearLosses'
import { wealthBreedsWealth } from './wealthBreedsWealth'

let server: OpenTestDatabase
beforeAll(async () => {
  server = await openTestDatabase(published)
  await fillPlainProtocol(server.database, { slug: 'unstudied', name: 'Unstudied', index: 0xd7, held: [] })
}, 60_000)
afterAll(() => server.close())

const find = async <Evidence>({ load }: { load: (database: typeof server.database, protocols: Awaited<ReturnType<typeof loadProtocols>>) => Promise<Evidence[]> }) => load(server.database, await loadProtocols(server.database))

it('wealth breeds wealth is judged by the kept study, and where there is none says so', async () => {
  const found = await find(wealthBreedsWealth)
  const [studied, unstudied] = ['made-up', 'unstudied'].map((slug) => found.find(({ subject }) => subject.id === slug)!)
  expect(studied).toMatchObject({ evidence: publishedGrowth, basis: { day: '2025-12-31', block: 9 }, missing: null })
  // The interval ends at 0.875, and the share rises by six points.
  expect(wealthBreedsWealth.thesis.judge(studied!.evidence!).verdict).toBe('mixed')
  expect([unstudied!.evidence, unstudied!.basis]).toEqual([null, null])
  expect(unstudied!.missing!.de).toMatch(/noch nicht ausgewertet/)
})

it('who bears losses is judged by the kept study, beside the providers of pools', async () => {
  const found = await find(strongBearLosses)
  const [studied, unstudied] = ['made-up', 'unstudied'].map((slug) => found.find(({ subject }) => subject.id === slug)!)
  // Of the 59 providers whose result is known in dollars every third has a loss, the first among them: places 0 to 28 are the smaller half, 53 to 58 the
  // largest tenth. The other pool has 29.
  expect(studied!.evidence).toEqual({ study: publishedBadMonths, providers: { smallerHalf: 10 / 29, largestTenth: 2 / 6 } })
  // 5 % of the small leave and 8.3 % of the large; 1.6 % of cost is lost, and 0.3 %.
  expect(strongBearLosses.thesis.judge(studied!.evidence!).verdict).toBe('mixed')
  expect([unstudied!.evidence, unstudied!.missing!.en.includes('not studied')]).toEqual([null, true])
})
