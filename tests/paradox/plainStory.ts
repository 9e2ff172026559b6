import { readMoves, toBalances, type Move } from './balances'
import { openPlainChain, type PlainChain } from './chainLogs'
import { readOwners, type PlainProtocol } from './owners'

/** What a rule comes to, worked out by hand. */
export type Told = 'holds' | 'mixed' | 'doesNotHold' | 'cannotBeTold'

/** A month's end: what everybody owned then, in whole tokens. */
export interface MonthEnd {
  /** Unix seconds of the first second after it */
  end: number
  block: number
  owned: ReadonlyMap<string, number>
}

export interface PlainToken {
  protocol: PlainProtocol
  moves: readonly Move[]
  months: readonly MonthEnd[]
  /** Wallets alone, at the head */
  wallets: ReadonlyMap<string, number>
  /** The head */
  now: ReadonlyMap<string, number>
}

export interface PlainStory {
  chain: PlainChain
  tokens: readonly PlainToken[]
}

// What nobody can spend today: the treasury and its timelock, what is burned, not vested, or not given out.
const unspendable = ['treasury', 'timelock', 'burn', 'vesting', 'distributor']

/** The chain as somebody sees it who knows its contracts, and nothing of Lorenz. */
export async function readStory(url: string, protocols: readonly PlainProtocol[]): Promise<PlainStory> {
  const chain = await openPlainChain(url)
  const tokens: PlainToken[] = []
  for (const protocol of protocols) {
    const [moves, ownersAt] = [await readMoves(chain, protocol.token.address), await readOwners(chain, protocol)]
    const months: MonthEnd[] = []
    const see = (block: number) => joinOwners(ownersAt(block), protocol)
    for (let month = 1; month <= 36; month++) {
      const end = Date.UTC(2023, month) / 1000
      const block = await chain.blockBefore(end)
      if (block >= moves[0]!.block) months.push({ end, block, owned: see(block) })
    }
    const wallets = new Map([...toBalances(moves)].map(([account, amount]) => [account, Number(amount) / 1e18]))
    tokens.push({ protocol, moves, wallets, months, now: see(chain.head) })
  }
  return { chain, tokens }
}

/** Wallets of one owner as the first of them; without what nobody can spend, and without dust of less than a billionth. */
function joinOwners(owned: ReadonlyMap<string, number>, { labels }: PlainProtocol): Map<string, number> {
  const left = new Set(labels.filter(({ role }) => role !== null && unspendable.includes(role)).map(({ address }) => address))
  const joined = new Map<string, number>()
  const of = toOwner(labels)
  for (const [account, amount] of owned) if (!left.has(account)) joined.set(of(account), (joined.get(of(account)) ?? 0) + amount)
  const all = [...joined.values()].reduce((sum, amount) => sum + amount, 0)
  return new Map([...joined].filter(([, amount]) => amount > all / 1e9))
}

/** The first address of an owner who has several. */
export function toOwner(labels: PlainProtocol['labels']): (account: string) => string {
  const owners = new Map(labels.flatMap(({ address, entity }) => (entity ? [[address, labels.find((one) => one.entity === entity)!.address] as const] : [])))
  return (account) => owners.get(account) ?? account
}

/** Who holds for others, or is no person. */
export const toKeepers = ({ labels }: PlainProtocol): Set<string> =>
  new Set(labels.filter(({ kind, role }) => kind !== 'person' || role === 'exchange' || (role !== null && unspendable.includes(role))).map(({ address }) => address))

/** The middle of some numbers; of an even number of them the mean of the two in the middle. */
export function toMiddle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
}
