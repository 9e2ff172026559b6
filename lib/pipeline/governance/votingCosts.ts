import { loadSettledBlock } from '@/db/ledger'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { loadTransactionFees } from '@/db/transactionFees'
import type { ChainReader } from '../../chain/reader'
import { toMedianAmount } from '../../domain/medianAmount'
import type { ActCost, Participation } from '../../domain/participation'
import { readGas } from '../liquidity/readGas'
import type { OnProgress } from '../progress'
import { loadNewestActs, type NewestAct, type VotingAct } from './votingActs'

const acts: readonly VotingAct[] = ['delegation', 'vote']

interface Work {
  protocol: TrackedProtocol
  reader: Pick<ChainReader, 'chainId' | 'readTransactionFees'>
  database: Database
  onProgress?: OnProgress
}

/** Asks what the newest delegations and votes cost, each transaction once, and keeps it. */
export async function readVotingCosts({ protocol, reader, database, onProgress }: Work): Promise<string[]> {
  const block = await loadSettledBlock(database.db, protocol.tokenId)
  if (!block) return []
  const newest = (await Promise.all(acts.map((act) => loadNewestActs(database, protocol, act, block.number)))).flat()
  // Logs from before their transactions were kept are read again by the next sync.
  const { gaps } = await readGas({ reader, database, onProgress }, newest.filter(({ transaction }) => transaction !== null), `${protocol.token.symbol} costs of voting`)
  return gaps.map(({ subject, reason }) => `${subject}: ${reason}`)
}

/** What it cost to delegate and to vote, from the receipts that are kept. */
export async function loadVotingCosts(database: Database, protocol: TrackedProtocol, upTo: number): Promise<Participation['costs']> {
  const [delegation, vote] = await Promise.all(acts.map(async (act) => {
    const newest = await loadNewestActs(database, protocol, act, upTo)
    const hashes = [...new Set(newest.flatMap(({ transaction }) => transaction ?? []))]
    return toActCost(newest, await loadTransactionFees(database, protocol.token.chainId, hashes))
  }))
  return { delegation: delegation ?? null, vote: vote ?? null }
}

/**
 * What an act costs: the median over transactions, each divided among the acts that it has of the kind.
 *
 * @param fees in wei, by transaction
 * @example toActCost([{ account: a, blockNumber: 1, transaction: '0x1' }], new Map([['0x1', 90n]])) // { transactions: 1, wei: 90n }
 */
export function toActCost(newest: readonly NewestAct[], fees: ReadonlyMap<string, bigint>): ActCost | null {
  const counts = new Map<string, bigint>()
  for (const { transaction } of newest) if (transaction !== null) counts.set(transaction, (counts.get(transaction) ?? 0n) + 1n)
  const costs = [...counts].flatMap(([transaction, count]) => {
    const wei = fees.get(transaction)
    return wei === undefined ? [] : [wei / count]
  })
  const wei = toMedianAmount(costs)
  return wei === null ? null : { transactions: costs.length, wei }
}
