import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { logSchema, type Log } from '@/lib/chain/log'
import { findPoolSource } from '@/lib/sources/pools/registry'
import { ask } from './cashOut'
import { minus, none, plus, type Pair, type Happening } from './happenings'
import { abis, type loadReckoned, type readIndependently, type Story } from './openStory'

/** What Lorenz says of a pool, and what receipts and contracts tell of it. */
export interface Compared {
  story: Story
  said: Awaited<ReturnType<typeof loadReckoned>>
  told: Awaited<ReturnType<typeof readIndependently>>
}

/** Tests that nothing is lost or made up in a pool, at the end of every day. */
export function conserves(slug: string, source: string, compared: () => Compared): void {
  let story: Story
  let said: Compared['said']
  let told: Compared['told']
  let ends: DayEnd[]
  beforeAll(async () => {
    ;({ story, said, told } = compared())
    ends = await foldDays(story.protocols.find((one) => one.slug === slug)!.wrappers.filter(({ assets }) => assets.includes(told.pool)))
  })

  interface DayEnd {
    lastBlock: number
    liquidity: bigint
    state: { liquidity: bigint; fees: Pair; protocolFees: Pair; unownedFees: Pair }
    /** Of all providers: paid out so far, and owed */
    fees: Pair
    providers: number
  }

  /** The pool's book, asked at each day's end. */
  async function foldDays(stakings: Parameters<NonNullable<ReturnType<typeof findPoolSource>>['open']>[1]): Promise<DayEnd[]> {
    const family = findPoolSource(source)!
    const logs: Log[] = []
    for (const { address, topics } of family.logs(said.facts, stakings))
      logs.push(...z.array(logSchema).parse(await story.rpc.call('eth_getLogs', { address, topics: [topics], fromBlock: '0x0', toBlock: 'latest' })))
    logs.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
    const book = family.open(said.facts, stakings)
    const found: DayEnd[] = []
    let [paid, next] = [none, 0]
    for (const [, lastBlock] of story.days.blocks.values()) {
      const from = next
      while (next < logs.length && logs[next]!.blockNumber <= lastBlock) next += 1
      book.add(logs.slice(from, next))
      paid = book.takeFlows().filter(({ kind }) => kind === 'fees').reduce((sum, { amounts }) => plus(sum, amounts), paid)
      const holdings = book.holdings()
      const owed = holdings.reduce((sum, holding) => plus(sum, holding.owed), none)
      const liquidity = holdings.reduce((sum, holding) => sum + holding.liquidity, 0n)
      if (next > 0) found.push({ lastBlock, liquidity, state: book.state(lastBlock), fees: plus(paid, owed), providers: holdings.length })
    }
    return found
  }

  it('has at every day’s end the liquidity that its providers have', () => {
    for (const { lastBlock, liquidity, state, providers } of ends) {
      const inUse = toLiquidity(told.happenings, lastBlock)
      if (source === 'uniswapV3Pool') expect([lastBlock, liquidity, state.liquidity]).toEqual([lastBlock, inUse, inUse])
      else {
        // √(reserve0 · reserve1), of which the 1,000 shares locked for ever are a part; each provider's part is rounded down.
        const own = (state.liquidity * inUse) / (inUse + 1000n)
        expect([lastBlock, own - liquidity >= -1n && own - liquidity <= BigInt(providers) + 1n]).toEqual([lastBlock, true])
      }
    }
    expect(ends.length).toBeGreaterThan(150)
  })

  it('has at every day’s end no fees but those of swaps, and each is somebody’s', () => {
    let counted = 0
    for (const { lastBlock, state, fees } of ends) {
      expect([lastBlock, plus(plus(fees, state.protocolFees), state.unownedFees)]).toEqual([lastBlock, state.fees])
      const { volume, swaps } = toVolume(told.happenings, lastBlock)
      // 0.3 %: v2 rounds each swap's down, v3 up at each step of a swap; a swap of the story takes at most ten.
      const off = minus(state.fees, [(volume[0] * 3n) / 1000n, (volume[1] * 3n) / 1000n])
      for (const difference of off) expect([lastBlock, difference >= -BigInt(swaps) && difference <= BigInt(10 * swaps)]).toEqual([lastBlock, true])
      // What belongs to nobody is what is rounded off, beside the 1,000 shares.
      for (const unowned of state.unownedFees) expect([lastBlock, unowned >= 0n && unowned <= BigInt(100 * (swaps + 100))]).toEqual([lastBlock, true])
      counted = swaps
    }
    expect(counted).toBeGreaterThan(50)
  })

  it('keeps at its last block what providers are said to have', async () => {
    const { reading, results } = said
    const { state } = reading!
    const fees = results.reduce((sum, { feesPaid, feesOwed }) => plus(sum, plus(feesPaid, feesOwed)), none)
    expect(plus(plus(fees, state.protocolFees), state.unownedFees)).toEqual(state.fees)
    const liquidity = results.reduce((sum, one) => sum + one.liquidity, 0n)
    if (source === 'uniswapV3Pool') {
      expect(liquidity).toBe(await ask(story.rpc, told.pool, abis.pool, 'liquidity'))
      const [token0, token1] = (await ask(story.rpc, told.pool, abis.pool, 'protocolFees')) as Pair
      // What was paid out to the protocol meanwhile is what moved; one unit of each token stays in the contract, so that its slot is never empty.
      expect(minus(state.protocolFees, toProtocolPayouts(told.happenings))).toEqual([token0, token1])
      const bot = [...told.providers].filter(([, { deeds }]) => deeds.filter(({ kind }) => kind === 'deposit').length > 5 && deeds.every(({ blockNumber }, _, all) => all.filter((deed) => deed.blockNumber === blockNumber).length === 3))
      expect(bot).toHaveLength(1)
      expect(state.justInTimeFees).toEqual(results.find(({ account }) => account === bot[0]![0])!.feesPaid)
    } else expect(state.protocolFees).toEqual(none)
  })
}

