import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { compileContracts } from '@/tests/compileContracts'
import { startReplayChain, type ReplayChain } from '@/tests/replayChain'
import { deployer, toAccount } from '@/tests/tokenChain'
import type { Address } from '../../domain/address'
import type { TokenPair } from '../../domain/pool'
import { maxTick, minTick, sqrtPriceAtTick } from '../../liquidity/sqrtPriceAtTick'
import { addPair, noTokens, subtractPair } from '../../liquidity/tokenPair'
import type { PoolBook } from './poolSource'
import { toShareManagers } from './shareManagers'
import { uniswapV3Pool } from './uniswapV3Pool'

const [ann, bob, carl] = [toAccount(1), toAccount(2), toAccount(3)]
const unit = 10n ** 18n
const [lowest, highest] = [sqrtPriceAtTick(minTick) + 1n, sqrtPriceAtTick(maxTick) - 1n]
const contracts = compileContracts(path.resolve('tests/ShareManagers.sol'))
let chain: ReplayChain
let start: unknown
let pool: Address
let manager: Address
let book: PoolBook
let next = 0

beforeAll(async () => {
  chain = await startReplayChain()
  for (const account of [ann, bob, carl]) await chain.fund(account, 10n ** 24n)
})
afterAll(() => chain?.stop())
afterEach(() => chain.rpc.call('evm_revert', start))

async function follow(name: string, ...args: readonly unknown[]) {
  start = await chain.rpc.call('evm_snapshot')
  pool = await chain.openPool()
  manager = await chain.deploy(contracts.get(name)!, [pool, ...args, -600, 600])
  for (const account of [ann, bob, carl]) for (const token of chain.tokens) await chain.act(account, token, 'approve', manager, 10n ** 24n)
  const facts = await uniswapV3Pool.readFacts(chain.toPlace(pool, [manager]), chain.reader, Number(await chain.rpc.call('eth_blockNumber')))
  book = uniswapV3Pool.open({ ...facts, quote: 1 }, [])
  next = 0
}

/** What happened since the last call, as account, kind, amounts, basis, and whether it was done for the account by another. */
const flows = async () => {
  book.add(await chain.readLogs(pool, next, [manager]))
  next = Number(await chain.rpc.call('eth_blockNumber')) + 1
  return book.takeFlows().map(({ account, kind, amounts, basis, passive }) => [account, kind, amounts, basis, passive ?? false])
}
const spent = async (account: Address, attempt: () => Promise<unknown>): Promise<TokenPair> => {
  const before = await chain.balancesOf(account)
  await attempt()
  return subtractPair(before, await chain.balancesOf(account))
}
const trade = async (amount = unit) => {
  await chain.trade(pool, true, amount, lowest)
  await chain.trade(pool, false, amount, highest)
}
const holdingOf = (account: Address) => book.holdings().find((holding) => holding.account === account)
const half = ([a, b]: TokenPair): TokenPair => [a / 2n, b / 2n]
const quarter = ([a, b]: TokenPair): TokenPair => [a / 4n, b / 4n]
const near = (amounts: TokenPair, expected: TokenPair, units: bigint) => {
  for (const token of [0, 1] as const) expect(amounts[token] - expected[token] <= units && expected[token] - amounts[token] <= units, `${amounts} is not ${expected}`).toBe(true)
}

