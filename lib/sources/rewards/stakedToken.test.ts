import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contract } from '@/lib/demo/storyChain'
import { zeroAddress } from '@/lib/domain/address'
import { loadFrom } from '@/tests/proxied'
import { readBook, readOwed } from '@/tests/rewardBooks'
import { ann, bob, deployer, startSourceChain, toToken, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { toProgramPlaces } from './registry'

const artifact = (name: string) => loadFrom('@aave/aave-stake', `artifacts/contracts/stake/${name}.sol/${name}.json`)

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

/** Ann stakes 100 and bob 300 in one block; from the next one on 40 a second are theirs. @returns when that was */
async function open(staked: Contract): Promise<number> {
  const { chain, token } = world
  chain.send(deployer, token, 'approve', [staked.address, 10n ** 24n])
  for (const person of [ann, bob]) chain.send(person, token, 'approve', [staked.address, 10_000n])
  chain.send(ann, staked, 'stake', [ann, 100n])
  chain.send(bob, staked, 'stake', [bob, 300n])
  await chain.mine(chain.timestamp + 12)
  chain.send(deployer, staked, 'configureAssets', [[{ emissionPerSecond: 40n, totalStaked: 400n, underlyingAsset: staked.address }]])
  await chain.mine(chain.timestamp + 12)
  return chain.timestamp
}

const wrap = (staked: Contract) =>
  toWrapper('erc4626Vault', { address: staked.address, assets: [world.token.address], shareToken: toToken(staked.address), contracts: { rewardsToken: world.token.address } })

describe('what Aave’s staked token pays', () => {
  it('is what the receiver’s balance grew by, of whoever earned it, in the first version', async () => {
    const { chain, token } = world
    const staked = chain.deploy(deployer, artifact('StakedAave'), [token.address, token.address, 10n, 10n ** 9n, deployer, deployer, 10n ** 9n])
    // StakedAave is behind a proxy on Ethereum; what its initializer sets is a name.
    chain.send(deployer, staked, 'initialize', [zeroAddress, 'Staked Aave', 'stkAAVE', 18])
    const start = await open(staked)
    const wrapper = wrap(staked)
    await chain.mine(start + 100)
    // A hundred seconds of 40, as 1 : 3: nothing is paid, all of it is owed, and the contract has written none of it down.
    expect((await readBook(world, wrapper)).payments()).toEqual([])
    expect(await readOwed(world, wrapper, ann, chain.blockNumber)).toBe(1_000n)
    expect(await readOwed(world, wrapper, bob, chain.blockNumber)).toBe(3_000n)
    const before = { ann: await world.readBalance(token, ann), bob: await world.readBalance(token, bob) }
    chain.send(ann, staked, 'claimRewards', [ann, 2n ** 256n - 1n])
    chain.send(bob, staked, 'claimRewards', [ann, 2_500n])
    await chain.mine(start + 200)
    // After two hundred seconds ann has 2,000, and bob gives 2,500 of his 6,000 to her.
    const payments = (await readBook(world, wrapper)).payments()
    expect(payments.map(({ account, amount }) => [account, amount])).toEqual([[ann, 2_000n], [bob, 2_500n]])
    expect((await world.readBalance(token, ann)) - before.ann).toBe(4_500n)
    expect(await world.readBalance(token, bob)).toBe(before.bob)
    expect(await readOwed(world, wrapper, bob, chain.blockNumber)).toBe(3_500n)
  })

  it('is the same where it is staked again at once, in the third version', async () => {
    const { chain, token } = world
    const staked = chain.deploy(deployer, artifact('StakedAaveV3'), [token.address, token.address, 10n, 10n ** 9n, deployer, deployer, 10n ** 9n, zeroAddress])
    chain.send(deployer, staked, 'initialize', [deployer, deployer, deployer, 5_000n, 'Staked Aave', 'stkAAVE', 18])
    const start = await open(staked)
    const before = await world.readBalance(token, ann)
    const wrapper = wrap(staked)
    chain.send(ann, staked, 'claimRewardsAndStake', [ann, 2n ** 256n - 1n])
    await chain.mine(start + 200)
    expect((await readBook(world, wrapper)).payments().map(({ account, amount }) => [account, amount])).toEqual([[ann, 2_000n]])
    expect(await world.readBalance(token, ann)).toBe(before)
    // Shares are counted by what lies there already, the 2,000 that have just come among them: 100 + ⌊2,000 · 400 / 2,400⌋.
    expect(await world.readBalance(staked, ann)).toBe(433n)
    const [place] = toProgramPlaces(wrapper)
    expect(place!.program).toEqual({ stakeToken: staked.address, rewardToken: token.address, isDebt: false })
    expect(toProgramPlaces({ ...wrapper, contracts: {} })).toEqual([])
  })
})
