import { toEventSelector } from 'viem'
import type { PlainChain } from './chainLogs'
import type { PlainToken } from './plainStory'

export interface DayPrice {
  /** Ether for a token, dollars for an ether, ether in the pair: after the day's last trade, or an earlier one's */
  ether: number
  dollars: number
  reserve: number
}

const [sync, swap] = [toEventSelector('Sync(uint112,uint112)'), toEventSelector('Swap(address,address,int256,int256,uint160,uint128,int24)')]
const daySeconds = 86_400

/** What a token was worth at the end of each day: by the reserves of its pair, and by the price of the dollar pool. By the day since 1970. */
export async function readPrices(chain: PlainChain, { protocol, months }: PlainToken, { wrappedEther, dollars, dollarPool }: { wrappedEther: string; dollars: readonly string[]; dollarPool: string }): Promise<Map<number, DayPrice>> {
  const isFirst = BigInt(protocol.token.address) < BigInt(wrappedEther)
  const [reserves, dollarSwaps] = [await chain.logs({ address: protocol.pools[0]!.lpToken.address, topic: sync }), await chain.logs({ address: dollarPool, topic: swap })]
  const told = [...reserves.map((log) => ({ ...log, of: 'pair' })), ...dollarSwaps.map((log) => ({ ...log, of: 'dollars' }))].sort((one, other) => one.block - other.block || one.place - other.place)
  const prices = new Map<number, DayPrice>()
  const dollarIsFirst = BigInt(dollars[0]!) < BigInt(wrappedEther)
  let now: DayPrice = { ether: 0, dollars: 1600, reserve: 0 }
  let day = 0
  for (const { of, block, words } of told) {
    const today = Math.floor((await chain.timeOf(block)) / daySeconds)
    for (; day !== 0 && day < today; day++) prices.set(day, now)
    day = today
    if (of === 'pair') {
      const [tokens, ether] = (isFirst ? [words[0]!, words[1]!] : [words[1]!, words[0]!]).map((amount) => Number(amount) / 1e18) as [number, number]
      now = { ...now, ether: ether / tokens, reserve: ether }
    } else {
      const ratio = (Number(words[2]!) / 2 ** 96) ** 2
      now = { ...now, dollars: dollarIsFirst ? 1e12 / ratio : ratio * 1e12 }
    }
  }
  for (const last = months.at(-1)!.end / daySeconds; day < last; day++) prices.set(day, now)
  return prices
}
