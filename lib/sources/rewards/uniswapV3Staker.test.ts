import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { inChainOrder } from '@/lib/domain/chainOrder'
import { startPoolChain, type PoolChain } from '@/tests/poolChain'
import { readBook, readLogs, readOwed } from '@/tests/rewardBooks'
import { openStakedPool, type IncentiveKey, type StakedPool } from '@/tests/stakedPool'
import { toAccount } from '@/tests/tokenChain'
import { toProgramPlaces, toRewardLogs } from './registry'

const [ann, bob, carl, dave, eve, refundee] = [1, 2, 3, 4, 5, 6].map(toAccount) as [Address, Address, Address, Address, Address, Address]
const unit = 10n ** 18n
const whole = [-887_220, 887_220] as const
/** One token a second */
const [duration, promised] = [1_000n, 1_000n * unit]

let chain: PoolChain
let staking: StakedPool
let reward: Address
let start: unknown
let pool: Address
let key: IncentiveKey
/** The second in which the incentive begins */
let begin: bigint

const blockOf = async () => Number(await chain.rpc.call('eth_blockNumber'))
const balanceOf = (account: Address) => chain.ask(reward, 'balanceOf', account) as Promise<bigint>
const toKey = (of: Address): IncentiveKey => ({ rewardToken: reward, pool: of, startTime: begin, endTime: begin + duration, refundee })
const paymentsOf = async (of = pool) => (await readBook(chain, staking.toWrapper(of, reward))).payments().map(({ account, amount }) => [account, amount])
const owedTo = async (account: Address, of = pool) => readOwed(chain, staking.toWrapper(of, reward), account, await blockOf())
async function stakesOf(of = pool): Promise<Map<Address, bigint>> {
  const wrapper = staking.toWrapper(of, reward)
  const stakes = toProgramPlaces(wrapper)[0]!.source.stakes(wrapper)
  if (!('logs' in stakes)) throw new Error('positions are told by logs')
  const sums = new Map<Address, bigint>()
  for (const { account, change } of stakes.toChanges((await readLogs(chain, stakes.logs)).sort(inChainOrder))) sums.set(account, (sums.get(account) ?? 0n) + change)
  return new Map([...sums].filter(([, stake]) => stake !== 0n))
}

beforeAll(async () => {
  chain = await startPoolChain()
  staking = openStakedPool(chain)
  reward = await chain.deployToken()
  for (const account of [ann, bob, carl, dave, eve]) await chain.fund(account, 10n ** 24n)
})
afterAll(() => chain?.stop())
beforeEach(async () => {
  start = await chain.rpc.call('evm_snapshot')
  pool = await chain.openPool()
  begin = (await staking.now()) + 10_000n
  key = toKey(pool)
  await staking.promise(key, promised)
})
afterEach(() => chain.rpc.call('evm_revert', start))

/** What one has of a second's reward, for so many seconds: by its part of all liquidity in range, staked or not. */
const share = (seconds: bigint, own: bigint, all: bigint) => (promised * seconds * own) / (duration * all)
/** The contract rounds down, and what it rounds off one is left for those who come after: a few smallest units more or less. */
const isRounded = (said: bigint, exact: bigint) => exact - said >= -4n && exact - said <= 4n

