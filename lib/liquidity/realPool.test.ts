import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPoolChain, type PoolChain } from '../../tests/poolChain'
import { deployer, toAccount } from '../../tests/tokenChain'
import type { Address } from '../domain/address'
import { positionAmounts } from './positionAmounts'
import { maxTick, minTick, sqrtPriceAtTick } from './sqrtPriceAtTick'

/** The arithmetic of this room beside the contract that it copies, on a real chain. */
let chain: PoolChain
let pool: Address

beforeAll(async () => {
  chain = await startPoolChain()
  pool = await chain.createPool(3000)
})
afterAll(() => chain?.stop())

const tickOf = async () => ((await chain.ask(pool, 'slot0')) as [bigint, number])[1]
const tickAt = (sqrtPrice: bigint) =>
  chain.tryOut(async () => {
    await chain.act(deployer, pool, 'initialize', sqrtPrice)
    return tickOf()
  })

// Each bit of a tick has a factor of its own, so each is met once alone, and all at once.
const ticks = [0, 1, 2, 5, 60, 12_345, 443_636, 524_288, 524_287, 887_271, ...Array.from({ length: 20 }, (_, place) => 2 ** place)]

it('a tick’s price is the lowest that the pool takes for this tick, to the bit', async () => {
  for (const tick of [...ticks, ...ticks.filter((each) => each > 0).map((each) => -each)]) {
    expect(await tickAt(sqrtPriceAtTick(tick))).toBe(tick)
    expect(await tickAt(sqrtPriceAtTick(tick) - 1n)).toBe(tick - 1)
  }
})

it('the lowest price is taken, nothing below it, and the highest not any more', async () => {
  expect(await tickAt(sqrtPriceAtTick(minTick))).toBe(minTick)
  await expect(tickAt(sqrtPriceAtTick(minTick) - 1n)).rejects.toThrow()
  expect(await tickAt(sqrtPriceAtTick(maxTick) - 1n)).toBe(maxTick - 1)
  await expect(tickAt(sqrtPriceAtTick(maxTick))).rejects.toThrow()
})

it('a position’s amounts are what mint takes and what burn pays, below, inside and above its range', async () => {
  const owner = toAccount(1)
  let seed = 7
  const met = new Set<string>()
  const below = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit
  for (let attempt = 0; attempt < 40; attempt++) {
    const tick = below(60_000) - 30_000
    // Somewhere between this tick's price and the next one's, which is at least 10²³ higher here.
    const price = { sqrtPrice: sqrtPriceAtTick(tick) + BigInt(below(1000)) ** 6n, tick }
    const tickLower = Math.floor((tick + below(6000) - 4000) / 60) * 60
    const range = { tickLower, tickUpper: tickLower + 60 * (1 + below(60)) }
    const liquidity = BigInt(1 + below(1_000_000_000)) * BigInt(1 + below(1_000_000_000))
    const [taken, paid] = await chain.tryOut(async () => {
      await chain.act(deployer, pool, 'initialize', price.sqrtPrice)
      expect(await tickOf()).toBe(tick)
      await chain.act(deployer, chain.direct, 'provide', pool, owner, range.tickLower, range.tickUpper, liquidity)
      const taken = await chain.balancesOf(pool)
      await chain.act(owner, pool, 'burn', range.tickLower, range.tickUpper, liquidity)
      await chain.act(owner, pool, 'collect', owner, range.tickLower, range.tickUpper, 2n ** 128n - 1n, 2n ** 128n - 1n)
      return [taken, await chain.balancesOf(owner)]
    })
    met.add(tick < range.tickLower ? 'below' : tick < range.tickUpper ? 'inside' : 'above')
    expect(positionAmounts({ ...range, liquidity }, price, 'up')).toEqual(taken)
    expect(positionAmounts({ ...range, liquidity }, price)).toEqual(paid)
  }
  expect([...met].sort()).toEqual(['above', 'below', 'inside'])
})
