import { afterAll, beforeAll, expect, it } from 'vitest'
import { ann, bob, carl, deployer, startSourceChain, sumOf, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { loadArtifact } from '@/lib/demo/artifact'
import { voteEscrow } from './voteEscrow'

const year = 365 * 86_400
let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

it('hands locked tokens to whose lock they are in, whoever paid and however long it lasts', async () => {
  const { chain, token } = world
  const escrow = chain.deploy(deployer, loadArtifact('voteEscrow'), [token.address, 'Vote-escrowed UNI', 'veUNI', '1.0.0'])
  for (const person of [ann, bob, carl]) chain.send(person, token, 'approve', [escrow.address, 10_000n])
  await chain.mine(chain.timestamp + 12)
  const start = chain.timestamp
  chain.send(ann, escrow, 'create_lock', [1_000n, start + 2 * year])
  chain.send(bob, escrow, 'create_lock', [500n, start + year])
  await chain.mine(start + 1000)
  chain.send(bob, escrow, 'increase_amount', [30n])
  chain.send(ann, escrow, 'increase_unlock_time', [start + 3 * year])
  chain.send(carl, escrow, 'deposit_for', [ann, 70n])
  chain.send(deployer, token, 'transfer', [escrow.address, 9n])
  await chain.mine(start + 2000)
  const wrapper = toWrapper('voteEscrow', { address: escrow.address, assets: [token.address] })
  // ann 1,000 + carl's 70 for her; a longer lock adds nothing. bob 500 + 30. 9 lie there without a lock.
  const [locked, ...further] = await world.readOwnerships(voteEscrow, wrapper)
  expect(further).toEqual([])
  expect(locked).toEqual({
    contract: escrow.address,
    asset: token.address,
    source: 'voteEscrow',
    shares: escrow.address,
    claims: [
      { account: ann, amount: 1_070n },
      { account: bob, amount: 530n },
    ],
    unresolved: [{ reason: 'surplus', amount: 9n }],
  })
  expect(sumOf(locked!)).toBe(await world.readBalance(token, escrow.address))

  // After two years ann's votes have melted to a third: her tokens have not. bob's lock has ended, and he has taken all back.
  await chain.mine(start + 2 * year)
  chain.send(bob, escrow, 'withdraw')
  await chain.mine(start + 2 * year + 12)
  const [left] = await world.readOwnerships(voteEscrow, wrapper)
  expect(left).toMatchObject({ claims: [{ account: ann, amount: 1_070n }], unresolved: [{ reason: 'surplus', amount: 9n }] })
  expect(sumOf(left!)).toBe(await world.readBalance(token, escrow.address))
})
