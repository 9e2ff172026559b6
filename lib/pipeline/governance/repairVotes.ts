import type { Database } from '@/db/database'
import { loadEvents, loadEventsOf, rewindEvents, type EventFilter } from '@/db/eventLogs'
import type { TrackedProtocol } from '@/db/protocols'
import { staleVotesDays } from '@/db/votesSnapshots'
import type { Log } from '../../chain/log'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { VotesContract } from '../../domain/governance'
import type { Block } from '../../domain/snapshot'
import type { VotesAudit } from '../../domain/votingPower'
import { toVotesSource } from '../../sources/votes/registry'
import { toFirstDifference } from '../firstDifference'
import type { Repair } from '../repairToken'
import { longestPiece } from '../syncEvents'

/** So many accounts with wrong votes are looked into: all that one fault spoiled go back to about the same place. */
const mostAccounts = 10

interface Failed {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  /** The block that was audited */
  block: Block
  audit: VotesAudit
  /** So many blocks before the fault are read again as well */
  piece?: number
}

/**
 * Finds out where kept logs of votes that failed their audit went wrong, and takes them back to the piece before: the next sync reads the rest again.
 *
 * Where the contract tells its own past, it is asked since when the accounts that were found wrong have other votes than by kept logs. Where that
 * leads nowhere, all of its logs are read once more and held against those that are kept. Either way a place counts only where an endpoint now has
 * other logs of it: reading again would bring the same where none has. An endpoint that left out what another has is set aside by
 * the reading itself. Days of history after the place are made again.
 *
 * @returns 'unexplained' where every endpoint has the logs that are kept, and no others
 */
export async function repairVotes(failed: Failed): Promise<Repair> {
  const { protocol, reader, database, block, piece = longestPiece } = failed
  const found = (await Promise.all(protocol.governance.votes.map((contract) => findFault(failed, contract)))).flatMap((fault) => fault ?? [])
  const ends: (number | null)[] = []
  for (const { filters, firstBlock, wrongFrom } of found) {
    const before = wrongFrom - 1 - piece
    const end = before < firstBlock ? null : await reader.readBlock(before)
    for (const filter of filters) await rewindEvents(database, filter, end)
    ends.push(end?.number ?? null)
  }
  if (found.length === 0) return { status: 'unexplained' }
  const end = ends.includes(null) ? null : Math.min(...(ends as number[]))
  await staleVotesDays(database, protocol.slug, end ?? -1)
  return { status: 'rewound', wrongFrom: Math.min(...found.map(({ wrongFrom }) => wrongFrom), block.number), end }
}

interface Fault {
  filters: readonly EventFilter[]
  firstBlock: number
  wrongFrom: number
}

async function findFault(failed: Failed, contract: VotesContract): Promise<Fault | null> {
  const { protocol, block } = failed
  const source = toVotesSource(contract.source)
  const filters = source.logs(contract).map((filter) => ({ chainId: protocol.token.chainId, ...filter }))
  const { firstBlock } = contract
  const told = source.findFaults ? await findToldFault(failed, contract, filters) : null
  const wrongFrom = told ?? (await findDifference(failed, filters, firstBlock, block.number))
  return wrongFrom === null ? null : { filters, firstBlock, wrongFrom }
}

/** By what the contract says of its past. */
async function findToldFault(failed: Failed, contract: VotesContract, filters: readonly EventFilter[]): Promise<number | null> {
  const accounts = failed.audit.mismatches.slice(0, mostAccounts).map(({ account }) => account)
  const places = await Promise.all(accounts.map((account) => findAccountFault(failed, contract, filters, account)))
  const found = places.flatMap((place) => place ?? [])
  return found.length === 0 ? null : Math.min(...found)
}

async function findAccountFault(failed: Failed, contract: VotesContract, filters: readonly EventFilter[], account: Address): Promise<number | null> {
  const { reader, database, block } = failed
  const logs = (await Promise.all(filters.map((filter) => loadEventsOf(database, filter, account, block.number)))).flat()
  for await (const place of toVotesSource(contract.source).findFaults!({ contract, account, logs, reader, block })) {
    const wrongFrom = await findDifference(failed, filters, place, place)
    if (wrongFrom !== null) return wrongFrom
  }
  return null
}

/** The first block of which the endpoints have other logs than those that are kept. */
async function findDifference({ reader, database }: Failed, filters: readonly EventFilter[], fromBlock: number, upTo: number): Promise<number | null> {
  const places = await Promise.all(
    filters.map(async (filter) => {
      for await (const { fromBlock: from, toBlock, logs } of reader.readEvents({ ...filter, fromBlock, toBlock: upTo })) {
        const different = toFirstDifference(await loadEvents(database, filter, from - 1, toBlock), logs, isSameLog)
        if (different !== null) return different
      }
      return null
    }),
  )
  const found = places.flatMap((place) => place ?? [])
  return found.length === 0 ? null : Math.min(...found)
}

const isSameLog = (one: Log, other: Log): boolean => one.logIndex === other.logIndex && one.data === other.data && one.topics.join() === other.topics.join()
