import { toEventSelector } from 'viem'
import { toAccount, type PlainChain } from '../chainLogs'
import type { PlainToken } from '../plainStory'
import type { DayPrice } from '../prices'

const events = {
  transfer: toEventSelector('Transfer(address,address,uint256)'), swap: toEventSelector('Swap(address,uint256,uint256,uint256,uint256,address)'),
  sync: toEventSelector('Sync(uint112,uint112)'), paid: toEventSelector('RewardPaid(address,uint256)'),
}
/** earned(address) */
const earned = '0x008cc262'

/** What each provider has had in a pool at most at once, at what it cost, and what it has earned there: both in dollars of the day. */
export type Earned = ReadonlyMap<string, { size: number; profit: number }>

/**
 * In the pair: of what each swap pays, 0.3 % of what goes in, everybody gets the part that its shares, staked or not, are of all then; with the rewards
 * that the staking contract has paid and says that it owes.
 */
export async function earnedInPair(chain: PlainChain, { protocol }: PlainToken, prices: ReadonlyMap<number, DayPrice>, wrappedEther: string): Promise<Earned> {
  const pair = protocol.pools[0]!.lpToken.address
  const staking = protocol.wrappers.find(({ source }) => source === 'stakingRewards')!.address
  const isFirst = BigInt(protocol.token.address) < BigInt(wrappedEther)
  const logs = [...(await chain.logs({ address: pair })), ...(await chain.logs({ address: staking }))].sort((one, other) => one.block - other.block || one.place - other.place)
  const [shares, cost, size, profit] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const add = (to: Map<string, number>, account: string, amount: number) => void to.set(account, (to.get(account) ?? 0) + amount)
  const nobody = new Set([`0x${'0'.repeat(40)}`, pair, staking])
  let reserve = { tokens: 0, ether: 0 }
  let last = { ether: 0, dollars: 0, reserve: 0 }
  for (const { block, topics, words } of logs) {
    const [name] = topics
    last = prices.get(Math.floor((await chain.timeOf(block)) / 86_400)) ?? last
    const all = () => [...shares.values()].reduce((sum, share) => sum + share, 0)
    if (name === events.transfer) {
      const [from, to, amount] = [toAccount(topics[1]!), toAccount(topics[2]!), Number(words[0]!)]
      // Staked shares stay whose they are.
      if (from === staking || to === staking) continue
      // Both sides of the pool are worth the same; the first to come finds nothing there yet.
      const paidIn = all() > 0 ? (2 * reserve.ether * last.dollars * amount) / all() : null
      const moved = nobody.has(from) ? null : ((cost.get(from) ?? 0) * amount) / shares.get(from)!
      if (moved !== null) {
        add(cost, from, -moved)
        add(shares, from, -amount)
      }
      if (nobody.has(to)) continue
      add(shares, to, amount)
      add(cost, to, moved ?? paidIn ?? Infinity)
      size.set(to, Math.max(size.get(to) ?? 0, cost.get(to)!))
    } else if (name === events.paid) add(profit, toAccount(topics[1]!), (Number(words[0]!) / 1e18) * last.ether * last.dollars)
    else if (name === events.sync) {
      const [tokens, ether] = (isFirst ? [words[0]!, words[1]!] : [words[1]!, words[0]!]).map((amount) => Number(amount) / 1e18) as [number, number]
      reserve = { tokens, ether }
    } else if (name === events.swap) {
      const [tokensIn, etherIn] = (isFirst ? [words[0]!, words[1]!] : [words[1]!, words[0]!]).map((amount) => Number(amount) / 1e18) as [number, number]
      const [fee, whole] = [0.003 * (tokensIn * last.ether + etherIn) * last.dollars, all()]
      for (const [account, share] of shares) {
        if (share <= 0) continue
        add(profit, account, (fee * share) / whole)
      }
    }
  }
  for (const account of size.keys()) add(profit, account, (Number(await chain.call(staking, `${earned}${account.slice(2).padStart(64, '0')}`)) / 1e18) * last.ether * last.dollars)
  return new Map([...size].map(([account, most]) => [account, { size: most, profit: profit.get(account) ?? 0 }]))
}
