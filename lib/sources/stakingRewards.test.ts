import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ann, bob, deployer, startSourceChain, sumOf, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { loadStakingRewards } from '@/lib/demo/artifact'
import { stakingRewards } from './stakingRewards'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

/** 10 a second for a week */
const rewards = 6_048_000n

/** Synthetix' contract as deployed on mainnet, which has its rewards and begins to give them out at the time returned. */
async function openRewards(rewardsToken = world.token, stakingToken = world.other) {
  const { chain } = world
  const contract = chain.deploy(deployer, loadStakingRewards(), [deployer, deployer, rewardsToken.address, stakingToken.address])
  for (const person of [ann, bob]) chain.send(person, stakingToken, 'approve', [contract.address, 10_000n])
  chain.send(deployer, rewardsToken, 'transfer', [contract.address, rewards])
  await chain.mine(chain.timestamp + 12)
  const wrapper = toWrapper('stakingRewards', {
    address: contract.address,
    assets: [...new Set([stakingToken.address, rewardsToken.address])],
    contracts: { stakingToken: stakingToken.address, rewardsToken: rewardsToken.address },
  })
  return { contract, wrapper }
}

describe('stakingRewards', () => {
  it('hands stakes to stakers and rewards to who earned them, those who have left among them', async () => {
    const { chain, token, other } = world
    const { contract, wrapper } = await openRewards()
    chain.send(ann, contract, 'stake', [100n])
    chain.send(deployer, contract, 'notifyRewardAmount', [rewards])
    const start = chain.timestamp + 100
    await chain.mine(start)
    chain.send(bob, contract, 'stake', [300n])
    await chain.mine(start + 1000)
    chain.send(ann, contract, 'withdraw', [100n])
    chain.send(deployer, other, 'transfer', [contract.address, 7n])
    await chain.mine(start + 2000)
    await chain.mine(start + 3000)
    // 10 a second. To second 1000 ann is alone: 10,000. To 2000 she has 100 of 400: 2,500 more, bob 7,500. Then bob is alone: 10,000 more.
    // ann 12,500. bob 17,500, of which the contract's rounding (300 × 58.33…) leaves him 17,499.
    // Of 6,048,000, 6,048,000 − 12,500 − 17,499 = 6,018,001 are left. Staked are bob's 300; 7 merely lie there.
    const then = await world.readOwnerships(stakingRewards, wrapper)
    const books = { contract: contract.address, source: 'stakingRewards', shares: null }
    expect(then).toEqual([
      { ...books, asset: other.address, claims: [{ account: bob, amount: 300n }], unresolved: [{ reason: 'surplus', amount: 7n }] },
      {
        ...books,
        asset: token.address,
        claims: [
          { account: ann, amount: 12_500n },
          { account: bob, amount: 17_499n },
        ],
        unresolved: [{ reason: 'undistributed', amount: 6_018_001n }],
      },
    ])
    expect(then.map(sumOf)).toEqual([await world.readBalance(other, contract.address), await world.readBalance(token, contract.address)])

    chain.send(bob, contract, 'getReward')
    await chain.mine(start + 4000)
    // bob has earned 27,500 by then, 27,499 after rounding (300 × 91.66…), and has fetched them: 6,048,000 − 27,499 = 6,020,501 are left, ann's 12,500 too.
    const [, paid] = await world.readOwnerships(stakingRewards, wrapper)
    expect(paid).toMatchObject({ claims: [{ account: ann, amount: 12_500n }], unresolved: [{ reason: 'undistributed', amount: 6_008_001n }] })
    expect(sumOf(paid!)).toBe(await world.readBalance(token, contract.address))
  })

  it('gives stakers both where what is staked is also the reward', async () => {
    const { chain, token } = world
    const { contract, wrapper } = await openRewards(token, token)
    chain.send(ann, contract, 'stake', [500n])
    chain.send(deployer, contract, 'notifyRewardAmount', [rewards])
    const start = chain.timestamp + 100
    await chain.mine(start)
    await chain.mine(start + 100)
    // 100 seconds at 10 are 1,000, all of them ann's; 6,048,000 − 1,000 are left.
    const [ownership, ...further] = await world.readOwnerships(stakingRewards, wrapper)
    expect(further).toEqual([])
    expect(ownership!.claims).toEqual([
      { account: ann, amount: 500n },
      { account: ann, amount: 1_000n },
    ])
    expect(ownership!.unresolved).toEqual([{ reason: 'undistributed', amount: 6_047_000n }])
    expect(sumOf(ownership!)).toBe(await world.readBalance(token, contract.address))
  })

  it('leaves rewards undistributed where the contract was not asked, or could not answer', async () => {
    const { chain, token } = world
    const { contract, wrapper } = await openRewards()
    chain.send(ann, contract, 'stake', [500n])
    chain.send(bob, contract, 'stake', [500n])
    await chain.mine(chain.timestamp + 12)
    const input = await world.toInput(stakingRewards, wrapper)
    const [, ownership] = stakingRewards.toOwnerships({ ...input, answers: null })
    expect(ownership).toMatchObject({ asset: token.address, claims: [], unresolved: [{ reason: 'undistributed', amount: rewards }] })

    const failing = { ...world.reader, readContracts: async () => [{ status: 'ok', value: 5n } as const, { status: 'failed', reason: 'execution reverted' } as const] }
    expect(await stakingRewards.read!(input, failing, chain.blockNumber)).toEqual({
      answers: { earned: [{ account: ann, amount: '5' }] },
      gaps: [{ subject: `rewards earned by 1 of 2 stakers of ${contract.address}`, reason: 'execution reverted' }],
    })
  })

  it('asks nobody where the reward is no asset, and nothing lies there without stakers', async () => {
    const { wrapper } = await openRewards()
    const stakesOnly = { ...wrapper, assets: [world.other.address] }
    const input = await world.toInput(stakingRewards, stakesOnly)
    expect(input.answers).toBeNull()
    expect(stakingRewards.toOwnerships(input)).toEqual([])
    expect(() => stakingRewards.toOwnerships({ ...input, wrapper: { ...wrapper, contracts: {} } })).toThrow(
      `stakingRewards (${wrapper.address}): a wrapper of source stakingRewards needs contracts.stakingToken`,
    )
  })
})
