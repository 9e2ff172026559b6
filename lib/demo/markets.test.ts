import { toEventSelector } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { logSchema, type Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import { openPlayedStory, shortStory } from '@/tests/playedStory'
import { toCast } from './cast'
import type { DemoChain } from './openDemoChain'
import { openRpc } from './rpc'

let demo: DemoChain

beforeAll(async () => {
  demo = await openPlayedStory(shortStory)
}, 600_000)
afterAll(async () => {
  await demo?.stop()
})

async function readLogs(address: Address, event: string): Promise<Log[]> {
  const filter = { address, topics: [toEventSelector(event)], fromBlock: '0x0', toBlock: 'latest' }
  return z.array(logSchema).parse(await openRpc(demo.url).call('eth_getLogs', filter))
}
const word = ({ data }: Log, place: number) => BigInt(`0x${data.slice(2 + 64 * place, 66 + 64 * place)}`)
const wrapperOf = (slug: string, name: RegExp) => demo.protocols.find((one) => one.slug === slug)!.wrappers.find((one) => name.test(one.name))!
const swap = 'Swap(address,address,int256,int256,uint160,uint128,int24)'

test('an ether costs 1,600 dollars at first, and 260 days later what the line to 3,500 says', async () => {
  const { dollarPool, dollars, wrappedEther } = demo.protocols[0]!.money
  expect(demo.protocols.every(({ money }) => JSON.stringify(money) === JSON.stringify(demo.protocols[0]!.money))).toBe(true)
  const swaps = await readLogs(dollarPool!.address, swap)
  const prices = swaps.map((log) => {
    const price = (Number(word(log, 2)) / 2 ** 96) ** 2
    return dollars[0]! < wrappedEther! ? 1e12 / price : price * 1e12
  })
  // 1,600 and 3,500 lie 427 days apart, 13 January 2023 and 15 March 2024. Day 16 is the fourth of them, day 256 the 244th: 1,617.8 and 2,685.7;
  // each give or take 3 %.
  expect(prices).toHaveLength(61)
  expect(Math.abs(prices[0]! / 1617.8 - 1)).toBeLessThan(0.0301)
  expect(Math.abs(prices.at(-1)! / 2685.7 - 1)).toBeLessThan(0.0301)
})

test('somebody provides for a single swap, in the same block, every three weeks', async () => {
  const { address } = wrapperOf('demo-swap', /v3 pool/)
  const mints = await readLogs(address, 'Mint(address,address,int24,int24,uint128,uint256,uint256)')
  const burns = await readLogs(address, 'Burn(address,int24,int24,uint128,uint256,uint256)')
  const swaps = await readLogs(address, swap)
  const moments = mints.flatMap((mint) => burns.filter((burn) => burn.blockNumber === mint.blockNumber && burn.topics.join() === mint.topics.join().replace(mint.topics[0]!, burn.topics[0]!)).map((burn) => [mint, burn] as const))
  // Days 55, 76, … 244: 42 days after the launch, which is day 13, and then every 21 days.
  expect(moments).toHaveLength(10)
  for (const [mint, burn] of moments) expect(swaps.filter(({ blockNumber, logIndex }) => blockNumber === mint.blockNumber && mint.logIndex < logIndex && logIndex < burn.logIndex)).toHaveLength(1)
})

test('a position is handed to the heir, and the protocol takes a sixth of the fees', async () => {
  const { address, contracts } = wrapperOf('demo-swap', /v3 pool/)
  const given = (await readLogs(contracts.positionManager!, 'Transfer(address,address,uint256)')).filter(({ topics }) => BigInt(topics[1]!) !== 0n)
  expect(given.map(({ topics }) => `0x${topics[2]!.slice(26)}`)).toEqual([toCast(shortStory.seed, shortStory.people).heir])
  const settings = await readLogs(address, 'SetFeeProtocol(uint8,uint8,uint8,uint8)')
  expect(settings.map((log) => [2, 3].map((place) => word(log, place)))).toEqual([[6n, 6n]])
})

test('loans that are not covered any more are liquidated, and no call to the market was refused', async () => {
  const [market, dollarMarket] = [wrapperOf('demo-lend', /market of COMP/), wrapperOf('demo-lend', /market of DUSD/)]
  const liquidations = await readLogs(dollarMarket.address, 'LiquidateBorrow(address,address,uint256,address,uint256)')
  expect(liquidations.length).toBeGreaterThan(0)
  const { borrowers, liquidator } = toCast(shortStory.seed, shortStory.people)
  for (const log of liquidations) {
    expect(word(log, 0)).toBe(BigInt(liquidator))
    expect(borrowers.map(BigInt)).toContain(word(log, 1))
    expect(word(log, 3)).toBe(BigInt(market.address))
  }
  // Compound answers with a number where it refuses, and logs it.
  for (const address of [market.address, dollarMarket.address, market.contracts.comptroller!]) expect(await readLogs(address, 'Failure(uint256,uint256,uint256)')).toEqual([])
})
