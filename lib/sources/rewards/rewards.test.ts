import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStakingRewards } from '@/lib/demo/artifact'
import type { Wrapper } from '@/lib/domain/protocol'
import { openCurveGauge } from '@/tests/curveGauge'
import { readBook, readOwed } from '@/tests/rewardBooks'
import { ann, bob, deployer, startSourceChain, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { rewardSources, toProgramPlaces, toRewardLogs } from './registry'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

/** Payments of a wrapper, from the logs that its source asks for. */
async function readPayments(wrapper: Wrapper) {
  return (await readBook(world, wrapper)).payments()
}

describe('payments of rewards', () => {
  it('of StakingRewards are what accounts received, by getReward and by exit', async () => {
    const { chain, token, other } = world
    const contract = chain.deploy(deployer, loadStakingRewards(), [deployer, deployer, token.address, other.address])
    for (const person of [ann, bob]) chain.send(person, other, 'approve', [contract.address, 10_000n])
    chain.send(deployer, token, 'transfer', [contract.address, 6_048_000n])
    await chain.mine(chain.timestamp + 12)
    chain.send(ann, contract, 'stake', [100n])
    chain.send(bob, contract, 'stake', [300n])
    chain.send(deployer, contract, 'notifyRewardAmount', [6_048_000n])
    await chain.mine(chain.timestamp + 12)
    const before = { ann: await world.readBalance(token, ann), bob: await world.readBalance(token, bob) }
    const start = chain.timestamp
    chain.send(ann, contract, 'getReward')
    await chain.mine(start + 1000)
    chain.send(bob, contract, 'exit')
    await chain.mine(start + 2000)
    const wrapper = toWrapper('stakingRewards', {
      address: contract.address, assets: [other.address, token.address], contracts: { stakingToken: other.address, rewardsToken: token.address },
    })
    // 10 a second, as 1 : 3. After 1,000 seconds 2,500 are ann's; after 2,000 bob has 15,000.
    const payments = await readPayments(wrapper)
    expect(payments.map(({ contract: paidBy, account, token: asset, amount }) => [paidBy, account, asset, amount])).toEqual([
      [contract.address, ann, token.address, 2_500n],
      [contract.address, bob, token.address, 15_000n],
    ])
    expect(await world.readBalance(token, ann)).toBe(before.ann + payments[0]!.amount)
    expect(await world.readBalance(token, bob)).toBe(before.bob + payments[1]!.amount)
    expect(payments[0]!.blockNumber).toBe(chain.blockNumber - 1)
    // Of the second 10,000 a quarter is ann's and not fetched.
    expect(await readOwed(world, wrapper, ann, chain.blockNumber)).toBe(2_500n)
    expect(await readOwed(world, wrapper, bob, chain.blockNumber)).toBe(0n)
    expect(toProgramPlaces(wrapper).map(({ program }) => program)).toEqual([{ stakeToken: other.address, rewardToken: token.address, isDebt: false }])
  })

  it('of a Curve gauge are what the Minter minted for it, and for no other gauge', async () => {
    const { chain } = world
    const { curve, controller, minter, gauge } = await openCurveGauge(world)
    const day = 86_400
    chain.send(deployer, curve, 'set_minter', [minter.address])
    chain.send(deployer, controller, 'add_type', ['Liquidity', 10n ** 18n])
    await chain.mine(chain.timestamp + 12)
    chain.send(deployer, controller, 'add_gauge', [gauge.address, 0n, 10n ** 18n])
    await chain.mine(chain.timestamp + 8 * day)
    chain.send(deployer, curve, 'update_mining_parameters')
    chain.send(ann, gauge, 'deposit', [3_000n])
    chain.send(bob, gauge, 'deposit', [1_000n])
    await chain.mine(chain.timestamp + 12)
    chain.send(ann, minter, 'mint', [gauge.address])
    chain.send(bob, minter, 'mint', [gauge.address])
    await chain.mine(chain.timestamp + 30 * day)
    const facts = { address: gauge.address, assets: [world.other.address], contracts: { minter: minter.address, rewardsToken: curve.address } }
    const wrapper = toWrapper('liquidityGauge', facts)
    // What is owed grows by the same every 12 seconds, but for what is rounded down: twelve seconds later so much more is minted.
    const before = await world.readBalance(curve, ann)
    await chain.mine(chain.timestamp + 30 * day)
    const first = await readOwed(world, wrapper, ann, chain.blockNumber) as bigint
    await chain.mine(chain.timestamp + 12)
    const owed = await readOwed(world, wrapper, ann, chain.blockNumber) as bigint
    chain.send(ann, minter, 'mint', [gauge.address])
    await chain.mine(chain.timestamp + 12)
    const fetched = (await world.readBalance(curve, ann)) - before
    expect(owed).toBeGreaterThan(10n ** 18n)
    expect([-1n, 0n, 1n]).toContain(fetched - (owed + owed - first))
    const payments = await readPayments(wrapper)
    // Neither had CRV before: what each holds is what was minted.
    expect(payments.map(({ account, amount, token }) => [account, amount, token])).toEqual([
      [ann, before, curve.address],
      [bob, await world.readBalance(curve, bob), curve.address],
      [ann, fetched, curve.address],
    ])
    expect(payments[1]!.amount).toBeGreaterThan(10n ** 18n)
    expect(await readPayments(toWrapper('liquidityGauge', { ...facts, address: ann }))).toEqual([])
    expect(toRewardLogs(toWrapper('liquidityGauge', { ...facts, contracts: {} }))).toEqual([])
  })

  it('are told by a source of the same name as its wrapper’s, once', () => {
    expect(new Set(rewardSources.map(({ id }) => id)).size).toBe(rewardSources.length)
    expect(toProgramPlaces(toWrapper('voteEscrow', { address: ann, assets: [bob] }))).toEqual([])
    expect(toRewardLogs(toWrapper('voteEscrow', { address: ann, assets: [bob] }))).toEqual([])
  })
})
