import type { PlainChain } from '../chainLogs'
import type { PlainToken, Told } from '../plainStory'
import type { DayPrice } from '../prices'
import { earnedInPair } from './earnedInPair'
import { earnedInTicks } from './earnedInTicks'

/** Hand values are by prices at days' ends, and Lorenz's by their means: so much of all earnings may stand with others. */
const inexact = 0.003

/**
 * Providers of all pools together, by the sum of the most that each had in each. The largest tenth has half or more, the smaller half a tenth or less. Where
 * a share is that close to its border, `open` has every verdict that it may be.
 */
export async function profitsGather(chain: PlainChain, token: PlainToken, prices: ReadonlyMap<number, DayPrice>, wrappedEther: string): Promise<{ told: Told; open: Told[]; providers: number; large: number; small: number }> {
  const [pair, ticks] = [await earnedInPair(chain, token, prices, wrappedEther), await earnedInTicks(chain, token, prices, wrappedEther)]
  const all = [...new Set([...pair.keys(), ...ticks.keys()])].map((account) => {
    const parts = [pair.get(account), ticks.get(account)].flatMap((part) => part ?? [])
    return { size: sum(parts.map(({ size }) => size)), profit: sum(parts.map(({ profit }) => profit)) }
  })
  const order = all.sort((one, other) => one.size - other.size).map(({ profit }) => profit)
  const [large, small] = [sum(order.slice(Math.floor((9 * order.length) / 10))) / sum(order), sum(order.slice(0, Math.floor(order.length / 2))) / sum(order)]
  const tell = (large: number, small: number): Told => {
    const so = [large >= 1 / 2, small <= 1 / 10].filter(Boolean).length
    return order.length < 30 ? 'cannotBeTold' : so === 2 ? 'holds' : so === 1 ? 'mixed' : 'doesNotHold'
  }
  const open = [-inexact, inexact].flatMap((more) => [tell(large + more, small + more), tell(large + more, small - more)])
  return { told: tell(large, small), open, providers: order.length, large, small }
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
