import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { HoldingChange } from '../../domain/changedDistribution'
import type { VotesContract } from '../../domain/governance'
import type { Clock } from '../../domain/proposal'
import type { Block, Gap } from '../../domain/snapshot'
import { toVotesSource } from '../../sources/votes/registry'
import type { VotesAnswers } from '../../sources/votes/votesSource'
import { openVotesContract, type OpenVotesContract } from './openVotesContract'

/** What each contract answered. */
export type AnswersOf = ReadonlyMap<VotesContract, VotesAnswers>

/** All contracts in which a protocol's votes are counted: what a delegate has in several adds up. */
export interface OpenVotes {
  contracts: readonly OpenVotesContract[]
  foldTo: (block: number, readAhead?: number) => Promise<void>
  /** Asks every contract at a block what only it can tell; where the logs up to there say whom to ask, they are folded on to it */
  read: (reader: Pick<ChainReader, 'readContracts'>, blockNumber: number) => Promise<AnswersOf>
  /** Whose votes are others at the block that was folded to than when it was last asked */
  changesAt: (moment: Pick<Block, 'timestamp'> | null, answers: AnswersOf) => readonly HoldingChange[]
  votesOf: (account: Address) => bigint
  gaps: () => Gap[]
}

/**
 * Opens the votes of a protocol at their beginning, see `openVotesContract`.
 *
 * @throws Error in plain words where something is not kept up to the last block that will be asked about
 */
export async function openVotes(database: Database, protocol: TrackedProtocol, options: { upTo: number; withGivers: boolean }): Promise<OpenVotes> {
  const contracts = await Promise.all(protocol.governance.votes.map((contract) => openVotesContract(database, protocol, contract, options)))
  const votesOf = (account: Address) => contracts.reduce((sum, { books }) => sum + books.votesOf(account), 0n)
  return {
    contracts,
    votesOf,
    foldTo: async (block, readAhead) => void (await Promise.all(contracts.map((one) => one.foldTo(block, readAhead)))),
    read: async (reader, blockNumber) => new Map(await Promise.all(contracts.map(async (one) => [one.contract, await readOne(one, reader, blockNumber)] as const))),
    changesAt: (moment, answers) => {
      const lists = contracts.map(({ contract, books }) => books.changesAt(moment, answers.get(contract)?.answers ?? null))
      return lists.length === 1 ? lists[0]! : mergeChanges(lists, votesOf)
    },
    gaps: () => contracts.flatMap(({ books }) => [...books.gaps()]),
  }
}

function readOne({ contract, source, books, foldTo }: OpenVotesContract, reader: Pick<ChainReader, 'readContracts'>, blockNumber: number): Promise<VotesAnswers> {
  return source.read(contract, () => foldTo(blockNumber).then(() => books), reader, blockNumber)
}

/** What the contracts of a protocol answer at a block: the books of one are opened only where its logs say whom to ask. */
export async function readVotesAnswers(database: Database, protocol: TrackedProtocol, reader: Pick<ChainReader, 'readContracts'>, blockNumber: number): Promise<AnswersOf> {
  const read = (contract: VotesContract) => toVotesSource(contract.source).read(contract, async () => {
    const { books, foldTo } = await openVotesContract(database, protocol, contract, { upTo: blockNumber, withGivers: false })
    await foldTo(blockNumber)
    return books
  }, reader, blockNumber)
  return new Map(await Promise.all(protocol.governance.votes.map(async (contract) => [contract, await read(contract)] as const)))
}

/** Several contracts' changes as one: each account once. */
function mergeChanges(lists: readonly (readonly HoldingChange[])[], votesOf: (account: Address) => bigint): HoldingChange[] {
  const gained = new Map<Address, bigint>()
  for (const list of lists) for (const { account, before, after } of list) gained.set(account, (gained.get(account) ?? 0n) + after - before)
  return [...gained].flatMap(([account, gain]) => (gain === 0n ? [] : [{ account, before: votesOf(account) - gain, after: votesOf(account) }]))
}

/** By what votes are counted: as the first contract says. */
export const toClock = (answers: AnswersOf): Clock => [...answers.values()][0]?.clock ?? 'blockNumber'

/** What could not be asked. */
export const toAnswerGaps = (answers: AnswersOf): Gap[] => [...answers.values()].flatMap(({ gaps }) => [...gaps])
