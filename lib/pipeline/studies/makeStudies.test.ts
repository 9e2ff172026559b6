import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { TrackedProtocol } from '@/db/protocols'
import type { StudyId } from '@/lib/domain/study'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { lastBlock, loadPublished, published, toBlock } from '@/tests/publishedProtocol'
import { toLedger } from '../ledger'
import { makeStudies } from './makeStudies'

/** In place of two others, two that fail at their first month. */
vi.mock('./registry', async (load) => {
  const registry = await load<typeof import('./registry')>()
  const fail = (word: string) => () => { throw new Error(word) }
  const toOdd = (word: string) => ({ begin: async () => ({ add: fail(word), end: fail('asked for its end') }) })
  const odd: Partial<Record<StudyId, ReturnType<typeof toOdd>>> = { participation: toOdd('odd month'), badMonths: toOdd('odd price') }
  return { ...registry, findStudy: (id: StudyId) => odd[id] ?? registry.findStudy(id) }
})

class Interrupted extends Error {}
const days = new Map([['2026-01-31', toBlock(5)], ['2026-02-28', toBlock(11)], ['2026-03-30', toBlock(lastBlock)]])

let server: OpenTestDatabase
let protocol: TrackedProtocol
beforeAll(async () => {
  server = await openTestDatabase(published)
  protocol = await loadPublished(server.database)
}, 60_000)
afterAll(() => server?.close())

const toWork = () => ({ database: server.database, protocol, ledger: toLedger(protocol, null)!, days })

it('the month that goes on is followed by those that count it alone', async () => {
  const made = new Map<StudyId, unknown>()
  await makeStudies(toWork(), ['hhiDrivers', 'cohorts'], async (id, result) => [String(made.set(id, result).size)], () => false)
  const daysOf = (id: StudyId) => (made.get(id) as { months: { day: string }[] }).months.map(({ day }) => day)
  expect([daysOf('hhiDrivers'), daysOf('cohorts')]).toEqual([['2026-01-31', '2026-02-28'], [...days.keys()]])
})

it('one that fails keeps no other from its turn, wherever it fails', async () => {
  const fail = (id: StudyId) => (id === 'cohorts' ? Promise.reject(new Error('disk full')) : Promise.resolve([id]))
  const { said, failures } = await makeStudies(toWork(), ['cohorts', 'hhiDrivers', 'growth'], fail, () => false)
  expect([said.sort(), failures]).toEqual([['growth', 'hhiDrivers'], [new Error('disk full')]])
})

it('those that fail on their way go no further, each says why, and the others go on', async () => {
  const made: StudyId[] = []
  const { failures } = await makeStudies(toWork(), ['participation', 'badMonths', 'hhiDrivers'], async (id) => [`${made.push(id)}`], () => false)
  expect([made, failures]).toEqual([['hhiDrivers'], [new Error('odd month'), new Error('odd price')]])
})

it('what ends the walk ends those that follow it, and an interruption all', async () => {
  const broken = { ...toWork(), onProgress: () => { throw new Interrupted('stop') } }
  const made: StudyId[] = []
  const keep = async (id: StudyId) => {
    made.push(id)
    return []
  }
  const { failures } = await makeStudies(broken, ['hhiDrivers', 'delegatedStakes'], keep, () => false)
  expect([made, failures]).toEqual([['delegatedStakes'], [new Interrupted('stop')]])
  await expect(makeStudies(broken, ['hhiDrivers'], keep, (error) => error instanceof Interrupted)).rejects.toThrow(Interrupted)
})
