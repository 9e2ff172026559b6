import { afterAll, beforeAll, expect, it } from 'vitest'
import { ann, bob, carl, deployer, startSourceChain, sumOf, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { loadArtifact } from '@/lib/demo/artifact'
import { toMerkleTree } from '@/lib/demo/merkleTree'
import { merkleDistributor } from './merkleDistributor'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

it('leaves unclaimed what nobody has fetched', async () => {
  const { chain, token } = world
  const { root, claims } = toMerkleTree([[ann, 100n], [bob, 250n], [carl, 50n]])
  const distributor = chain.deploy(deployer, loadArtifact('merkleDistributor'), [token.address, root])
  chain.send(deployer, token, 'transfer', [distributor.address, 400n])
  await chain.mine(chain.timestamp + 12)
  const { index, account, amount, proof } = claims[1]!
  chain.send(bob, distributor, 'claim', [index, account, amount, proof])
  await chain.mine(chain.timestamp + 12)
  const wrapper = toWrapper('merkleDistributor', { address: distributor.address, assets: [token.address] })
  // 400, of which bob has fetched his 250.
  const ownerships = await world.readOwnerships(merkleDistributor, wrapper)
  expect(ownerships).toEqual([
    { contract: distributor.address, asset: token.address, source: 'merkleDistributor', shares: null, claims: [], unresolved: [{ reason: 'unclaimed', amount: 150n }] },
  ])
  expect(sumOf(ownerships[0]!)).toBe(await world.readBalance(token, distributor.address))
})