describe('straight in the pool', () => {
  beforeEach(() => follow('DirectManager'))

  it('new shares are the deposit of who has them and of nobody else, and a burn pays what is told', async () => {
    const anns = await spent(ann, () => chain.act(ann, manager, 'mint', 30n * unit, ann))
    expect(await flows()).toEqual([[ann, 'deposit', anns, anns, false]])
    expect(book.gaps()).toEqual([])
    const bobs = await spent(bob, () => chain.act(bob, manager, 'mint', 10n * unit, bob))
    expect(await flows()).toEqual([[bob, 'deposit', bobs, bobs, false]])
    // 30 and 10 of 40 shares, of a liquidity that is as many units.
    expect(book.holdings().map(({ account, positions, inRange, liquidity }) => [account, positions, inRange, liquidity])).toEqual([[ann, 1, 1, 30n * unit], [bob, 1, 1, 10n * unit]])
    expect(book.ranges().map(({ account, liquidity }) => [account, liquidity])).toEqual([[ann, 30n * unit], [bob, 10n * unit]])
    expect(book.weights().map(({ account, inRange }) => [account, inRange])).toEqual([[ann, 30e18], [bob, 10e18]])
    const paid = await chain.gain(bob, () => chain.act(bob, manager, 'burn', 10n * unit, bob))
    near(holdingOf(bob)!.principal, paid, 1n)
    await chain.act(bob, manager, 'burn', 4n * unit, bob)
    const [flow] = await flows()
    expect([flow![0], flow![1], flow![3]]).toEqual([bob, 'withdrawal', [(bobs[0] * 4n) / 10n, (bobs[1] * 4n) / 10n]])
    near(flow![2] as TokenPair, [(paid[0] * 4n) / 10n, (paid[1] * 4n) / 10n], 1n)
  })

  it('fees are whose the shares were when they came: paid when they are collected, put in again by all', async () => {
    await chain.act(ann, manager, 'mint', 30n * unit, ann)
    await trade()
    const first = await chain.gain(manager, () => chain.act(deployer, manager, 'compound', 0))
    await flows()
    expect(holdingOf(ann)!.owed).toEqual(first)
    await chain.act(bob, manager, 'mint', 10n * unit, bob)
    // Who comes has fees fetched, and pays for a quarter of what then lies idle beside the pool: that is told of no pool.
    const told = await flows()
    expect(told.filter(([, kind]) => kind === 'fees')).toEqual([[ann, 'fees', first, noTokens, true]])
    expect(told.map(([account, kind]) => [account, kind])).toEqual([[ann, 'fees'], [bob, 'deposit']])
    await trade()
    const fees = await chain.gain(manager, () => chain.act(deployer, manager, 'compound', 0))
    await flows()
    near(holdingOf(ann)!.owed, subtractPair(fees, quarter(fees)), 1n)
    near(holdingOf(bob)!.owed, quarter(fees), 1n)
    expect(addPair(holdingOf(ann)!.owed, holdingOf(bob)!.owed)).toEqual(fees)

    const before = await chain.balancesOf(manager)
    await chain.act(deployer, manager, 'compound', unit / 1000n)
    const put = subtractPair(addPair(before, fees), await chain.balancesOf(manager))
    const compounded = await flows()
    expect(compounded.map(([account, kind, , , passive]) => [account, kind, passive])).toEqual([[ann, 'fees', true], [bob, 'fees', true], [ann, 'deposit', true], [bob, 'deposit', true]].sort((a, b) => order(a) - order(b)))
    near(compounded.find(([account, kind]) => account === bob && kind === 'deposit')![2] as TokenPair, quarter(put), 1n)
    expect(compounded.filter(([, kind]) => kind === 'deposit').map(([, , amounts]) => amounts as TokenPair).reduce(addPair)).toEqual(put)
    expect(book.holdings().map(({ owed }) => owed)).toEqual([noTokens, noTokens])
  })

  it('a rebalance is nobody’s, with a swap on its way too; what it leaves idle was taken out for all', async () => {
    await chain.act(ann, manager, 'mint', 30n * unit, ann)
    await chain.act(bob, manager, 'mint', 10n * unit, bob)
    await chain.open(carl, 3000, [-6000, 6000], 1000n * unit)
    await flows()
    const basis = [holdingOf(ann)!.basis, holdingOf(bob)!.basis]
    const [all] = await chain.balancesOf(manager)
    expect(all).toBe(0n)
    // Half of what it has goes to the other token; the new range lies below the price and takes token1 alone.
    const principal = addPair(holdingOf(ann)!.principal, holdingOf(bob)!.principal)
    const liquidity = (2n * principal[1] * 2n ** 96n * 99n) / ((sqrtPriceAtTick(-60) - sqrtPriceAtTick(-1200)) * 100n)
    await chain.act(deployer, manager, 'rebalance', -1200, -60, liquidity, true, principal[0], lowest)
    const told = await flows()
    expect(told.map(([account, kind, , , passive]) => [account, kind, passive])).toEqual([[ann, 'withdrawal', true], [bob, 'withdrawal', true]])
    // At the price where it ends, what was taken out less what was put in again, token1 alone: the hundredth, and what the swap cost.
    const [sqrtPrice] = (await chain.ask(pool, 'slot0')) as [bigint]
    const taken = (Number(principal[0]) * Number(sqrtPrice) ** 2) / 2 ** 192 + Number(principal[1])
    const put = (Number(liquidity) * Number(sqrtPriceAtTick(-60) - sqrtPriceAtTick(-1200))) / 2 ** 96
    const part = (taken - put) / taken
    expect(part).toBeGreaterThan(0.005)
    const out = told.map(([, , amounts]) => amounts as TokenPair).reduce(addPair)
    for (const token of [0, 1] as const) expect(Number(out[token]) / Number(principal[token]) / part).toBeCloseTo(1, 9)
    const kept = [holdingOf(ann)!, holdingOf(bob)!]
    expect(kept.map(({ inRange, liquidity: used, principal: [token0] }) => [inRange, used, token0])).toEqual([[0, 0n, 0n], [0, 0n, 0n]])
    for (const [place, { basis: left }] of kept.entries()) expect(Number(left[0]) / Number(basis[place]![0])).toBeCloseTo(1 - part, 9)
    // Straight back, with all that it has: nobody did anything.
    await chain.act(deployer, manager, 'rebalance', -1260, -60, (liquidity * (sqrtPriceAtTick(-60) - sqrtPriceAtTick(-1200))) / (sqrtPriceAtTick(-60) - sqrtPriceAtTick(-1260)), true, 0, 0)
    expect(await flows()).toEqual([])
  })

  it('shares that are handed on are given at what they stand for, and fees stay whose they were', async () => {
    const paidIn = await spent(ann, () => chain.act(ann, manager, 'mint', 30n * unit, ann))
    await trade()
    await flows()
    const { owed, principal } = holdingOf(ann)!
    expect(owed[0]).toBeGreaterThan(0n)
    await chain.act(ann, manager, 'transfer', bob, 15n * unit)
    const told = await flows()
    expect(told).toEqual([[ann, 'given', half(principal), half(paidIn), false], [bob, 'received', half(principal), half(principal), false]])
    expect([holdingOf(ann)!.owed, holdingOf(bob)!.owed]).toEqual([owed, noTokens])
    // All of it: who has no shares is owed what it has earned until that is collected.
    await chain.act(ann, manager, 'transfer', bob, 15n * unit)
    await flows()
    expect(holdingOf(ann)).toMatchObject({ positions: 0, liquidity: 0n, principal: noTokens, owed, basis: noTokens })
    await chain.act(deployer, manager, 'fetch')
    expect(await flows()).toEqual([[ann, 'fees', owed, noTokens, true]])
    expect(holdingOf(ann)?.owed ?? noTokens).toEqual(noTokens)
  })

  it('shares for what stays idle, or for nothing, are received from the others, and what is put to work later is put in by all', async () => {
    await chain.act(ann, manager, 'mint', 30n * unit, ann)
    await flows()
    const { principal } = holdingOf(ann)!
    await chain.act(bob, manager, 'mintIdle', 10n * unit, unit, unit, bob)
    const told = await flows()
    expect(told.map(([account, kind, , , passive]) => [account, kind, passive])).toEqual([[ann, 'given', true], [bob, 'received', false]])
    for (const [, , amounts] of told) near(amounts as TokenPair, quarter(principal), 1n)
    expect(addPair(holdingOf(ann)!.principal, holdingOf(bob)!.principal)).toEqual(principal)
    await chain.act(deployer, manager, 'compound', 10n * unit)
    expect((await flows()).map(([account, kind, , , passive]) => [account, kind, passive])).toEqual([[ann, 'deposit', true], [bob, 'deposit', true]])
    await chain.act(deployer, manager, 'give', carl, 10n * unit)
    expect((await flows()).map(([account, kind]) => [account, kind])).toEqual([[ann, 'given'], [bob, 'given'], [carl, 'received']])
  })

  it('without shares it is the manager’s own, and so is what is left when all are gone', async () => {
    expect(book.gaps()).toEqual([{ subject: `the manager of liquidity ${manager}`, reason: 'it has never had a position in this pool: nobody is looked through' }])
    for (const token of chain.tokens) await chain.act(deployer, token, 'transfer', manager, unit)
    await chain.act(deployer, manager, 'compound', unit)
    expect((await flows()).map(([account, kind, , , passive]) => [account, kind, passive])).toEqual([[manager, 'deposit', false]])
    expect(book.holdings().map(({ account, liquidity }) => [account, liquidity])).toEqual([[manager, unit]])
    await chain.act(deployer, manager, 'give', ann, 7n)
    expect((await flows()).map(([account, kind]) => [account, kind])).toEqual([[manager, 'given'], [ann, 'received']])
    expect(book.holdings().map(({ account, liquidity }) => [account, liquidity])).toEqual([[ann, unit]])
    await chain.act(ann, manager, 'burn', 7n, ann)
    expect((await flows()).map(([account, kind]) => [account, kind])).toEqual([[ann, 'withdrawal']])
    expect(book.holdings()).toEqual([])
    expect(book.ownersOf(manager, 10n)).toEqual([{ account: manager, part: 10n }, { account: ann, part: 0n }])
    expect(book.ownersOf(ann, 10n)).toBeNull()
  })
})

