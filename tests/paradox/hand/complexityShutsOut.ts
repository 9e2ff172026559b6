import { toEventSelector } from 'viem'
import { toAccount, type PlainChain } from '../chainLogs'
import { toKeepers, toOwner, type PlainToken, type Told } from '../plainStory'
import { readVoters } from './whalesDecide'

const [given, locked] = [toEventSelector('DelegateChanged(address,address,address)'), toEventSelector('Deposit(address,uint256,uint256,int128,uint256)')]

/** Ratio of two rates with its 95 % interval: ln R ± 1.96 √(1/a − 1/m + 1/b − 1/n), Katz et al. 1978. */
function toRatio([a, m]: readonly [number, number], [b, n]: readonly [number, number]) {
  const value = a / m / (b / n)
  const half = 1.96 * Math.sqrt(1 / a - 1 / m + 1 / b - 1 / n)
  return { value, high: value * Math.exp(half) }
}

/** Who ever gave votes away or kept them for itself, locked, or voted: the smaller half against the largest tenth. Gas costs nothing on this chain. */
export async function complexityShutsOut(chain: PlainChain, token: PlainToken): Promise<{ told: Told; small: number; ratio: number; high: number; wrapped: number }> {
  const { protocol, now, wallets } = token
  const [keepers, ownerOf] = [toKeepers(protocol), toOwner(protocol.labels)]
  const escrow = protocol.wrappers.find(({ source }) => source === 'voteEscrow')
  const locks = escrow ? await chain.logs({ address: escrow.address, topic: locked }) : []
  const votes = await chain.logs({ address: protocol.token.address, topic: given })
  const active = new Set([
    ...votes.filter(({ topics }) => BigInt(topics[3]!) !== 0n).map(({ topics }) => toAccount(topics[1]!)),
    ...locks.map(({ topics }) => toAccount(topics[1]!)),
    ...(await readVoters(chain, token)),
  ].map(ownerOf))
  const inEscrow = new Map<string, number>()
  for (const { topics, words } of locks) inEscrow.set(toAccount(topics[1]!), (inEscrow.get(toAccount(topics[1]!)) ?? 0) + Number(words[0]!) / 1e18)
  const people = [...now].filter(([account]) => !keepers.has(account)).sort(([, one], [, other]) => one - other)
  const part = (group: readonly (readonly [string, number])[]) => [group.filter(([account]) => active.has(account)).length, group.length] as const
  const isInHand = ([account, amount]: readonly [string, number]) => 2 * ((wallets.get(account) ?? 0) + Math.min(amount, inEscrow.get(account) ?? 0)) >= amount
  const n = people.length
  const [small, large] = [part(people.slice(0, Math.floor(n / 2))), part(people.slice(Math.floor((9 * n) / 10)))]
  const [hand, through] = [people.filter(isInHand), people.filter((one) => !isInHand(one))]
  const gap = toRatio(small, large)
  const wrapped = toRatio(part(through), part(hand))
  const isShut = gap.high < 0.8 && Math.min(hand.length, through.length) >= 30 && wrapped.high < 0.8
  const told = n < 100 || large[0] === 0 ? 'cannotBeTold' : gap.value >= 0.8 ? 'doesNotHold' : isShut ? 'holds' : 'mixed'
  return { told, small: small[0] / small[1], ratio: gap.value, high: gap.high, wrapped: wrapped.high }
}
