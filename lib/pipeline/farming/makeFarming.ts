import { loadDayEnds } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadSettledBlock } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import type { LoadedFarming, OwedSums, RewardReading } from '@/lib/publish/loadedFarming'
import { toReason } from '../../chain/reason'
import { inChainOrder } from '../../domain/chainOrder'
import type { Address } from '../../domain/address'
import type { Block, Gap } from '../../domain/snapshot'
import { toFarmingDeciles, toTenths, type StakerCost } from '../../liquidity/farming'
import { toRewardMonths } from '../../liquidity/rewardMonths'
import { sumUses, type RewardUse } from '../../liquidity/rewardUse'
import { toStakers } from '../../liquidity/stakers'
import { openClock } from '../openClock'
import { openBalances } from '../ownership/openBalances'
import { loadCompounding } from './loadCompounding'
import { loadOwed, type OwedRewards } from './askOwed'
import type { ProgramRecord } from './loadProgram'
import { loadRewardUses } from './loadRewardUses'
import { openEtherPrice } from './openEtherPrice'
import { loadOwnPrograms, toOwnPrograms } from './ownPrograms'
import { loadStakeToken } from './stakeToken'
import { loadStakerCosts } from './stakerCosts'
import { toUntoldGaps } from './untoldGaps'

/** A programme with everybody who staked, largest first. */
export interface MadeReading extends RewardReading {
  each: readonly StakerCost[]
}

/** All that is known of rewards, with everybody. */
export type MadeFarming = Omit<LoadedFarming, 'programs'> & { programs: readonly MadeReading[] }

/**
 * Rewards that a protocol's contracts paid in its own token: by size of stake, by month, and what became of them. From what is kept in the database
 * alone, up to the block of the newest balances: every log of every programme is folded from the first one on.
 *
 * @returns null where no contract is known that pays it, or nothing was read yet
 */
export async function makeFarming(database: Database, protocol: TrackedProtocol): Promise<MadeFarming | null> {
  const block = toOwnPrograms(protocol).places.length === 0 ? null : await loadSettledBlock(database.db, protocol.tokenId)
  return block && foldFarming(database, protocol, await loadOwnPrograms(database, protocol, block.number), block)
}

/** The same of records that were loaded up to this block. */
export async function foldFarming(
  database: Database,
  protocol: TrackedProtocol,
  { recorded, unread }: Awaited<ReturnType<typeof loadOwnPrograms>>,
  block: Block,
): Promise<MadeFarming> {
  const { chainId } = protocol.token
  const gaps = unread.map(({ place: { wrapper, program }, error }): Gap => ({ subject: `rewards of ${wrapper.name}${program.isDebt ? ' (borrowed)' : ''}`, reason: toReason(error) }))
  const timeOf = openClock(await loadDayEnds(database, chainId), block)
  const payments = recorded.flatMap(({ record }) => record.book.payments()).sort(inChainOrder)
  const uses = await loadRewardUses(database, protocol, {
    payments, upTo: block.number,
    staked: recorded.flatMap(({ place: { program }, record }) => (program.isDebt ? [] : [{ stakeToken: program.stakeToken, changes: record.changes }])),
    timeOf,
  })
  const [priceOf, balancesAt] = [await openEtherPrice(database, protocol), openBalances(database, protocol.ledgers)]
  const programs = await Promise.all(recorded.map(async ({ place, record }): Promise<MadeReading> => {
    const { wrapper, program } = place
    const end = { block: block.number, timestamp: block.timestamp }
    const stakes = { changes: record.changes, payments: record.book.payments(), timeOf, end }
    const stakers = await loadStakerCosts(database, chainId, toStakers(stakes), record, (wei, blockNumber) => priceOf(wei, timeOf(blockNumber)))
    const worth = await toWorth(protocol, program.stakeToken, block.number, balancesAt)
    const paid = new Set(stakes.payments)
    const own = uses.filter(({ payment }) => paid.has(payment))
    const tenths = (toTenths(stakers) ?? []).map((tenth) => new Set(tenth.map(({ account }) => account)))
    const owed = await loadOwed(database, chainId, place, block.number)
    // Both sides of a market miss the same.
    gaps.push(...toUntoldGaps(wrapper, record.book.untold?.() ?? [], [protocol.token]).filter(({ subject }) => !gaps.some((gap) => gap.subject === subject)), ...(owed?.gaps ?? []))
    return {
      wrapper: { address: wrapper.address, name: wrapper.name }, worth,
      stakers: stakers.length,
      each: stakers,
      isDebt: program.isDebt,
      ...toCourse(record, timeOf),
      owed: owed && toOwedSums(owed, tenths),
      stake: await loadStakeToken(database, protocol, program.stakeToken, block.number),
      farming: toFarmingDeciles(stakers, worth),
      months: toRewardMonths(stakes),
      used: sumUses(own),
      usedByDecile: tenths.map((tenth) => sumUses(own, (account) => tenth.has(account))),
      tooSoon: sumOpen(own),
    }
  }))
  const compounding = await loadCompounding(database, protocol, block.number, uses)
  const paid = ({ each }: MadeReading) => each.reduce((sum, { rewards }) => sum + rewards, 0n)
  return { block: { number: block.number, timestamp: block.timestamp }, programs: programs.sort((a, b) => (paid(a) > paid(b) ? -1 : 1)), others: toOwnPrograms(protocol).others, compounding, gaps }
}

