import { afterAll, beforeAll, expect, it } from 'vitest'
import { ann, deployer, startSourceChain, sumOf, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { loadArtifact } from '@/lib/demo/artifact'
import { zeroAddress } from '@/lib/domain/address'
import { bridgeEscrow } from './bridgeEscrow'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

it('names nobody for what a bridge holds', async () => {
  const { chain, token, other } = world
  // Nothing is asked of an escrow but what lies in it: any contract that holds tokens will do, here a timelock.
  const escrow = chain.deploy(deployer, loadArtifact('timelockController'), [86_400n, [deployer], [deployer], zeroAddress])
  chain.send(ann, token, 'transfer', [escrow.address, 40n])
  chain.send(deployer, token, 'transfer', [escrow.address, 2n])
  await chain.mine(chain.timestamp + 12)
  const wrapper = toWrapper('bridgeEscrow', { address: escrow.address, assets: [token.address, other.address] })
  // 40 + 2, and of the other token nothing lies there.
  const ownerships = await world.readOwnerships(bridgeEscrow, wrapper)
  expect(ownerships).toEqual([
    { contract: escrow.address, asset: token.address, source: 'bridgeEscrow', shares: null, claims: [], unresolved: [{ reason: 'otherChain', amount: 42n }] },
  ])
  expect(sumOf(ownerships[0]!)).toBe(await world.readBalance(token, escrow.address))
})
