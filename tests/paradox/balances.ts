import { toAccount, type PlainChain, type PlainLog } from './chainLogs'

// keccak256 of Transfer(address,address,uint256)
const transfer = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'

export interface Move {
  block: number
  from: string
  to: string
  amount: bigint
}

const none = `0x${'0'.repeat(40)}`

/** Every transfer of a token, in order. */
export async function readMoves(chain: PlainChain, token: string): Promise<Move[]> {
  return (await chain.logs({ address: token, topic: transfer })).map(toMove)
}

const toMove = ({ block, topics, words }: PlainLog): Move => ({ block, from: toAccount(topics[1]!), to: toAccount(topics[2]!), amount: words[0]! })

/** What everybody holds after a block; what is issued comes from nobody. */
export function toBalances(moves: readonly Move[], upTo = Infinity): Map<string, bigint> {
  const balances = new Map<string, bigint>()
  const add = (account: string, change: bigint) => void balances.set(account, (balances.get(account) ?? 0n) + change)
  for (const { block, from, to, amount } of moves) {
    if (block > upTo) break
    if (from !== none) add(from, -amount)
    if (to !== none || from === none) add(to, amount)
  }
  return new Map([...balances].filter(([, amount]) => amount > 0n))
}

/** Amounts of all but some accounts, largest first, in whole tokens. */
export const toAmounts = (balances: ReadonlyMap<string, bigint>, without: ReadonlySet<string> = new Set()): number[] =>
  [...balances].filter(([account]) => !without.has(account)).map(([, amount]) => Number(amount) / 1e18).sort((one, other) => other - one)

export const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

/** The definition, Σ |x − y| / (2 n Σ x), over all pairs at once by rank: 2 Σ i x_i / (n Σ x) − (n + 1) / n with the smallest first. */
export function toGini(amounts: readonly number[]): number {
  const ranked = [...amounts].sort((one, other) => one - other)
  const weighed = ranked.reduce((sum, amount, place) => sum + (place + 1) * amount, 0)
  return (2 * weighed) / (ranked.length * total(ranked)) - (ranked.length + 1) / ranked.length
}

export const toTopShare = (amounts: readonly number[], count: number) => total([...amounts].sort((one, other) => other - one).slice(0, count)) / total(amounts)

export const toHhi = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + (amount / total(amounts)) ** 2, 0)

/** The fewest who have more than a part of all. */
export function toFewest(amounts: readonly number[], part: number): number {
  let left = part * total(amounts)
  return [...amounts].sort((one, other) => other - one).findIndex((amount) => (left -= amount) < 0) + 1
}
