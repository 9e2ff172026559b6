import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveAccounts } from '@/db/accounts'
import type { Database } from '@/db/database'
import { loadLabelPlaces, settleLabels } from '@/db/labels'
import { loadProtocol, saveProtocol } from '@/db/protocols'
import { toProtocol } from '@/lib/protocols/registry'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { readAddressBooks } from './readAddressBooks'
import { keepAddressBooks } from './saveAddressBooks'

const account = `0x${'7'.repeat(40)}` as const
let server: OpenTestDatabase
let database: Database
let directory: string
beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  await saveProtocol(database, toProtocol('uniswap'), 0)
  directory = await mkdtemp(join(tmpdir(), 'lorenz-books-'))
})
afterAll(async () => {
  await server?.close()
  await rm(directory, { recursive: true, force: true })
})

async function install(version: string, name: string) {
  const place = join(directory, 'synthetix', 'publish', 'deployed', 'mainnet')
  await mkdir(place, { recursive: true })
  await writeFile(join(directory, 'synthetix', 'package.json'), JSON.stringify({ version }))
  await writeFile(join(place, 'deployment.json'), JSON.stringify({ targets: { [name]: { address: account } } }))
}
const places = async () => (await loadLabelPlaces(database)).filter(({ origin }) => origin === 'addressBook')
const label = async () => (await loadProtocol(database, 'uniswap'))!.labels.find(({ address }) => address === account)

it('nothing is installed, nothing is kept', async () => {
  expect(await keepAddressBooks(database, null, await readAddressBooks(directory), '2026-04-01')).toBe('No address book is installed.')
})

it('keeps what a book says under its version, once; its accounts count when they are known; another version takes its place', async () => {
  await install('1.0.0', 'StakingRewardsX')
  const keep = async () => keepAddressBooks(database, ['uniswap'], await readAddressBooks(directory), '2026-04-01')
  expect(await keep()).toBe('Installed: synthetix@1.0.0.\nuniswap: 1 of synthetix@1.0.0.')
  expect(await keep()).toBe('Installed: synthetix@1.0.0.\nuniswap: nothing that is not kept already.')
  expect(await label()).toBeUndefined()
  await saveAccounts(database.pool, [account])
  await settleLabels(database, 'uniswap')
  expect(await label()).toEqual({ address: account, kind: 'contract', role: 'staking', name: 'Synthetix: Staking Rewards X', source: 'https://www.npmjs.com/package/synthetix/v/1.0.0', asOf: '2026-04-01' })
  await install('1.1.0', 'RewardEscrow')
  await keep()
  expect(await places()).toMatchObject([{ protocol: 'uniswap', file: 'synthetix@1.1.0', statements: 1 }])
  expect(await label()).toMatchObject({ role: 'vesting' })
})

it('names a book that is damaged, and a protocol that is not followed', async () => {
  await writeFile(join(directory, 'synthetix', 'package.json'), '{')
  await expect(readAddressBooks(directory)).rejects.toThrow('the address book synthetix cannot be read')
  await expect(keepAddressBooks(database, ['uniswop'], [], '2026-04-01')).rejects.toThrow('uniswop is not followed here. There are: uniswap.')
})