/** Shares that somebody owns, or liquidity in use at the price, after a block: by hand from what the pool says. */
function toLiquidity(happenings: readonly Happening[], lastBlock: number): bigint {
  const changes: { lower: number; upper: number; by: bigint }[] = []
  let [tick, shares] = [0, 0n]
  for (const { blockNumber, events } of happenings) {
    if (blockNumber > lastBlock) break
    for (const { name, args } of events) {
      const { tickLower, tickUpper, amount, from, to, value } = args as unknown as { tickLower: number; tickUpper: number; amount: bigint; from: string; to: string; value: bigint }
      if (name === 'Swap' || name === 'Initialize') tick = Number((args as { tick?: number }).tick ?? 0)
      else if (tickLower !== undefined && (name === 'Mint' || name === 'Burn')) changes.push({ lower: tickLower, upper: tickUpper, by: name === 'Mint' ? amount : -amount })
      else if (name === 'Transfer' && BigInt(from ?? 1) === 0n && BigInt(to ?? 0) !== 0n) shares += value ?? 0n
      else if (name === 'Transfer' && BigInt(to ?? 1) === 0n && BigInt(from ?? 0) !== 0n) shares -= value ?? 0n
    }
  }
  return changes.length > 0 ? changes.filter(({ lower, upper }) => lower <= tick && tick < upper).reduce((sum, { by }) => sum + by, 0n) : shares
}

/** What swaps paid in up to a block. */
function toVolume(happenings: readonly Happening[], lastBlock: number): { volume: Pair; swaps: number } {
  let [volume, swaps] = [none, 0]
  for (const { blockNumber, events } of happenings)
    for (const { name, args } of events) {
      if (blockNumber > lastBlock || name !== 'Swap') continue
      const { amount0, amount1, amount0In, amount1In } = args as unknown as Record<'amount0' | 'amount1' | 'amount0In' | 'amount1In', bigint | undefined>
      const [in0, in1] = [amount0In ?? amount0!, amount1In ?? amount1!]
      volume = plus(volume, [in0 > 0n ? in0 : 0n, in1 > 0n ? in1 : 0n])
      swaps += 1
    }
  return { volume, swaps }
}

const toProtocolPayouts = (happenings: readonly Happening[]): Pair =>
  happenings.filter(({ events }) => events.some(({ name }) => name === 'CollectProtocol')).reduce((sum, { paidOut }) => plus(sum, paidOut), none)
