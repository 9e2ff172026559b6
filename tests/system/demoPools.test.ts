import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadPoolDays } from '@/db/poolDays'
import { loadPools } from '@/db/pools'
import { saveProtocol } from '@/db/protocols'
import { loadProviderResults } from '@/db/providerResults'
import { openChainReader } from '@/lib/chain/reader'
import type { DemoChain } from '@/lib/demo/openDemoChain'
import { readLiquidity } from '@/lib/pipeline/liquidity/readLiquidity'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { openPlayedStory, shortStory } from '@/tests/playedStory'

let demo: DemoChain
let server: OpenTestDatabase

beforeAll(async () => {
  demo = await openPlayedStory(shortStory)
  server = await openTestDatabase()
}, 600_000)
afterAll(async () => {
  await server?.close()
  await demo?.stop()
})

it('every pool of the demo’s three protocols is read, and what must add up does', async () => {
  const { database } = server
  const reader = await openChainReader({ chainId: demo.protocols[0]!.token.chainId, urls: [demo.url] })
  for (const [position, definition] of demo.protocols.entries()) {
    const protocol = await saveProtocol(database, definition, position)
    const { finalized: { number } } = await syncProtocol({ protocol, reader, database })
    const { said, failures } = await readLiquidity({ protocol, reader, database }, { isInterrupted: () => false })
    expect(failures).toEqual([])
    const pools = await loadPools(database, protocol.slug)
    // Each has a pair; Demo Swap's token is traded in a v3 pool as well.
    expect(pools.map(({ facts }) => facts.source).sort()).toEqual(['uniswapV2Pair', ...(protocol.slug === 'demo-swap' ? ['uniswapV3Pool'] : [])])
    expect(said).toHaveLength(pools.length)
    for (const { id, facts, reading } of pools) {
      const { state, block, gaps, marks } = reading!
      expect([block.number, gaps]).toEqual([number, []])
      // Every pool is told in wrapped ether: one for one in ether, and in dollars by the dollar pool.
      expect(facts.tokens[facts.quote].address).toBe(definition.money!.wrappedEther)
      expect(marks.ether!.values[facts.quote]).toBe(2n ** 128n)
      expect(marks.dollar!.path).toEqual([facts.address, definition.money!.dollarPool!.address])
      const results = await loadProviderResults(database, id)
      expect(results.length).toBeGreaterThan(3)
      expect(results.every(({ gasWei, money }) => gasWei !== null && Object.values(money).every((one) => one !== null))).toBe(true)
      for (const token of [0, 1] as const) {
        const earned = results.reduce((sum, { feesPaid, feesOwed }) => sum + feesPaid[token] + feesOwed[token], 0n)
        expect(earned + state.protocolFees[token] + state.unownedFees[token]).toBe(state.fees[token])
      }
      const days = await loadPoolDays(database, id)
      expect(days.length).toBeGreaterThan(100)
      expect(days.every(({ day }, place) => place === 0 || Date.parse(day) - Date.parse(days[place - 1]!.day) === 86_400_000)).toBe(true)
    }
  }
}, 600_000)
