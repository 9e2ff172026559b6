import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startReplayChain, type ReplayChain } from '../../../tests/replayChain'
import { deployer, toAccount } from '../../../tests/tokenChain'
import type { Address } from '../../domain/address'
import type { TokenPair } from '../../domain/pool'
import { positionAmounts } from '../../liquidity/positionAmounts'
import { maxTick, minTick, sqrtPriceAtTick } from '../../liquidity/sqrtPriceAtTick'
import { addPair, noTokens, subtractPair } from '../../liquidity/tokenPair'
import { toPoolEvent } from '../uniswapV3Logs'
import { uniswapV3Pool } from './uniswapV3Pool'

const [ann, bob, eve] = [toAccount(1), toAccount(2), toAccount(3)]
const unit = 10n ** 18n
const [lowest, highest] = [sqrtPriceAtTick(minTick) + 1n, sqrtPriceAtTick(maxTick) - 1n]
let chain: ReplayChain
let start: unknown

beforeAll(async () => {
  chain = await startReplayChain()
  for (const account of [ann, bob, eve]) await chain.fund(account, 10n ** 24n)
})
afterAll(() => chain?.stop())
beforeEach(async () => void (start = await chain.rpc.call('evm_snapshot')))
afterEach(() => chain.rpc.call('evm_revert', start))

const openBook = async (pool: Address, quote: 0 | 1 = 1) => {
  const facts = await uniswapV3Pool.readFacts(chain.toPlace(pool), chain.reader, Number(await chain.rpc.call('eth_blockNumber')))
  const book = uniswapV3Pool.open({ ...facts, quote }, [])
  let next = 0
  return {
    book,
    /** What happened since the last call, as account, kind, amounts and basis */
    flows: async () => {
      book.add(await chain.readLogs(pool, next))
      next = Number(await chain.rpc.call('eth_blockNumber')) + 1
      return book.takeFlows().map(({ account, kind, amounts, basis }) => [account, kind, amounts, basis])
    },
  }
}
const half = ([a, b]: TokenPair): TokenPair => [a / 2n, b / 2n]
const spent = async (account: Address, attempt: () => Promise<unknown>) => {
  const before = await chain.balancesOf(account)
  await attempt()
  return subtractPair(before, await chain.balancesOf(account))
}
const trade = async (pool: Address, amount = unit) => {
  await chain.trade(pool, true, amount, lowest)
  await chain.trade(pool, false, amount, highest)
}

describe('flows of an NFT', () => {
  it('are what its owner paid, was owed, and fetched: what was taken out before fees; a hand-over leaves fees to the giver', async () => {
    const pool = await chain.openPool()
    const { book, flows } = await openBook(pool)
    let tokenId = 0n
    const deposit = await spent(ann, async () => void (tokenId = await chain.open(ann, 3000, [-600, 600], 10n * unit)))
    expect(await flows()).toEqual([[ann, 'deposit', deposit, deposit]])

    await trade(pool)
    expect(await flows()).toEqual([])
    const liquidity = ((await chain.ask(chain.manager, 'positions', tokenId)) as bigint[])[7]!
    const firstFees = await chain.gain(ann, () => chain.collect(ann, tokenId))
    expect(book.holdings()).toMatchObject([{ account: ann, positions: 1, inRange: 1, liquidity, owed: firstFees, basis: deposit }])
    const both = await chain.gain(ann, async () => {
      await chain.decrease(ann, tokenId, liquidity / 2n)
      await chain.collect(ann, tokenId)
    })
    await chain.decrease(ann, tokenId, liquidity / 2n)
    const withdrawal = subtractPair(both, firstFees)
    // Of L/2 rounded down: of an odd L, a little less than half of what was paid in ends with it.
    const ended = deposit.map((amount) => (amount * (liquidity / 2n)) / liquidity) as [bigint, bigint]
    expect(await flows()).toEqual([[ann, 'withdrawal', withdrawal, ended]])
    expect(book.holdings()).toMatchObject([{ account: ann, owed: firstFees, basis: subtractPair(deposit, ended) }])

    // A part of what was taken out: no fees. Then the rest of it, and of fees all but 5 and 7 units.
    await chain.collect(ann, tokenId, half(withdrawal) as [bigint, bigint])
    expect(await flows()).toEqual([])
    const most = subtractPair(subtractPair(both, half(withdrawal)), [5n, 7n])
    await chain.collect(ann, tokenId, most as [bigint, bigint])
    expect(await flows()).toEqual([[ann, 'fees', subtractPair(firstFees, [5n, 7n]), noTokens]])

    await trade(pool)
    const secondFees = await chain.gain(ann, () => chain.collect(ann, tokenId))
    const worth = await chain.cashOut(ann, tokenId)
    await chain.act(ann, chain.manager, 'transferFrom', ann, bob, tokenId)
    expect(await flows()).toEqual([
      [ann, 'fees', secondFees, noTokens],
      [ann, 'given', worth, subtractPair(deposit, ended)],
      [bob, 'received', worth, worth],
      [bob, 'withdrawal', secondFees, secondFees],
    ])
    expect(book.holdings()).toMatchObject([
      { account: bob, positions: 1, owed: noTokens, principal: subtractPair(worth, secondFees), basis: subtractPair(worth, secondFees) },
      { account: ann, positions: 0, owed: noTokens, basis: noTokens },
    ])
    // Bob fetches Ann's fees: no fees of his. What comes later is.
    await chain.collect(bob, tokenId)
    expect(await flows()).toEqual([])
    await trade(pool)
    const bobs = await spent(bob, () => chain.collect(bob, tokenId))
    expect(await flows()).toEqual([[bob, 'fees', subtractPair(noTokens, bobs), noTokens]])
  })

  it('end with the NFT, and one that goes to its owner goes nowhere', async () => {
    const pool = await chain.openPool()
    const { book, flows } = await openBook(pool)
    const tokenId = await chain.open(ann, 3000, [-600, 600], unit)
    await chain.act(ann, chain.manager, 'transferFrom', ann, ann, tokenId)
    const liquidity = ((await chain.ask(chain.manager, 'positions', tokenId)) as bigint[])[7]!
    await chain.decrease(ann, tokenId, liquidity)
    await chain.collect(ann, tokenId)
    await chain.act(ann, chain.manager, 'burn', tokenId)
    expect((await flows()).map(([account, kind]) => [account, kind])).toEqual([
      [ann, 'deposit'],
      [ann, 'withdrawal'],
    ])
    expect([book.holdings(), book.ranges(), book.weights()]).toEqual([[], [], []])
  })
})