it('through NFTs it is the same: deposits, a new NFT at each rebalance, fees when they are collected, and payouts', async () => {
  await follow('NftManager', chain.manager)
  const anns = await spent(ann, () => chain.act(ann, manager, 'mint', 30n * unit, 30n * unit, ann))
  const bobs = await spent(bob, () => chain.act(bob, manager, 'mint', 10n * unit, 10n * unit, bob))
  expect(await flows()).toEqual([[ann, 'deposit', anns, anns, false], [bob, 'deposit', bobs, bobs, false]])
  await trade()
  const liquidity = (await chain.ask(manager, 'liquidity')) as bigint
  const supply = (await chain.ask(manager, 'totalSupply')) as bigint
  await flows()
  for (const account of [ann, bob]) {
    const shares = (await chain.ask(manager, 'balanceOf', account)) as bigint
    expect([0n, 1n]).toContain(holdingOf(account)!.liquidity - (shares * liquidity) / supply)
    near(holdingOf(account)!.principal, await chain.gain(account, () => chain.act(account, manager, 'burn', shares, account)), 2n)
  }
  const owed = addPair(holdingOf(ann)!.owed, holdingOf(bob)!.owed)
  await chain.act(deployer, manager, 'rebalance', -1200, 1200)
  const told = await flows()
  expect(told.filter(([, kind]) => kind === 'fees').map(([, , amounts]) => amounts as TokenPair).reduce(addPair)).toEqual(owed)
  // It puts in all that it has, fees too: what is more than it took out is everybody's deposit, or what it could not put in everybody's withdrawal.
  expect(new Set(told.map(([, kind, , , passive]) => `${kind} ${passive}`)).size).toBe(2)
  expect(book.holdings().map(({ account, positions }) => [account, positions])).toEqual([[ann, 1], [bob, 1]])
})

it('are named by a word, several under others behind a point', () => {
  expect(toShareManagers({ positionManager: ann, shareManager: bob, 'shareManager.gUni': carl, shareManagerOf: ann })).toEqual([bob, carl])
})

const kinds = ['fees', 'deposit', 'withdrawal']
const order = ([account, kind]: readonly unknown[]) => kinds.indexOf(kind as string) * 10 + (account === ann ? 0 : 1)
