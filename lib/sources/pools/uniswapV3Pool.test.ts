import { afterAll, beforeAll, expect, it } from 'vitest'
import { playPool, providers } from '../../../tests/playPool'
import { startReplayChain, type FollowedPool, type ReplayChain } from '../../../tests/replayChain'
import { deployer } from '../../../tests/tokenChain'
import { positionAmounts } from '../../liquidity/positionAmounts'
import { isInRange } from '../../liquidity/providerPosition'
import { poolState, providerHoldings, sharedFees } from '../../liquidity/providerReading'
import { maxTick, minTick, sqrtPriceAtTick } from '../../liquidity/sqrtPriceAtTick'
import { addPair, noTokens } from '../../liquidity/tokenPair'
import type { TokenPair } from '../../domain/pool'

let chain: ReplayChain

beforeAll(async () => {
  chain = await startReplayChain()
  for (const person of providers) await chain.fund(person, 10n ** 25n)
  await chain.act(deployer, chain.factory, 'enableFeeAmount', 100, 1)
})
afterAll(() => chain?.stop())

const sumOf = (pairs: readonly TokenPair[]) => pairs.reduce(addPair, noTokens)

/** Liquidity in use, and fees, are somebody's to the unit. */
function expectConserved({ book }: FollowedPool) {
  const { core } = book
  const used = [...book.positions.values()].filter((position) => isInRange(position, core.tick))
  expect(used.reduce((sum, { liquidity }) => sum + liquidity, 0n)).toBe(core.liquidity)
  const { fees, protocolFees, unownedFees, amounts } = poolState(book, 1)
  const provided = sumOf([book.feesPaid, ...providerHoldings(book).map(({ owed }) => owed)])
  expect(sumOf([provided, protocolFees, unownedFees])).toEqual(fees)
  // Reckoned for all together, less than one unit for each reckoning is not told apart.
  const together = sharedFees(book)
  for (const token of [0, 1] as const) {
    expect(unownedFees[token]).toBeGreaterThanOrEqual(0n)
    // What positions are worth, and what the pool rounded in its favour.
    const principal = sumOf([...book.positions.values()].map((position) => positionAmounts(position, { sqrtPrice: core.sqrtPrice!, tick: core.tick })))
    expect(amounts[token]).toBeGreaterThanOrEqual(principal[token])
    expect(together[token] - provided[token]).toBeGreaterThanOrEqual(0n)
    expect(together[token] - provided[token]).toBeLessThanOrEqual(2n * BigInt(book.positions.size))
  }
}

/** What the plays below came through: a test of chance that meets nothing tests nothing. */
const met = new Set<string>()
function meet({ book: { core, locked } }: FollowedPool) {
  const price = core.sqrtPrice!
  if (core.tick < -800_000) met.add('lowest prices')
  if (core.tick > 800_000) met.add('highest prices')
  if (core.ticks.get(core.tick) && core.ticks.sqrtPrice(core.tick) === price) met.add('ended on a tick in use, from below')
  if (core.ticks.get(core.tick + 1) && core.ticks.sqrtPrice(core.tick + 1) === price) met.add('ended on a tick in use, from above')
  if (core.feeProtocol[0] > 0n && core.feeProtocol[1] > 0n) met.add('protocol fee of both tokens')
  if (core.feeProtocol[0] === 0n && core.feeProtocol[1] === 0n && core.protocolEarned[0] > 0n) met.add('protocol fee switched off again')
  if (locked.some(({ liquidity }) => liquidity > 0n)) met.add('liquidity that nobody owns')
}

it.each([
  [100, 3000, 0],
  [500, 3147, 1],
  [3000, 3098, 0],
  [10_000, 3021, 1],
] as const)('chance in a pool with a fee of %i, from %i: all that the contracts keep, and what burn and collect pay, to the unit', async (feePpm, seed, quote) => {
  const start = await chain.rpc.call('evm_snapshot')
  let moments = 0
  const { followed, tried } = await playPool(chain, { feePpm, seed, moves: 250, quote }, async (played) => {
    expectConserved(played)
    meet(played)
    if (moments++ % 5 > 0) return
    const { said, replayed } = await played.compare()
    expect(replayed).toEqual(said)
  })
  const { said, replayed } = await followed.compare()
  expect(replayed).toEqual(said)
  const { paid, reckoned } = await followed.cashOuts()
  expect(reckoned).toEqual(paid)
  expectConserved(followed)
  expect(tried.swaps).toBeGreaterThan(50)
  await chain.rpc.call('evm_revert', start)
})

it('a price that ends on a tick, with nothing left, and with a unit that does not move it any more', async () => {
  const pool = await chain.openPool(3000)
  const followed = chain.follow(pool, 3000)
  const unit = 10n ** 18n
  for (const range of [[-6000, 6000], [-60, 60], [-240, -60], [60, 180]] as const) await chain.act(deployer, chain.direct, 'provide', pool, providers[0], ...range, unit)
  const expectSame = async () => {
    await followed.catchUp()
    const { said, replayed } = await followed.compare()
    expect(replayed).toEqual(said)
  }
  const priceNow = async () => ((await chain.ask(pool, 'slot0')) as [bigint])[0]
  for (const [sells0, tick] of [[true, -60], [false, -60], [true, -240], [false, -60], [false, 60], [true, 60], [false, 180], [true, -60], [true, -60]] as const) {
    const target = sqrtPriceAtTick(tick)
    const now = await priceNow()
    if (now === target) {
      // It stands on the tick already: a swap back crosses it without moving, and a unit does not move it either.
      await chain.trade(pool, sells0, 1n, sells0 ? sqrtPriceAtTick(minTick) + 1n : sqrtPriceAtTick(maxTick) - 1n)
      expect(await priceNow()).toBe(target)
      await expectSame()
      continue
    }
    const enough = await chain.tryOut(async () => {
      const before = await chain.balancesOf(pool)
      await chain.trade(pool, sells0, unit, target)
      return (await chain.balancesOf(pool))[sells0 ? 0 : 1] - before[sells0 ? 0 : 1]
    })
    // So much reaches the tick, and the unit above it is a fee of the liquidity behind it.
    await chain.trade(pool, sells0, enough + 1n, sells0 ? sqrtPriceAtTick(minTick) + 1n : sqrtPriceAtTick(maxTick) - 1n)
    expect(await priceNow()).toBe(target)
    await expectSame()
  }
})

it('chance has met all that is hard', () => {
  expect([...met].sort()).toEqual([
    'ended on a tick in use, from above',
    'ended on a tick in use, from below',
    'highest prices',
    'liquidity that nobody owns',
    'lowest prices',
    'protocol fee of both tokens',
    'protocol fee switched off again',
  ])
})
