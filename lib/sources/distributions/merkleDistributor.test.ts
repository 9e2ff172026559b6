import { afterAll, beforeAll, expect, it } from 'vitest'
import { keccak256, toBytes } from 'viem'
import { loadArtifact } from '@/lib/demo/artifact'
import { toMerkleTree } from '@/lib/demo/merkleTree'
import { ann, bob, carl, deployer, startSourceChain, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { merkleDistributor } from './merkleDistributor'
import { distributionSources, findDistributionSource, toDistributionLogs } from './registry'
import { sources } from '../registry'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

it('tells who fetched how much, whoever sent the transaction, as the balances say', async () => {
  const { chain, token } = world
  const { root, claims } = toMerkleTree([[ann, 100n], [bob, 250n], [carl, 50n]])
  const distributor = chain.deploy(deployer, loadArtifact('merkleDistributor'), [token.address, root])
  chain.send(deployer, token, 'transfer', [distributor.address, 400n])
  await chain.mine(chain.timestamp + 12)
  const before = [await world.readBalance(token, ann), await world.readBalance(token, bob)]
  // Carl fetches for bob.
  for (const [sender, place] of [[ann, 0], [carl, 1]] as const) {
    const { index, account, amount, proof } = claims[place]!
    chain.send(sender, distributor, 'claim', [index, account, amount, proof])
  }
  await chain.mine(chain.timestamp + 12)
  const wrapper = toWrapper('merkleDistributor', { address: distributor.address, assets: [token.address] })
  const receipts = []
  for (const filter of toDistributionLogs(wrapper))
    for await (const { logs } of world.reader.readEvents({ ...filter, fromBlock: 0, toBlock: chain.blockNumber })) receipts.push(...logs.map(merkleDistributor.toReceipt))
  expect(receipts).toEqual([{ account: ann, amount: 100n }, { account: bob, amount: 250n }])
  expect([await world.readBalance(token, ann) - before[0]!, await world.readBalance(token, bob) - before[1]!]).toEqual([100n, 250n])
})

it('asks for the event that its contract writes, and for no other', () => {
  const wrapper = toWrapper('merkleDistributor', { address: bob, assets: [ann] })
  expect(toDistributionLogs(wrapper)).toEqual([{ address: wrapper.address, topics: [keccak256(toBytes('Claimed(uint256,address,uint256)'))] }])
  expect(toDistributionLogs({ ...wrapper, source: 'wrappedToken' })).toEqual([])
  const log = { address: wrapper.address, blockNumber: 7, logIndex: 3, blockHash: '0x', topics: [merkleDistributor.logs(wrapper)[0]!.topics[0]!], data: '0x' as const }
  expect(() => merkleDistributor.toReceipt(log)).toThrow(/^log 3 of block 7 of .* is no Claimed: its data has 0 bytes/)
})

it('is a family of the registry of sources, once', () => {
  const ids = distributionSources.map(({ id }) => id)
  expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  expect(ids.map((id) => findDistributionSource(id)?.id)).toEqual([...new Set(ids)])
})