function toOwedSums({ block, timestamp, owed }: OwedRewards, tenths: readonly ReadonlySet<Address>[]): OwedSums {
  const sum = (isMeant: (account: Address) => boolean) => owed.reduce((total, { account, amount }) => (isMeant(account) ? total + amount : total), 0n)
  return { block, timestamp, all: sum(() => true), byDecile: tenths.map((tenth) => sum((account) => tenth.has(account))) }
}

/** From when to when it was announced to pay, and did. */
function toCourse({ book, changes }: ProgramRecord, timeOf: (block: number) => number): Pick<RewardReading, 'began' | 'window' | 'paid'> {
  const payments = book.payments()
  const [first, last] = [payments[0], payments.at(-1)]
  const window = book.window?.() ?? null
  const paid = first && last ? { all: payments.reduce((sum, { amount }) => sum + amount, 0n), first: timeOf(first.blockNumber), last: timeOf(last.blockNumber) } : null
  return { began: paid !== null || window !== null || changes.length > 0 || (book.untold?.().length ?? 0) > 0, window, paid }
}

const sumOpen = (uses: readonly RewardUse[]) => uses.reduce((sum, { open, payment }) => (open ? sum + payment.amount : sum), 0n)

/**
 * What a stake is worth in the token at the block: one, where the token itself is staked; of a pair's shares, twice what the pair holds of it for each share,
 * because a pair holds as much worth of both at its own price; of a vault's shares, what lies in the vault for each.
 */
async function toWorth(protocol: TrackedProtocol, stakeToken: Address, block: number, balancesAt: ReturnType<typeof openBalances>): Promise<RewardReading['worth']> {
  const { token, pools, wrappers } = protocol
  if (stakeToken === token.address) return { rewards: 1n, stake: 1n }
  const isPair = pools.some(({ lpToken }) => lpToken.address === stakeToken)
  const vault = wrappers.find(({ source, shareToken, assets }) => source === 'erc4626Vault' && shareToken?.address === stakeToken && assets[0] === token.address)
  const holder = isPair ? stakeToken : vault?.address
  if (!holder) return null
  const [own, shares] = [await balancesAt(token.address, block), await balancesAt(stakeToken, block)]
  const supply = (shares?.list() ?? []).reduce((sum, { amount }) => sum + amount, 0n)
  const held = own?.balanceOf(holder) ?? 0n
  return supply > 0n && held > 0n ? { rewards: isPair ? 2n * held : held, stake: supply } : null
}
