import { loadBalanceMoves } from '@/db/balanceMoves'
import type { Database } from '@/db/database'
import { loadEvents } from '@/db/eventLogs'
import { loadCursor } from '@/db/ledger'
import type { Log } from '../../chain/log'
import { zeroAddress, type Address } from '../../domain/address'
import { inChainOrder } from '../../domain/chainOrder'
import type { Doing } from '../../liquidity/sharedGas'
import type { StakeChange } from '../../liquidity/stakers'
import type { ProgramPlace } from '../../sources/rewards/registry'
import type { RewardBook, Stakes } from '../../sources/rewards/rewardSource'
import { assertEventsReach } from '../assertEventsReach'
import { toEventFilters } from '../liquidity/poolPlaces'
import { foldBook } from './foldBook'
import { loadPaidSums } from './paidSums'

/** Its stakes and payments up to a block, in the chain's order. */
export interface ProgramRecord {
  changes: readonly StakeChange[]
  book: RewardBook
  /** Who did something for its stake or its rewards in which transaction */
  doings: Doing[]
}

/** Where it is read: ledgers by token. */
export interface ProgramLedgers {
  chainId: number
  ledgers: ReadonlyMap<Address, number>
}

/**
 * What was staked with a contract and what it paid, from what is kept alone: logs, ledgers, and what it said for which stake it has paid.
 *
 * @throws Error in plain words where they do not reach the block, or it was not asked yet
 */
export async function loadProgram(database: Database, { chainId, ledgers }: ProgramLedgers, place: ProgramPlace, upTo: number): Promise<ProgramRecord> {
  const { wrapper, source } = place
  const paid = source.paidCall ? await loadPaidSums(database, chainId, place, upTo) : undefined
  if (paid === null) throw new Error('it says in no log for which stake it pays, and was not asked yet')
  const doings: Doing[] = []
  const note = ({ blockNumber, transactionHash }: Log, account: Address) => doings.push({ account, blockNumber, transaction: transactionHash ?? null })
  const book = await foldBook(database, chainId, place, source.open(wrapper, paid), upTo, note)
  const stakes = source.stakes(wrapper)
  if ('ledger' in stakes) return { changes: await loadLedgerStakes(database, ledgers, stakes, upTo), book, doings }
  const staked = toEventFilters(chainId, stakes.logs)
  await assertEventsReach(database, staked, upTo, null)
  const logs = (await Promise.all(staked.map((filter) => loadEvents(database, filter, -1, upTo)))).flat().sort(inChainOrder)
  const changes = stakes.toChanges(logs)
  for (const { log, account } of toDoers(logs, changes)) note(log, account)
  return { changes, book, doings }
}

/** Whoever put in or took back; of a stake that one hands to another it is the one who gives. A log may change several stakes, or none. */
function toDoers(logs: readonly Log[], changes: readonly StakeChange[]): { log: Log; account: Address }[] {
  const toKey = ({ blockNumber, logIndex }: { blockNumber: number; logIndex: number }) => `${blockNumber} ${logIndex}`
  const byPlace = new Map(logs.map((log) => [toKey(log), log]))
  const givers = new Set(changes.flatMap((change) => (change.change < 0n ? [toKey(change)] : [])))
  return changes.flatMap((change) => (change.change > 0n && givers.has(toKey(change)) ? [] : [{ log: byPlace.get(toKey(change))!, account: change.account }]))
}

/** Each block's change of a balance is one change of a stake. */
async function loadLedgerStakes(database: Database, ledgers: ProgramLedgers['ledgers'], { ledger, without }: Extract<Stakes, { ledger: Address }>, upTo: number): Promise<StakeChange[]> {
  const tokenId = ledgers.get(ledger)
  const end = tokenId === undefined ? null : (await loadCursor(database.db, tokenId))?.block.number
  if (tokenId === undefined || end == null || end < upTo) throw new Error(`the ledger of ${ledger} is ${end == null ? 'not kept' : `read up to block ${end}, needed is block ${upTo}`}`)
  const moves = await loadBalanceMoves(database, tokenId, 'all', -1, upTo)
  return moves.flatMap((move) => (move.account === without || move.account === zeroAddress ? [] : [{ ...move, logIndex: 0 }]))
}
