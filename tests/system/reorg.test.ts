import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadStatus } from '@/db/status'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { readAgain } from '@/lib/pipeline/readAgain'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { deployer, startTokenChain, toAccount, type TokenChain } from '../tokenChain'
import { followInOwnDatabase, loadLedgerRows, type FollowedDatabase } from './ledgerRows'

let chain: TokenChain
let reader: ChainReader
let followed: FollowedDatabase

beforeAll(async () => {
  chain = await startTokenChain()
  await transfer(20)
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  followed = await followInOwnDatabase(chain.protocol)
  await sync()
})
afterAll(async () => {
  await followed?.drop()
  await chain?.stop()
})

async function transfer(blocks: number): Promise<void> {
  for (let block = 0; block < blocks; block += 1) {
    await chain.call(deployer, chain.token, 'transfer', [toAccount(block), BigInt(block + 1)])
    await chain.mine()
  }
}
const sync = async (into = followed) => (await syncProtocol({ protocol: into.protocol, reader, database: into.database })).finalized
const readHead = async () => Number(await chain.rpc.call('eth_blockNumber'))
const lastBlocks = async () => (await loadStatus(followed.database)).map(({ lastBlock }) => lastBlock)

async function expectRowsOfFreshSync(): Promise<void> {
  const fresh = await followInOwnDatabase(chain.protocol)
  try {
    await sync(fresh)
    const [ours, theirs] = [await loadLedgerRows(followed.database), await loadLedgerRows(fresh.database)]
    expect(ours).toEqual(theirs)
  } finally {
    await fresh.drop()
  }
}

it('above the finalized block: what is reorganised away was never read', async () => {
  // Final is two below the head: the last two blocks may go.
  const final = await sync()
  expect(final.number).toBe((await readHead()) - 2)
  await chain.rpc.call('anvil_reorg', 2, [])
  await transfer(5)
  await sync()
  expect(await lastBlocks()).toEqual([final.number + 5, final.number + 5])
  await expectRowsOfFreshSync()
})

it('below it, which no chain should do: noticed, nothing written, nothing lost; read again once the operator says so', async () => {
  await sync()
  const before = await loadLedgerRows(followed.database)
  await chain.rpc.call('anvil_reorg', 8, [])
  await transfer(6)
  await expect(sync()).rejects.toThrow(/block \d+ of chain 31337 has the hash 0x[0-9a-f]{64}, the ledger was read under 0x[0-9a-f]{64}\. The endpoint serves another chain or fork; nothing was written/)
  expect(await loadLedgerRows(followed.database)).toEqual(before)
  expect((await loadStatus(followed.database)).map(({ error }) => error)).toEqual([expect.stringContaining('another chain or fork'), expect.stringContaining('another chain or fork')])
  // What "lorenz sync --again" does.
  await readAgain(followed.database, followed.protocol)
  await sync()
  await expectRowsOfFreshSync()
  expect((await loadStatus(followed.database))[0]).toMatchObject({ error: null })
})