describe('rewards of UniswapV3Staker', () => {
  it('are what arrived, and what is owed what the contract says, from the first stake to the refund', async () => {
    const [anns, bobs, carls] = [await chain.open(ann, 3000, whole, 100n * unit), await chain.open(bob, 3000, whole, 300n * unit), await chain.open(carl, 3000, whole, 100n * unit)]
    const [a, b, c] = [await staking.liquidityOf(anns), await staking.liquidityOf(bobs), await staking.liquidityOf(carls)]
    // A fifth of the liquidity, Dave's, is never staked: what it would have earned is refunded.
    const all = a + b + c + (await staking.liquidityOf(await chain.open(dave, 3000, whole, 125n * unit)))
    await staking.at(begin)
    await staking.depositAndStake(ann, anns, key)
    await staking.deposit(bob, bobs)
    await staking.at(begin + 100n)
    await staking.stake(bob, bobs, key)
    await staking.at(begin + 200n)
    await staking.depositAndStake(carl, carls, key)
    expect(await stakesOf()).toEqual(new Map([[ann, a], [bob, b], [carl, c]]))
    // While it is staked Ann's position goes to Eve, with all that it has earned and will earn.
    await staking.at(begin + 400n)
    await staking.hand(ann, anns, eve)
    expect(await stakesOf()).toEqual(new Map([[eve, a], [bob, b], [carl, c]]))
    expect([await owedTo(ann), await owedTo(eve), await owedTo(bob)]).toEqual([0n, await staking.earnedBy(anns, key), await staking.earnedBy(bobs, key)])

    await staking.at(begin + 600n)
    await staking.unstake(eve, anns, key)
    const eves = await staking.rewardsOf(reward, eve)
    expect(isRounded(eves, share(600n, a, all))).toBe(true)
    expect([await owedTo(eve), await paymentsOf()]).toEqual([eves, []])
    await staking.claim(eve, reward, eve, 70n * unit)
    expect([await paymentsOf(), await balanceOf(eve), await owedTo(eve)]).toEqual([[[eve, 70n * unit]], 70n * unit, eves - 70n * unit])

    // Bob unstakes at the end and has it sent to Dave at once: it is his. Carl's is unstaked by Dave, whom nothing of it belongs to.
    await staking.at(begin + 1_000n)
    await staking.unstakeAndClaim(bob, bobs, key, dave)
    const bobsPay = await balanceOf(dave)
    expect(isRounded(bobsPay, share(900n, b, all))).toBe(true)
    await staking.at(begin + 1_001n)
    await staking.unstake(dave, carls, key)
    const carlsPay = await staking.rewardsOf(reward, carl)
    // A second after the end what is left goes by all of 1,001 seconds, less those that were paid for: 600 of Ann's part and 900 of Bob's. Carl had 801 of his.
    expect(isRounded(carlsPay, ((promised - eves - bobsPay) * 801n * c) / (1_001n * all - 600n * a - 900n * b))).toBe(true)
    expect(await owedTo(carl)).toBe(carlsPay)
    await staking.claim(carl, reward)
    await staking.claim(eve, reward)
    await staking.end(dave, key)

    expect(await paymentsOf()).toEqual([[eve, 70n * unit], [bob, bobsPay], [carl, carlsPay], [eve, eves - 70n * unit]])
    expect([await balanceOf(carl), await balanceOf(eve), await balanceOf(ann)]).toEqual([carlsPay, eves, 0n])
    // Nothing is lost: what was promised is what was paid and the refund, which is no reward.
    expect(eves + bobsPay + carlsPay + (await balanceOf(refundee))).toBe(promised)
    expect(await balanceOf(chain.staker)).toBe(0n)
    expect(await stakesOf()).toEqual(new Map())
    const book = await readBook(chain, staking.toWrapper(pool, reward))
    expect([book.window!(), book.untold!()]).toEqual([{ from: Number(begin), to: Number(begin + duration) }, []])
  }, 60_000)

  it('are of the pool in which positions were unstaked since the last claim, and where that is not one pool are told of none', async () => {
    const other = await chain.openPool(500)
    const otherKey = toKey(other)
    await staking.promise(otherKey, promised)
    const [first, second] = [await chain.open(ann, 3000, whole, 100n * unit), await chain.open(ann, 500, whole, 100n * unit)]
    await staking.at(begin)
    await staking.depositAndStake(ann, first, key)
    await staking.at(begin + 1n)
    await staking.depositAndStake(ann, second, otherKey)
    await staking.at(begin + 300n)
    await staking.unstakeAndClaim(ann, first, key, ann)
    const one = await balanceOf(ann)
    expect(isRounded(one, 300n * unit)).toBe(true)
    expect([await paymentsOf(pool), await paymentsOf(other)]).toEqual([[[ann, one]], []])
    // What is owed for the other position is owed in the other pool.
    expect([await owedTo(ann, pool), await owedTo(ann, other)]).toEqual([0n, await staking.earnedBy(second, otherKey)])
    await staking.at(begin + 401n)
    await staking.unstake(ann, second, otherKey)
    const two = await staking.rewardsOf(reward, ann)
    expect(isRounded(two, 400n * unit)).toBe(true)
    expect([await owedTo(ann, pool), await owedTo(ann, other)]).toEqual([0n, two])
    // A part is fetched, then the rest together with what is earned in the first pool again: nobody can tell them apart.
    await staking.claim(ann, reward, ann, 150n * unit)
    expect(await paymentsOf(other)).toEqual([[ann, 150n * unit]])
    await staking.at(begin + 500n)
    await staking.stake(ann, first, key)
    await staking.stake(ann, second, otherKey)
    await staking.at(begin + 600n)
    await staking.unstake(ann, second, otherKey)
    await staking.unstake(ann, first, key)
    expect(await owedTo(ann, pool)).toMatch(/nothing says for which/)
    const before = await balanceOf(ann)
    await staking.claim(ann, reward)
    const untold = (await balanceOf(ann)) - before
    for (const [of, paid] of [[pool, one], [other, 150n * unit]] as const) {
      const book = await readBook(chain, staking.toWrapper(of, reward))
      expect([book.payments().map(({ amount }) => amount), book.untold!().map(({ account, amount }) => [account, amount])]).toEqual([[paid], [[ann, untold]]])
    }
  }, 60_000)

  it('count a position once that is staked for two incentives, with the most liquidity, and pay for both', async () => {
    const longer = { ...key, endTime: key.endTime + 1_000n }
    await staking.promise(longer, 4_000n * unit)
    const tokenId = await chain.open(ann, 3000, whole, 100n * unit)
    const liquidity = await staking.liquidityOf(tokenId)
    await staking.at(begin)
    await staking.depositAndStake(ann, tokenId, key)
    expect(await stakesOf()).toEqual(new Map([[ann, liquidity]]))
    // Anybody may add to anybody's position: the stake of the second incentive is what is there then.
    await chain.increase(bob, tokenId, 50n * unit)
    const more = await staking.liquidityOf(tokenId)
    await staking.at(begin + 500n)
    await staking.stake(ann, tokenId, longer)
    expect(await stakesOf()).toEqual(new Map([[ann, more]]))
    expect(await owedTo(ann)).toBe((await staking.earnedBy(tokenId, key)) + (await staking.earnedBy(tokenId, longer)))
    await staking.at(begin + 1_500n)
    await staking.unstake(ann, tokenId, longer)
    expect(await stakesOf()).toEqual(new Map([[ann, liquidity]]))
    // The longer one pays two a second, and its 1,000 seconds are half of what there is.
    expect(isRounded(await staking.rewardsOf(reward, ann), 2_000n * unit)).toBe(true)
    await staking.unstake(ann, tokenId, key)
    await staking.claim(ann, reward)
    expect(await paymentsOf()).toEqual([[ann, await balanceOf(ann)]])
    const book = await readBook(chain, staking.toWrapper(pool, reward))
    expect(book.window!()).toEqual({ from: Number(begin), to: Number(begin + 2_000n) })
  }, 60_000)

  it('are none in another token, and where no incentive was made there is no window', async () => {
    const [token0] = chain.tokens
    const inToken = { ...key, rewardToken: token0 }
    await staking.promise(inToken, promised)
    const tokenId = await chain.open(ann, 3000, whole, 100n * unit)
    await staking.at(begin)
    await staking.depositAndStake(ann, tokenId, inToken)
    await staking.at(begin + 10n)
    await staking.unstakeAndClaim(ann, tokenId, inToken, ann)
    expect([await paymentsOf(), await stakesOf(), await owedTo(ann)]).toEqual([[], new Map(), 0n])
    const [, token1] = chain.tokens
    const book = await readBook(chain, staking.toWrapper(pool, token1))
    expect([book.payments(), book.window!()]).toEqual([[], null])
    const wrapper = staking.toWrapper(pool, reward)
    expect(toProgramPlaces(wrapper).map(({ program }) => program)).toEqual([{ stakeToken: pool, rewardToken: reward, isDebt: false }])
    expect(toRewardLogs(chain.toWrapper(pool))).toEqual([])
  }, 60_000)
})
