import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadProtocols, saveProtocol } from '@/db/protocols'
import { protocolSchema, type ProtocolInput } from '@/lib/domain/protocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { publishedNetwork } from '@/tests/publishedNetwork'
import { published } from '@/tests/publishedProtocol'
import { computeConcentrates } from './computeConcentrates'

let server: OpenTestDatabase
beforeAll(async () => {
  server = await openTestDatabase(published)
  const save = (slug: string, rest: Partial<ProtocolInput>, place: number) =>
    saveProtocol(server.database, protocolSchema.parse({
      slug, name: slug, category: 'compute', website: 'https://example.org/', token: { chainId: 7, address: `0x${String(place).repeat(40)}`, symbol: 'T', name: 'T', decimals: 18, firstBlock: 0 }, ...rest,
    }), place)
  const contract = `0x${'c'.repeat(40)}`
  await save('renders', {}, 2)
  await save('bonds', { wrappers: [{ source: 'bondingManager', address: contract, name: 'Minter', firstBlock: 0, assets: [contract], contracts: { bondingManager: contract, roundsManager: contract }, fact: 'made up' }] }, 3)
  await save('lends', { category: 'lending' }, 4)
}, 60_000)
afterAll(() => server?.close())

it('is told of networks, with their kept study or why there is none, and of nobody else', async () => {
  const subjects = await computeConcentrates.load(server.database, await loadProtocols(server.database))
  expect(subjects.map(({ subject, missing }) => [subject.id, missing?.en ?? null])).toEqual([
    ['made-up', null],
    ['renders', 'Where it is followed, no contract is known that keeps its operators’ stakes or pays them.'],
    ['bonds', 'Its operators’ stakes were not worked out yet.'],
  ])
  const [network] = publishedNetwork.networks
  const [{ evidence, basis }] = subjects as [(typeof subjects)[number]]
  expect(basis).toEqual({ day: '2025-10-31', block: 13 })
  // Fourteen months: the second of them ends a year before the last. Customers paid ether.
  expect(evidence).toMatchObject({ stake: network!.byOperator, work: network!.feesOfYear, workIn: 'fees', months: 14, hhiBefore: network!.months[1]!.byOperator.hhi })
  expect(evidence!.tokenHhi).toBeGreaterThan(0)
})
