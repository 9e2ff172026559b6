import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { loadArtifact } from '@/lib/demo/artifact'
import { ann, bob, carl, deployer, startSourceChain, sumOf, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { transferTopic } from './erc20'
import { wrappedByDeposit } from './wrappedByDeposit'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

it('says of WETH9 what everybody’s balance is, to the wei, though it writes no Transfer for wrapping', async () => {
  const { chain, other } = world
  const weth = chain.deploy(deployer, loadArtifact('weth'))
  await chain.mine(chain.timestamp + 12)
  chain.send(ann, weth, 'deposit', [], 1_000n)
  chain.send(bob, weth, 'deposit', [], 50n)
  chain.send(ann, weth, 'transfer', [carl, 300n])
  chain.send(carl, weth, 'withdraw', [100n])
  chain.send(bob, weth, 'transfer', [bob, 50n])
  chain.send(bob, weth, 'withdraw', [50n])
  chain.send(ann, weth, 'deposit', [], 7n)
  await chain.mine(chain.timestamp + 12)
  // ann 1,000 − 300 + 7, carl 300 − 100, bob took all back.
  const wrapper = toWrapper('wrappedByDeposit', { address: weth.address, assets: [other.address] })
  const [ownership, ...further] = await world.readOwnerships(wrappedByDeposit, wrapper)
  expect(further).toEqual([])
  expect(ownership).toEqual({ contract: weth.address, asset: other.address, source: 'wrappedByDeposit', shares: weth.address, unresolved: [], claims: [{ account: ann, amount: 707n }, { account: carl, amount: 200n }] })
  for (const person of [ann, bob, carl]) expect(ownership!.claims.find(({ account }) => account === person)?.amount ?? 0n).toBe(await world.readBalance(weth, person))
  // What the contract itself says is wrapped: the ether that it holds.
  expect(sumOf(ownership!)).toBe(z.bigint().parse(await chain.read(weth, 'totalSupply', [])))

  // Its Transfers alone would leave ann 300 below zero.
  const input = await world.toInput(wrappedByDeposit, wrapper)
  expect(() => wrappedByDeposit.toOwnerships({ ...input, logs: input.logs.filter(({ topics }) => topics[0] === transferTopic) })).toThrow(/would hold less than nothing/)
})

it('refuses a token that writes wrapping as a Transfer too: it would count twice', async () => {
  const { token } = world
  const wrapper = toWrapper('wrappedByDeposit', { address: token.address, assets: [token.address] })
  // UNI's first supply came from the zero address.
  await expect(world.readOwnerships(wrappedByDeposit, wrapper)).rejects.toThrow(/writes wrapping as a Transfer too/)
})
