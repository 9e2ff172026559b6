import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '../../chain/reader'
import { readParts, type PartsReading } from '../partsReading'
import type { OnProgress } from '../progress'
import { readControl } from './readControl'
import { readProposals, toProposalsText } from './readProposals'
import { takeVotes } from './takeVotes'
import { takeVotesHistory } from './takeVotesHistory'
import { readVotingCosts } from './votingCosts'
import { toVotesFault, toVotesText } from './votesText'

interface Work {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}

/**
 * Who decides, after who holds: votes, proposals, what voting costs, keys. One that fails keeps no other from its turn.
 *
 * @param options.history whether days of votes that are missing are made as well
 * @param options.isInterrupted errors that end all of it at once
 */
export const readGovernance = (work: Work, options: { history: boolean; isInterrupted: (error: unknown) => boolean }): Promise<PartsReading> =>
  readParts([options.history ? votesAndHistory : votes, proposals, readVotingCosts, keys].map((part) => () => part(work)), options.isInterrupted)

async function votes(work: Work, days = () => Promise.resolve(0)): Promise<string[]> {
  const taken = await takeVotes(work)
  const fault = taken && toVotesFault(taken)
  return [toVotesText(taken, await days()).join(', '), ...(fault ? [fault] : [])]
}

const votesAndHistory = (work: Work) => votes(work, () => takeVotesHistory(work))

const proposals = async (work: Work): Promise<string[]> => [toProposalsText(await readProposals(work))]

async function keys(work: Work): Promise<string[]> {
  const read = await readControl(work)
  return read ? [`keys of ${read.contracts} ${read.contracts === 1 ? 'contract' : 'contracts'}`] : []
}