it('of two NFTs of one range the last to be paid gets what the pool has left: it rounds for both together', async () => {
  const pool = await chain.openPool()
  const { book } = await openBook(pool)
  const first = await chain.open(ann, 3000, [-600, 600], 3n * unit)
  const second = await chain.open(bob, 3000, [-600, 600], 5n * unit)
  for (let times = 0; times < 5; times++) {
    await chain.trade(pool, true, 10n ** 15n + BigInt(times), lowest)
    await chain.collect(ann, first)
  }
  const liquidity = ((await chain.ask(chain.manager, 'positions', second)) as bigint[])[7]!
  await chain.act(bob, chain.manager, 'transferFrom', bob, eve, second)
  book.add(await chain.readLogs(pool, 0))
  // By its own reckoning in one go, the NFT is owed the fees of its liquidity at the growth of the whole time: more than the pool can pay it.
  const growth = (await chain.ask(pool, 'feeGrowthGlobal0X128')) as bigint
  const byItself = (liquidity * growth) >> 128n
  const fees = book.takeFlows().filter(({ account, kind }) => account === bob && kind === 'fees').map(({ amounts }) => amounts)
  expect(fees).toEqual([await chain.gain(eve, () => chain.collect(eve, second))])
  expect(byItself - fees[0]![0]).toBeGreaterThan(0n)
})

it('liquidity that came and went within one block: its fees are those of its owner, and are told apart; over two blocks they are not', async () => {
  const pool = await chain.openPool()
  const { book } = await openBook(pool)
  await chain.open(ann, 3000, [-600, 600], unit)
  await chain.act(deployer, chain.direct, 'sandwich', pool, -60, 60, 1000n * unit, true, unit, lowest)
  await chain.act(deployer, chain.direct, 'provide', pool, bob, -60, 60, 1000n * unit)
  await trade(pool)
  await chain.act(bob, pool, 'burn', -60, 60, 1000n * unit)
  const logs = await chain.readLogs(pool, 0)
  book.add(logs)
  const events = logs.flatMap((log) => toPoolEvent(log, { pool, manager: null }) ?? [])
  const of = (kind: 'burn' | 'collect') => events.flatMap((event) => (event.kind === kind && event.owner === chain.direct ? [event.amounts] : [])).reduce(addPair, noTokens)
  const fees = subtractPair(of('collect'), of('burn'))
  expect(fees[0]).toBeGreaterThan(0n)
  expect(book.state(1).justInTimeFees).toEqual(fees)
  expect(book.takeFlows().find(({ account, kind }) => account === chain.direct && kind === 'fees')?.amounts).toEqual(fees)
})

it('fees of liquidity under the manager’s own name are nobody’s, and it is in no provider’s holding', async () => {
  const pool = await chain.openPool()
  const { book } = await openBook(pool)
  await chain.act(deployer, chain.direct, 'provide', pool, ann, -600, 600, unit)
  await chain.act(deployer, chain.direct, 'provide', pool, chain.manager, -600, 600, unit)
  await chain.trade(pool, true, 10n ** 15n, lowest)
  book.add(await chain.readLogs(pool, 0))
  // 0.3 % of 10¹⁵ is 3 · 10¹², of which both have one half; what is half a unit is rounded down to Ann.
  expect(book.state(1)).toMatchObject({ fees: [3n * 10n ** 12n, 0n], volume: [10n ** 15n, 0n], liquidity: 2n * unit })
  const [holding] = book.holdings()
  expect([book.holdings().length, holding?.account, holding!.owed[0] + book.state(1).unownedFees[0]]).toEqual([1, ann, 3n * 10n ** 12n])
  expect(Number(holding!.owed[0])).toBeCloseTo(1.5e12, -1)
  expect(book.ranges().map(({ account, liquidity }) => [account, liquidity])).toEqual([[ann, unit], [chain.manager, unit]])
  expect(book.weights().map(({ account, inRange }) => [account, inRange])).toEqual([[ann, 1e18]])
})

