import { loadBalanceMoves, loadEventsIn } from '@/db/balanceMoves'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { Address } from '../../domain/address'
import type { RewardPayment } from '../../domain/provider'
import { toOutflows, toRewardUses, type Outflow, type RewardUse, type RewardUseKind } from '../../liquidity/rewardUse'
import type { StakeChange } from '../../liquidity/stakers'
import { toPaidIn } from '../../sources/pools/paidIn'

/** A reward has so long to be sold, put to work or given on; what is there afterwards is kept. */
export const useDays = 30
const daySeconds = 86_400

/** What is staked, and who staked when: a stake is no gift. */
export interface StakedToken {
  stakeToken: Address
  changes: readonly StakeChange[]
}

type Where = Exclude<RewardUseKind, 'kept'>

/**
 * What became of rewards in the protocol's token, from the ledger's changes of balances. Where it went is told, in this order, by what happened in the
 * same block: a followed pool says that exactly so much was swapped (sold) or provided (put to work); the account's shares of what holds the token for
 * others grew, staked ones among them (put to work); another wrapper of the token received exactly so much (put to work); a pool, or an account
 * known as an exchange or a market maker, received exactly so much (sold). All else was given on, to whom nobody here can tell.
 *
 * @param payments in the chain's order
 * @param upTo the block that the ledger is read up to
 * @param timeOf Unix seconds of a block
 */
export async function loadRewardUses(
  database: Database,
  protocol: TrackedProtocol,
  { payments, staked, upTo, timeOf }: { payments: readonly RewardPayment[]; staked: readonly StakedToken[]; upTo: number; timeOf: (block: number) => number },
): Promise<RewardUse[]> {
  const [first] = payments
  if (!first) return []
  const accounts = [...new Set(payments.map(({ account }) => account))]
  const moves = await loadBalanceMoves(database, protocol.tokenId, accounts, first.blockNumber - 1, upTo)
  const outflows = toOutflows(moves, payments)
  const whereOf = await openWhere(database, protocol, { accounts, outflows, staked, after: first.blockNumber - 1, upTo })
  return toRewardUses(payments, outflows.map((outflow) => ({ ...outflow, kind: whereOf(outflow) })), timeOf, useDays * daySeconds, timeOf(upTo))
}

interface Asked {
  accounts: readonly Address[]
  outflows: readonly Outflow[]
  staked: readonly StakedToken[]
  after: number
  upTo: number
}

async function openWhere(database: Database, protocol: TrackedProtocol, { accounts, outflows, staked, after, upTo }: Asked): Promise<(outflow: Outflow) => Where> {
  const { token, tokenId, ledgers } = protocol
  const { pools, holding, markets, shares } = toPlaces(protocol)
  const blocks = [...new Set(outflows.map(({ blockNumber }) => blockNumber))]
  const [events, received, grown] = await Promise.all([
    loadEventsIn(database, token.chainId, pools, blocks),
    loadBalanceMoves(database, tokenId, [...holding, ...markets, ...pools], after, upTo),
    Promise.all(shares.map((share) => loadBalanceMoves(database, ledgers.get(share) ?? -1, accounts, after, upTo))),
  ])
  const paidIn = events.flatMap((log) => {
    const paid = toPaidIn(log)
    return paid ? paid.amounts.map((amount) => ({ amount, blockNumber: log.blockNumber, where: paid.kind === 'swap' ? ('sold' as const) : ('worked' as const) })) : []
  })
  const gained = received.map(({ account, blockNumber, change }) => ({ amount: change, blockNumber, where: holding.includes(account) ? ('worked' as const) : ('sold' as const) }))
  const [byPool, byAccount] = [toWheres(paidIn, ['worked', 'sold']), toWheres(gained, ['sold', 'worked'])]
  const grew = toGrowth(grown.flat(), staked.filter(({ stakeToken }) => stakeToken === token.address || shares.includes(stakeToken)))
  return (outflow) => byPool.get(toKey(outflow)) ?? ((grew.get(`${outflow.blockNumber} ${outflow.account}`) ?? 0n) > 0n ? 'worked' : (byAccount.get(toKey(outflow)) ?? 'given'))
}

/** Accounts at which it can be seen where tokens went: followed pools, others who hold the token for others, markets, and tokens in which shares of them count. */
function toPlaces({ token, wrappers, pools, labels }: TrackedProtocol) {
  const isPool = ({ source }: { source: string }) => source === 'uniswapV2Pair' || source === 'uniswapV3Pool'
  const holders = wrappers.filter(({ assets }) => assets.includes(token.address))
  const followed = new Set([...pools.map(({ lpToken }) => lpToken.address), ...holders.filter(isPool).map(({ address }) => address)])
  return {
    pools: [...followed],
    holding: holders.flatMap(({ address }) => (followed.has(address) ? [] : [address])),
    markets: labels.flatMap(({ role, address }) => ((role === 'exchange' || role === 'marketMaker' || role === 'pool') && !followed.has(address) ? [address] : [])),
    shares: [...new Set([...pools.map(({ lpToken }) => lpToken.address), ...holders.flatMap(({ shareToken }) => shareToken?.address ?? [])])],
  }
}

/** So much, in that block. */
const toKey = ({ blockNumber, amount }: { blockNumber: number; amount: bigint }) => `${blockNumber} ${amount}`

/** Where so much went in a block; of two that tell different things the later in the order counts. */
const toWheres = (told: readonly { amount: bigint; blockNumber: number; where: Where }[], order: readonly Where[]): Map<string, Where> =>
  new Map(order.flatMap((where) => told.filter((one) => one.where === where).map((one) => [toKey(one), where] as const)))

/** By how much each account's shares grew in a block: what it staked of them left its wallet and is still its own. */
function toGrowth(moves: readonly { account: Address; blockNumber: number; change: bigint }[], staked: readonly StakedToken[]): Map<string, bigint> {
  const growth = new Map<string, bigint>()
  for (const { account, blockNumber, change } of [...moves, ...staked.flatMap(({ changes }) => changes)]) {
    const key = `${blockNumber} ${account}`
    growth.set(key, (growth.get(key) ?? 0n) + change)
  }
  return growth
}
