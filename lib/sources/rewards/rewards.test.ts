import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStakingRewards } from '@/lib/demo/artifact'
import { logSchema } from '@/lib/chain/log'
import type { Wrapper } from '@/lib/domain/protocol'
import { openCurveGauge } from '@/tests/curveGauge'
import { ann, bob, deployer, startSourceChain, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { findRewardSource, rewardSources, toRewardLogs } from './registry'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

/** Payments of a wrapper, from the logs that its source asks for. */
async function readPayments(wrapper: Wrapper) {
  const filters = toRewardLogs(wrapper)
  const answers = await Promise.all(filters.map(({ address, topics }) => world.rpc.call('eth_getLogs', { address, topics: [topics], fromBlock: '0x0', toBlock: 'latest' })))
  return answers.flatMap((answer) => z.array(logSchema).parse(answer)).flatMap((log) => findRewardSource(wrapper.source)!.toPayment(wrapper, log) ?? [])
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
    expect(findRewardSource('stakingRewards')!.toProgram(wrapper)).toEqual({ stakeToken: other.address, rewardToken: token.address })
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
    const payments = await readPayments(toWrapper('liquidityGauge', facts))
    // Neither had CRV before: what each holds is what was minted.
    expect(payments.map(({ account, amount, token }) => [account, amount, token])).toEqual([
      [ann, await world.readBalance(curve, ann), curve.address],
      [bob, await world.readBalance(curve, bob), curve.address],
    ])
    expect(payments[1]!.amount).toBeGreaterThan(10n ** 18n)
    expect(await readPayments(toWrapper('liquidityGauge', { ...facts, address: ann }))).toEqual([])
    expect(toRewardLogs(toWrapper('liquidityGauge', { ...facts, contracts: {} }))).toEqual([])
  })

  it('are told by a source of the same name as its wrapper’s, once', () => {
    expect(new Set(rewardSources.map(({ id }) => id)).size).toBe(rewardSources.length)
    expect(findRewardSource('voteEscrow')).toBeNull()
    expect(toRewardLogs(toWrapper('voteEscrow', { address: ann, assets: [bob] }))).toEqual([])
  })
})
