import { loadBalanceMoves } from '@/db/balanceMoves'
import type { Database } from '@/db/database'
import { loadEvents } from '@/db/eventLogs'
import { loadFirstReceipts } from '@/db/firstReceipts'
import type { Address } from '../../domain/address'
import type { Payout, PayoutMonth, PayoutProof } from '../../domain/cohorts'
import type { Label } from '../../domain/label'
import type { Gap } from '../../domain/snapshot'
import { toFirstTokens, toPaidOut } from '../../ownership/cohorts/firstTokens'
import { toInsiders } from '../../ownership/cohorts/insiderMonths'
import { openKeptReceipts, type KeptReceipts, type Receipt } from '../../ownership/cohorts/keptReceipts'
import { findDistributionSource, toDistributionLogs } from '../../sources/distributions/registry'
import { loadEventsGap } from '../assertEventsReach'
import type { StudyWork } from './study'

/** Payments of every distributor, as they are followed from month to month. */
export interface OpenPayouts {
  measure: (...month: Parameters<KeptReceipts['measure']>) => void
  /** What became of them, the distributor with most receivers first; one that nobody received from is left out */
  end: (heldOf: (holder: Address) => bigint) => Payout[]
  gaps: readonly Gap[]
}

/** What a distributor paid, and how that is known. */
interface Paid {
  label: Pick<Label, 'address' | 'name'>
  proof: PayoutProof
  paidOut: bigint
  receipts: Receipt[]
}

/**
 * What every account labelled as a distributor paid to whom, from kept logs: by its own where its contract family tells, else as far as the ledger does.
 *
 * @param who accounts that do not count beside insiders, and owners of several addresses
 */
export async function openPayouts({ database, ledger: { outlook: { labels } }, ...work }: StudyWork, upTo: number, who: { leftOut: ReadonlySet<Address>; representatives: ReadonlyMap<Address, Address> }): Promise<OpenPayouts> {
  const gaps: Gap[] = []
  const distributors = [...new Map(labels.map((label) => [label.address, label])).values()].filter(({ role }) => role === 'distributor')
  const none = new Set([...who.leftOut, ...toInsiders(labels).keys()])
  const followed: (Paid & { kept: KeptReceipts; months: PayoutMonth[] })[] = []
  for (const label of distributors) {
    const paid = await loadPaid(database, work, label, upTo)
    if ('reason' in paid) gaps.push({ subject: `payments of ${label.name}`, reason: paid.reason })
    else followed.push({ label, ...paid, kept: openKeptReceipts(paid.receipts, none, who.representatives), months: [] })
  }
  return {
    gaps,
    measure: (month, heldOf) => {
      for (const { kept, months } of followed) months.push(kept.measure(month, heldOf))
    },
    end: (heldOf) => followed
      .map(({ label: { address, name }, proof, paidOut, kept, months }): Payout => ({
        address, name, proof, paidOut, receivers: months.at(-1)!.receivers, received: months.at(-1)!.received, leftOut: kept.leftOut, ...kept.count(heldOf), months: fromFirst(months),
      }))
      .filter(({ receivers }) => receivers > 0)
      .sort((a, b) => b.receivers - a.receivers || (a.address < b.address ? -1 : 1)),
  }
}

/** Months before the first payment say nothing. */
const fromFirst = (months: readonly PayoutMonth[]): PayoutMonth[] => months.slice(months.findIndex(({ receivers }) => receivers > 0))

async function loadPaid(database: Database, { protocol: { wrappers, token, tokenId } }: Omit<StudyWork, 'database' | 'ledger'>, { address }: Pick<Label, 'address'>, upTo: number): Promise<Omit<Paid, 'label'> | { reason: string }> {
  const moves = (await loadBalanceMoves(database, tokenId, [address], -1, upTo)).map(({ blockNumber, change }) => ({ block: blockNumber, change }))
  const paidOut = toPaidOut(moves)
  const wrapper = wrappers.find((one) => one.address === address && one.assets.includes(token.address))
  const source = wrapper && findDistributionSource(wrapper.source)
  if (!wrapper || !source) return { proof: 'firstReceipts', paidOut, receipts: toFirstTokens(moves, (await loadFirstReceipts(database, tokenId, [address])).filter(({ block }) => block <= upTo)) }
  const filters = toDistributionLogs(wrapper).map((filter) => ({ chainId: token.chainId, ...filter }))
  const reason = await loadEventsGap(database, filters, upTo)
  if (reason !== null) return { reason }
  const logs = (await Promise.all(filters.map((filter) => loadEvents(database, filter, -1, upTo)))).flat()
  return { proof: 'claims', paidOut, receipts: logs.map((log) => ({ block: log.blockNumber, ...source.toReceipt(log) })).sort((a, b) => a.block - b.block) }
}
