import { afterAll, beforeAll, expect, it } from 'vitest'
import { ann, bob, carl, deployer, startSourceChain, toToken, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { loadCompiled } from '@/lib/demo/artifact'
import { erc4626Vault } from './erc4626Vault'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

it('hands what lies in the vault to the holders of its shares', async () => {
  const { chain, token } = world
  const vault = chain.deploy(deployer, loadCompiled('DemoComputeVault'), [token.address])
  for (const person of [ann, bob]) chain.send(person, token, 'approve', [vault.address, 10_000n])
  await chain.mine(chain.timestamp + 12)
  const wrapper = toWrapper('erc4626Vault', { address: vault.address, assets: [token.address], shareToken: toToken(vault.address) })
  const shared = { contract: vault.address, asset: token.address, source: 'erc4626Vault' }
  expect(await world.readOwnerships(erc4626Vault, wrapper)).toEqual([])

  chain.send(ann, vault, 'deposit', [1_000n, ann])
  chain.send(deployer, token, 'transfer', [vault.address, 500n])
  chain.send(bob, vault, 'deposit', [300n, bob])
  chain.send(ann, vault, 'transfer', [carl, 100n])
  await chain.mine(chain.timestamp + 12)
  // ann's 1,000 shares are worth 1,500 when bob comes: for 300 he gets 300 × (1,000 + 1) / (1,500 + 1) = 200.07, which is 200. Then ann gives carl 100.
  const [ownership, ...further] = await world.readOwnerships(erc4626Vault, wrapper)
  expect(further).toEqual([])
  expect(ownership).toEqual({
    ...shared,
    shares: vault.address,
    claims: [
      { account: ann, amount: 900n },
      { account: bob, amount: 200n },
      { account: carl, amount: 100n },
    ],
    unresolved: [],
  })
  // Of the 1,800 that lie there, 1,800 × 900 / 1,200 = 1,350 are ann's, 300 bob's and 150 carl's: all of it, to the wei.
  const held = await world.readBalance(token, vault.address)
  expect(ownership!.claims.map(({ amount }) => (held * amount) / 1_200n)).toEqual([1_350n, 300n, 150n])
  // The vault counts one share more than there are, and rounds down: 900 × 1,801 / 1,201 = 1,349.6, 299.9, 149.96.
  expect(await Promise.all([900n, 200n, 100n].map((shares) => chain.read(vault, 'previewRedeem', [shares])))).toEqual([1_349n, 299n, 149n])

  for (const [person, shares] of [[ann, 900n], [bob, 200n], [carl, 100n]] as const) chain.send(person, vault, 'redeem', [shares, person, person])
  await chain.mine(chain.timestamp + 12)
  // Each rounds down: 900 × 1,801 / 1,201 = 1,349; 200 × 452 / 301 = 300; 100 × 152 / 101 = 150. 1 of the 1,800 is left, and no share.
  expect(await world.readOwnerships(erc4626Vault, wrapper)).toEqual([
    { ...shared, shares: null, claims: [], unresolved: [{ reason: 'surplus', amount: 1n }] },
  ])
  expect(await world.readBalance(token, vault.address)).toBe(1n)
})

it('says what a wrapper lacks', () => {
  const wrapper = toWrapper('erc4626Vault', { address: ann, assets: [bob] })
  expect(() => erc4626Vault.ledgers(wrapper)).toThrow(`erc4626Vault (${ann}): a wrapper of source erc4626Vault needs shareToken`)
  const two = toWrapper('erc4626Vault', { address: ann, assets: [bob, carl], shareToken: toToken(ann) })
  expect(() => erc4626Vault.toOwnerships({ wrapper: two, balances: () => [], balanceOf: () => 0n, logs: [], answers: null })).toThrow('holds one asset, not 2')
})
