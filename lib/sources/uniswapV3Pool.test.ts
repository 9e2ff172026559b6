import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startPoolChain, sumOf, without, type PoolChain } from '../../tests/poolChain'
import { deployer, toAccount } from '../../tests/tokenChain'
import type { Address } from '../domain/address'
import { uniswapV3Pool } from './uniswapV3Pool'

const [ann, bob, eve] = [toAccount(1), toAccount(2), toAccount(3)]
const unit = 10n ** 18n
let chain: PoolChain
let start: unknown

beforeAll(async () => {
  chain = await startPoolChain()
  for (const account of [ann, bob, eve]) await chain.fund(account, 10n ** 24n)
})
afterAll(() => chain?.stop())
beforeEach(async () => void (start = await chain.rpc.call('evm_snapshot')))
afterEach(() => chain.rpc.call('evm_revert', start))

describe('two positions over all prices, and one trade', () => {
  const everywhere = [-887_220, 887_220] as const
  let pool: Address
  let anns: bigint
  let bobs: bigint
  // At price 1 over all prices, liquidity L holds L · (1 − 2⁻⁶⁴) of both tokens: Ann's 10¹⁸ and Bob's 3 · 10¹⁸ make liquidity of as much,
  // and the pool takes all of it, rounded up. Then Eve sells 10¹⁵ of token0: 3 · 10¹² of that is the fee, 997 · 10¹² move the price.
  beforeEach(async () => {
    pool = await chain.openPool()
    anns = await chain.open(ann, 3000, everywhere, unit)
    bobs = await chain.open(bob, 3000, everywhere, 3n * unit)
    await chain.swap(eve, 3000, 0, 10n ** 15n)
  })
  // 1/√p rises by 997 · 10¹² / (4 · 10¹⁸) to 1.00024925. Of token0, Ann's liquidity then holds 10¹⁸ · 1.00024925 less 0.05 for the end of the
  // range, rounded down, and Bob's three times that less 0.16. Of token1, √p = 1 / 1.00024925 = 0.9997508121100815621706…: Ann's
  // 999750812110081562.17 − 0.05, Bob's 2999252436330244686.5 − 0.16, rounded down.
  const principal0 = { [ann]: 1_000_249_249_999_999_999n, [bob]: 3_000_747_749_999_999_999n }
  const token1 = { [ann]: 999_750_812_110_081_562n, [bob]: 2_999_252_436_330_244_686n }
  // Of the fee a quarter and three quarters; growth for each unit of liquidity is rounded down, so one unit is missing from each.
  const fees = { [ann]: 749_999_999_999n, [bob]: 2_249_999_999_999n }
  const token0 = { [ann]: principal0[ann]! + fees[ann]!, [bob]: principal0[bob]! + fees[bob]! }

  it('belong to the owners of their NFTs, with fees, to the unit', async () => {
    // token0: 4 · 10¹⁸ + 10¹⁵ are there; 1000249999999999998 + 3000749999999999... leave four to rounding.
    const shares = await chain.look(pool)
    expect(without(shares, 'rounding')).toEqual([token0, token1])
    expect(shares[0]!.rounding).toBe(4n * unit + 10n ** 15n - token0[ann]! - token0[bob]!)
    expect(shares[0]!.rounding).toBe(4n)
    expect(await chain.cashOut(ann, anns)).toEqual([token0[ann], token1[ann]])
    expect(await chain.cashOut(bob, bobs)).toEqual([token0[bob], token1[bob]])
    expect(sumOf(shares)).toEqual(await chain.balancesOf(pool))
  })

  it('are told by the logs alone but for the fees, whose owners are then unknown', async () => {
    const shares = await chain.look(pool, { answered: false })
    expect(without(shares, 'fees')).toEqual([principal0, token1])
    // 3 · 10¹² and two units that each position's principal was rounded by.
    expect(shares[0]!.fees).toBe(3n * 10n ** 12n + 2n)
    expect(sumOf(shares)).toEqual(await chain.balancesOf(pool))
  })

  it('leave the protocol its part of the fee, where it takes one', async () => {
    await chain.act(deployer, pool, 'setFeeProtocol', 4, 0)
    await chain.swap(eve, 3000, 0, 10n ** 15n)
    // A quarter of 3 · 10¹².
    expect((await chain.look(pool))[0]!.protocolFees).toBe(750_000_000_000n)
  })

  it('do not own what was sent to the pool without a deposit', async () => {
    await chain.act(eve, chain.tokens[1], 'transfer', pool, 5000n)
    const [of0, of1] = await chain.look(pool)
    expect(of0).toMatchObject({ ...token0, rounding: 4n })
    // And what rounding had left before.
    expect(of1!.surplus).toBeGreaterThanOrEqual(5000n)
    expect(of1!.surplus).toBeLessThan(5010n)
  })
})

it('keeps liquidity locked that somebody puts under the manager’s name: no NFT can ask for it', async () => {
  const pool = await chain.openPool()
  await chain.open(ann, 3000, [-60, 60], unit)
  const before = await chain.look(pool)
  await chain.act(deployer, chain.direct, 'provide', pool, chain.manager, -60, 60, unit)
  // L · (1 − 1.0001^−30) = 10¹⁸ · 0.0029953549559107…
  const shares = await chain.look(pool)
  for (const token of [0, 1]) expect(shares[token]).toMatchObject({ [ann]: before[token]![ann]!, locked: 2_995_354_955_910_780n })
})

it('hands positions on to the pool’s own names only, where the wrapper names no manager', async () => {
  const pool = await chain.openPool()
  await chain.open(ann, 3000, [-60, 60], unit)
  const wrapper = { ...chain.toWrapper(pool), contracts: {} }
  const [ownership] = uniswapV3Pool.toOwnerships((await chain.toInput(uniswapV3Pool, wrapper)).input)
  expect(ownership).toMatchObject({ shares: null, claims: [{ account: chain.manager }] })
})

it('says nothing of a pool without a price, and asks for both tokens', async () => {
  const pool = await chain.createPool(10_000)
  const wrapper = chain.toWrapper(pool)
  expect(uniswapV3Pool.toOwnerships({ wrapper, balances: () => [], balanceOf: () => 0n, logs: [], answers: null })).toEqual([])
  const half = { ...wrapper, assets: wrapper.assets.slice(1) }
  const { input } = await chain.toInput(uniswapV3Pool, chain.toWrapper(await chain.openPool()))
  expect(() => uniswapV3Pool.toOwnerships({ ...input, wrapper: { ...half, address: input.wrapper.address } })).toThrow(/has 1 assets: name both/)
})