describe.each([0, 1] as const)('told in token%i', (quote) => {
  it('loss versus rebalancing is what each swap took from what was held before it, at the price after it', async () => {
    const pool = await chain.openPool()
    const { book, flows } = await openBook(pool, quote)
    const ranges = [[-60, 60], [-600, 600], [120, 300], [-300, -120]] as const
    const owners = ranges.map((_, place) => toAccount(10 + place))
    for (const [place, range] of ranges.entries()) await chain.act(deployer, chain.direct, 'provide', pool, owners[place], ...range, unit)
    const expected = ranges.map(() => 0)
    for (const [sells0, amount] of [[true, 10n ** 16n], [true, 10n ** 16n], [false, 5n * 10n ** 16n], [true, 10n ** 15n], [false, 10n ** 15n], [true, 5n * 10n ** 16n]] as const) {
      const slot = async () => (await chain.ask(pool, 'slot0')) as [bigint, number]
      const [before, tickBefore] = await slot()
      await chain.trade(pool, sells0, amount, sells0 ? lowest : highest)
      const [after, tickAfter] = await slot()
      const price = (Number(after) / 2 ** 96) ** 2
      for (const [place, [tickLower, tickUpper]] of ranges.entries()) {
        const at = (sqrtPrice: bigint, tick: number) => positionAmounts({ tickLower, tickUpper, liquidity: unit }, { sqrtPrice, tick }).map(Number) as [number, number]
        const [held, has] = [at(before, tickBefore), at(after, tickAfter)]
        const lost = (held[0] - has[0]) * price + (held[1] - has[1])
        expected[place]! += quote === 1 ? lost : lost / price
      }
    }
    await flows()
    const holdings = new Map(book.holdings().map((holding) => [holding.account, holding]))
    for (const [place, owner] of owners.entries()) {
      expect(expected[place]).toBeGreaterThan(1e11)
      expect(Number(holdings.get(owner)!.lossVersusRebalancing) / expected[place]!).toBeCloseTo(1, 6)
    }
    // Four deposits, and six swaps in at most five steps each, of which each rounds off less than one unit on either side.
    const { amounts } = book.state(1)
    const principal = [...holdings.values()].map((holding) => holding.principal).reduce(addPair, noTokens)
    for (const token of [0, 1] as const) {
      expect(amounts[token]).toBeGreaterThanOrEqual(principal[token])
      expect(amounts[token] - principal[token]).toBeLessThan(2n * (4n + 6n * 5n))
    }
    // Weights are the same as holdings, in doubles.
    const [sqrtPrice] = (await chain.ask(pool, 'slot0')) as [bigint]
    const price = (Number(sqrtPrice) / 2 ** 96) ** 2
    const weights = new Map(book.weights().map((weight) => [weight.account, weight]))
    for (const owner of owners) {
      const { principal, liquidity } = holdings.get(owner)!
      const value = quote === 1 ? Number(principal[0]) * price + Number(principal[1]) : Number(principal[0]) + Number(principal[1]) / price
      expect(weights.get(owner)!.value / value).toBeCloseTo(1, 9)
      expect(weights.get(owner)!.inRange).toBe(Number(liquidity))
    }
  })
})

it('logs that are missing are missed, by name of the next one that does not follow', async () => {
  const pool = await chain.openPool()
  const tokenId = await chain.open(ann, 3000, [-600, 600], unit)
  await chain.act(deployer, chain.direct, 'provide', pool, bob, -60, 60, unit)
  await chain.trade(pool, true, 10n ** 16n, lowest)
  await chain.trade(pool, false, 10n ** 16n, highest)
  await chain.act(bob, pool, 'burn', -60, 60, unit)
  await chain.trade(pool, false, 10n ** 15n, highest)
  await chain.collect(ann, tokenId)
  const logs = await chain.readLogs(pool, 0)
  // Initialize, Mint, Transfer and IncreaseLiquidity of the NFT, Mint, Swap, Swap, Burn, Swap, and Burn, Collect of the pool and of the manager.
  expect(logs).toHaveLength(12)
  for (const [absent, noticed] of [[0, 5], [1, 5], [4, 5], [5, 6], [7, 8], [10, 11]] as const) {
    const { book } = await openBook(pool)
    const { logIndex, blockNumber, address } = logs[noticed]!
    expect(() => book.add(logs.filter((_, place) => place !== absent))).toThrow(`log ${logIndex} of block ${blockNumber} of ${address} does not follow`)
  }
})
