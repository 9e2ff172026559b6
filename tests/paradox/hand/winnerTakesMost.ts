import { toEventSelector } from 'viem'
import { toHhi } from '../balances'
import type { PlainChain } from '../chainLogs'
import type { PlainToken, Told } from '../plainStory'
import type { DayPrice } from '../prices'

const swap = toEventSelector('Swap(address,uint256,uint256,uint256,uint256,address)')
const cast: readonly string[] = [toEventSelector('VoteCast(address,uint256,uint8,uint256,string)'), toEventSelector('VoteCast(address,uint256,bool,uint256)')]
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** Of each protocol and month: ether in its pair, what was swapped there (fees are the same part of it everywhere), owners, votes cast. */
async function readMonths(chain: PlainChain, { protocol, months }: PlainToken, prices: ReadonlyMap<number, DayPrice>, wrappedEther: string): Promise<number[][]> {
  const isFirst = BigInt(protocol.token.address) < BigInt(wrappedEther)
  const swaps = await chain.logs({ address: protocol.pools[0]!.lpToken.address, topic: swap })
  const votes = (await Promise.all(protocol.governance.governors.map(({ address }) => chain.logs({ address })))).flat().filter(({ topics }) => cast.includes(topics[0]!))
  const traded = (words: readonly bigint[]) => (Number(words[isFirst ? 1 : 0]!) + Number(words[isFirst ? 3 : 2]!)) / 1e18
  return months.map(({ end, block, owned }, place) => {
    const from = months[place - 1]?.block ?? 0
    const within = (log: { block: number }) => log.block > from && log.block <= block
    return [prices.get(end / 86_400 - 1)?.reserve ?? 0, sum(swaps.filter(within).map(({ words }) => traded(words))), owned.size, votes.filter(within).length]
  })
}

/**
 * Of each measure the shares of the last twelve months: over half and twice the second, with an HHI no more than 0.01 below that of the first twelve months in which
 * all are there, is most; half or less is not. Two thirds of the four must say the same.
 */
export async function winnerTakesMost(chain: PlainChain, tokens: readonly PlainToken[], prices: readonly ReadonlyMap<number, DayPrice>[], wrappedEther: string): Promise<{ told: Told; leaders: number[]; changes: number[] }> {
  const all = await Promise.all(tokens.map((token, place) => readMonths(chain, token, prices[place]!, wrappedEther)))
  const length = Math.min(...all.map((one) => one.length))
  const said = [0, 1, 2, 3].map((measure) => {
    const over = (from: number, to?: number) => {
      const sums = all.map((one) => sum(one.slice(-length).slice(from, to).map((month) => month[measure]!)))
      return sums.map((one) => one / sum(sums)).sort((one, other) => other - one)
    }
    const [first, last] = [over(0, 12), over(-12)]
    const told: Told = last[0]! <= 1 / 2 ? 'doesNotHold' : last[0]! >= 2 * last[1]! && toHhi(last) >= toHhi(first) - 0.01 ? 'holds' : 'mixed'
    return { told, leader: last[0]!, change: toHhi(last) - toHhi(first) }
  })
  const count = (told: Told) => said.filter((one) => one.told === told).length
  const told = count('holds') * 3 >= said.length * 2 ? 'holds' : count('doesNotHold') * 3 >= said.length * 2 ? 'doesNotHold' : 'mixed'
  return { told, leaders: said.map(({ leader }) => leader), changes: said.map(({ change }) => change) }
}
