import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { loadProtocol, saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import type { Address } from '@/lib/domain/address'
import { deployFamilies } from '@/tests/familyContracts'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { findCreation } from './ownership/findCreation'
import { toEntityMembers } from './accounts/toEntityMembers'
import { recogniseHolders } from './recogniseHolders'
import { loadStateAt } from './replay'
import { toLedger } from './ledger'
import { syncProtocol } from './syncProtocol'
import { takeSnapshots } from './takeSnapshots'

const unit = 10n ** 18n
const [team, paidFirst, paidLater, stranger] = [11, 12, 13, 14].map(toAccount) as [Address, Address, Address, Address]

let chain: TokenChain
let reader: ChainReader
let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol
let safe: Address
/** Contracts of which nothing is known: the token's own, and the second token's, both created by the deployer */
let unknown: readonly Address[]

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  safe = (await deployFamilies(chain)).safe
  unknown = [chain.token, chain.other].sort()
  server = await openTestDatabase()
  database = server.database
  const label = { address: team, kind: 'person' as const, role: 'team' as const, name: 'Team', source: 'said by the test', asOf: '2024-01-01' }
  protocol = await saveProtocol(database, { ...chain.protocol, labels: [label] }, 0)
  const pay = (from: Address, to: Address, amount: bigint) => chain.call(from, chain.token, 'transfer', [to, amount * unit])
  for (const [to, amount] of [[team, 1_000n], [safe, 3_000n], [unknown[0]!, 20n], [unknown[1]!, 30n], [paidLater, 5n]] as const) await pay(deployer, to, amount)
  await chain.mine()
  // In one block: the team pays two, of whom one had something before, and somebody else pays a stranger.
  await pay(team, paidFirst, 50n)
  await pay(team, paidLater, 50n)
  await pay(deployer, stranger, 7n)
  await chain.mine(3)
  await syncProtocol({ protocol, reader, database })
  expect((await recogniseHolders({ protocol, reader, database })).failure).toBeNull()
  protocol = (await loadProtocol(database, protocol.slug))!
  await takeSnapshots({ protocol, reader, database })
})

afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

const pieces = (rule: string) => (protocol.evidence ?? []).filter((piece) => piece.rule === rule).map(({ account, entity }) => [account, entity])

it('finds the block in which a contract came to be, and whose transaction created it', async () => {
  const receipts = await Promise.all(unknown.map((address) => findCreation(reader, address, 10)))
  // The receipts of the chain itself say the same.
  for (const [place, { block, creator }] of receipts.entries()) {
    expect(creator).toBe(deployer)
    const { transactions } = (await chain.rpc.call('eth_getBlockByNumber', `0x${block.toString(16)}`, false)) as { transactions: string[] }
    const created = await Promise.all(transactions.map(async (hash) => ((await chain.rpc.call('eth_getTransactionReceipt', hash)) as { contractAddress: string | null }).contractAddress))
    expect(created).toContain(unknown[place])
  }
  // A factory created the pair.
  expect((await findCreation(reader, chain.pair, 40)).creator).toBeNull()
})

it('tells who created unknown contracts, who signs for Safes, and whom the team paid first', () => {
  expect(pieces('deployer')).toEqual(unknown.map((address) => [address, deployer]))
  expect(pieces('safeOwners')).toEqual([toAccount(1), toAccount(2), toAccount(3)].map((owner) => [safe, owner]))
  expect(pieces('fundedBy')).toEqual([[paidFirst, team]])
})

it('keeps that with the snapshot, and makes its figures anew under other rules', async () => {
  const ledger = toLedger(protocol, null)!
  const holders = async (rules?: readonly string[]) => {
    const state = (await loadStateAt(database, ledger, null, rules))!
    return state.snapshot.measurements.find(({ lens }) => lens === 'raw-entities')!.metrics.holders
  }
  // Deployer, team, Safe, two contracts, and three who were paid: eight addresses.
  expect((await loadNewestSnapshot(database, protocol.tokenId))!.measurements.find(({ lens }) => lens === 'raw')!.metrics.holders).toMatchObject({ value: 8 })
  // Both contracts count with the deployer; that is what was measured.
  expect(await holders()).toMatchObject({ value: 6 })
  expect(await holders([])).toMatchObject({ value: 8 })
  // Whom the team paid first counts with the team. Signers hold nothing.
  expect(await holders(['deployer', 'fundedBy'])).toMatchObject({ value: 5 })
  expect(await holders(['safeOwners'])).toMatchObject({ value: 8 })
})

it('an account’s page explains what is followed, and names what would be', () => {
  expect(toEntityMembers(protocol, unknown[0]!).map(({ account, rule, representative }) => [account, rule, representative !== null])).toEqual(unknown.map((address) => [address, 'deployer', true]))
  expect(toEntityMembers(protocol, paidFirst)).toMatchObject([{ account: paidFirst, rule: 'fundedBy', representative: null, evidence: { en: expect.stringMatching(/^first tokens from 0x0+acc00b \(Team\)/) as string } }])
})

it('learns nothing of creators from a node without old states, and says so', async () => {
  await database.pool.query('update recognised_accounts set creation = null')
  const forgetful: ChainReader = { ...reader, readCodes: () => Promise.resolve([{ status: 'failed', reason: 'missing trie node' }]) }
  expect((await recogniseHolders({ protocol, reader: forgetful, database })).failure).toMatch(/^who created 0x.*missing trie node/)
  // What was known stays.
  expect((await loadProtocol(database, protocol.slug))!.evidence?.filter(({ rule }) => rule === 'deployer')).toHaveLength(2)
})
