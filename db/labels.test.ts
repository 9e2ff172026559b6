import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { Label } from '@/lib/domain/label'
import { labelStatementSchema, type LabelStatementInput } from '@/lib/domain/labelStatement'
import { protocolSchema, type Protocol } from '@/lib/domain/protocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { saveAccounts } from './accounts'
import type { Database } from './database'
import { toLabelVersion } from './labelSets'
import { loadAccountLabels, loadAccountStatements, loadLabelPlaces, removeLabelStatements, saveLabelStatements, settleLabels, type LabelPlace } from './labels'
import { loadProtocol, loadProtocols, saveProtocol } from './protocols'

const toAccount = (digit: string): Address => `0x${digit.repeat(40)}`
const protocol: Protocol = protocolSchema.parse({
  slug: 'made-up', name: 'Made up', category: 'exchange', website: 'https://example.org/',
  token: { chainId: 7, address: toAccount('f'), symbol: 'M', name: 'M', decimals: 18, firstBlock: 0 },
  labels: [{ address: toAccount('1'), kind: 'contract', role: 'timelock', name: 'Timelock', source: 'https://example.org/', asOf: '2026-01-01' }],
})
const says = (rest: Partial<LabelStatementInput>) => labelStatementSchema.parse({ address: toAccount('2'), source: 's', asOf: '2026-01-01', ...rest })
const place = (origin: LabelPlace['origin'], file = ''): LabelPlace => ({ protocol: 'made-up', origin, file })
const labels = async () => (await loadProtocol(database, 'made-up'))!.labels

let server: OpenTestDatabase
let database: Database
beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  await saveProtocol(database, protocol, 0)
})
afterAll(async () => {
  await server?.close()
})

it('a protocol’s own labels are kept as its file writes them, in the version that they always had', async () => {
  expect(await labels()).toEqual(protocol.labels)
  const versionOf = (labels: readonly Label[]) => toLabelVersion({ labels, wrappers: [] })
  expect(versionOf(await labels())).toBe(versionOf(protocol.labels))
})

it('what a file says counts from when its account is known; what the chain says at once', async () => {
  await saveLabelStatements(database, place('imported', 'a.csv'), [says({ origin: 'imported', file: 'a.csv', name: 'Ada', role: 'exchange' }), says({ address: toAccount('3'), name: 'Bob' })])
  expect(await labels()).toEqual(protocol.labels)
  await saveLabelStatements(database, place('chain'), [says({ origin: 'chain', kind: 'contract', name: 'Vault', role: 'vault', source: 'answers asset()' })])
  expect((await labels())[1]).toMatchObject({ name: 'Vault', role: 'vault' })
  await saveAccounts(database.pool, [toAccount('2')])
  await settleLabels(database, 'made-up')
  expect((await labels()).slice(1)).toEqual([{ address: toAccount('2'), kind: 'contract', role: 'exchange', name: 'Ada', source: 's', asOf: '2026-01-01' }])
})

it('saving the protocol anew keeps what others say', async () => {
  const before = await labels()
  await saveProtocol(database, protocol, 0)
  expect(await labels()).toEqual(before)
  expect((await loadProtocols(database))[0]?.labels).toEqual(before)
  expect(await loadAccountStatements(database, toAccount('2'))).toMatchObject([{ origin: 'chain', name: 'Vault' }, { origin: 'imported', file: 'a.csv', name: 'Ada' }])
  expect(await loadAccountLabels(database, toAccount('2'))).toMatchObject([{ protocol: 'made-up', name: 'Ada' }])
})

it('the same file again takes the place of what it said; another stays beside it', async () => {
  expect(await saveLabelStatements(database, place('imported', 'a.csv'), [says({ origin: 'imported', name: 'Adele' })])).toBe(2)
  expect(await saveLabelStatements(database, place('imported', 'b.csv'), [says({ origin: 'imported', name: 'Zoe', role: 'team' })])).toBe(0)
  expect((await labels())[1]).toMatchObject({ name: 'Adele', role: 'team' })
  expect(await loadLabelPlaces(database)).toMatchObject([
    { origin: 'chain', file: '', statements: 1 },
    { origin: 'imported', file: 'a.csv', statements: 1 },
    { origin: 'imported', file: 'b.csv', statements: 1 },
    { origin: 'protocol', file: '', statements: 1 },
  ])
})

it('what is forgotten counts no more', async () => {
  expect(await removeLabelStatements(database, { ...place('imported'), file: 'a.csv' })).toBe(1)
  expect((await labels())[1]).toMatchObject({ name: 'Zoe', role: 'team' })
  expect(await removeLabelStatements(database, { ...place('imported'), file: null })).toBe(1)
  expect((await labels())[1]).toMatchObject({ name: 'Vault', role: 'vault' })
  expect(await removeLabelStatements(database, { ...place('chain'), file: null })).toBe(1)
  expect(await labels()).toEqual(protocol.labels)
})

it('more rows than one statement takes', async () => {
  const many = Array.from({ length: 5_001 }, (_, index) => says({ address: `0x${(0xabc000 + index).toString(16).padStart(40, '0')}`, name: `n${index}` }))
  await saveAccounts(database.pool, many.map(({ address }) => address))
  await saveLabelStatements(database, place('imported', 'many.csv'), many)
  expect(await labels()).toHaveLength(5_002)
  await removeLabelStatements(database, { ...place('imported'), file: 'many.csv' })
  expect(await labels()).toEqual(protocol.labels)
})
