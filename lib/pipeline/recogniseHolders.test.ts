import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { loadOutlookAt } from '@/db/labelSets'
import { loadCursor } from '@/db/ledger'
import { loadProtocol, saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadRecognised } from '@/db/recognised'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { deployFamilies } from '@/tests/familyContracts'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { recogniseHolders, toRecognitionText } from './recogniseHolders'
import { syncProtocol } from './syncProtocol'
import { takeSnapshots } from './takeSnapshots'

const token = 10n ** 18n

let chain: TokenChain
let reader: ChainReader
let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol
let contracts: Awaited<ReturnType<typeof deployFamilies>>

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  contracts = await deployFamilies(chain)
  server = await openTestDatabase()
  database = server.database
  protocol = await saveProtocol(database, chain.protocol, 0)
  await chain.call(deployer, chain.token, 'transfer', [contracts.safe, 3_000n * token])
  await chain.call(deployer, chain.token, 'transfer', [contracts.vault, 2_000n * token])
  await chain.call(deployer, chain.token, 'transfer', [toAccount(1), 1_000n * token])
  await chain.mine(3)
  await syncProtocol({ protocol, reader, database })
})

afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

const load = async () => (await loadProtocol(database, protocol.slug))!
const toLabels = ({ labels }: TrackedProtocol) => Object.fromEntries(labels.map(({ address, kind, role, name }) => [address, { kind, role, name }]))

it('learns nothing from a chain that does not answer, and says so', async () => {
  const mute: ChainReader = { ...reader, readCodes: () => Promise.reject(new Error('the endpoint is away')) }
  const recognition = await recogniseHolders({ protocol, reader: mute, database })
  expect(recognition).toEqual({ asked: 4, learned: 0, failure: 'the endpoint is away', unopened: null })
  expect(toRecognitionText(recognition, protocol.token)).toBe('not all that holders are could be learned (the endpoint is away)')
  expect((await load()).labels).toEqual(protocol.labels)
})

it('says what the largest holders are, from their own answers, and leaves the protocol’s own words in front', async () => {
  const recognition = await recogniseHolders({ protocol, reader, database })
  // The deployer, the Safe, the vault and one account hold the token.
  expect(recognition).toEqual({ asked: 4, learned: 2, failure: null, unopened: { address: contracts.vault, name: 'ERC-4626 vault', amount: 2_000n * token } })
  expect(toRecognitionText(recognition, protocol.token)).toBe(
    `4 holders asked what they are, 2 are contracts; the largest contract that could be looked through and is not yet: ERC-4626 vault ${contracts.vault} with 2,000 UNI`,
  )
  expect(toLabels(await load())).toEqual({
    [deployer]: { kind: 'person', role: 'treasury', name: 'Deployer' },
    [contracts.safe]: { kind: 'multisig', role: null, name: 'Safe (2 of 3)' },
    [contracts.vault]: { kind: 'contract', role: 'vault', name: 'ERC-4626 vault' },
  })
})

it('keeps a Safe’s owners and how many of them must agree', async () => {
  const { safe } = (await loadRecognised(database, 31337, [contracts.safe])).get(contracts.safe)!
  expect(safe).toMatchObject({ threshold: 2 })
  expect(safe!.owners).toHaveLength(3)
})

it('asks nobody twice; what another protocol learned is said in this one too', async () => {
  const deaf: ChainReader = { ...reader, readCodes: () => Promise.reject(new Error('not to be asked')) }
  expect(await recogniseHolders({ protocol: await load(), reader: deaf, database })).toMatchObject({ asked: 0, learned: 0, failure: null })
  await database.pool.query("delete from label_statements where origin = 'chain'")
  expect(await recogniseHolders({ protocol: await load(), reader: deaf, database })).toMatchObject({ asked: 0 })
  expect(Object.keys(toLabels(await load()))).toHaveLength(3)
})

it('changes nothing of a block that was looked at before: labels count from the next one on', async () => {
  await takeSnapshots({ protocol, reader, database })
  const { number } = (await loadCursor(database.db, protocol.tokenId))!.block
  await takeSnapshots({ protocol: await load(), reader, database })
  expect((await loadOutlookAt(database, protocol.tokenId, number))?.labels).toEqual(protocol.labels)
  await chain.mine(3)
  await syncProtocol({ protocol, reader, database })
  await takeSnapshots({ protocol: await load(), reader, database })
  const next = (await loadCursor(database.db, protocol.tokenId))!.block.number
  expect((await loadOutlookAt(database, protocol.tokenId, next))?.labels).toHaveLength(3)
})

it('takes nobody out of the circulation on its own word: a contract that answers as a timelock is called so, and no more', async () => {
  await chain.call(deployer, chain.token, 'transfer', [contracts.timelock, 500n * token])
  await chain.mine(3)
  await syncProtocol({ protocol, reader, database })
  await recogniseHolders({ protocol: await load(), reader, database })
  expect(toLabels(await load())[contracts.timelock]).toMatchObject({ kind: 'contract', role: null, name: expect.stringMatching(/timelock/i) })
})
