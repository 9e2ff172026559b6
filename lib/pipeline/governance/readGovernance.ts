import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '../../chain/reader'
import type { OnProgress } from '../progress'
import { readControl } from './readControl'
import { readProposals, toProposalsText } from './readProposals'
import { takeVotes } from './takeVotes'
import { takeVotesHistory } from './takeVotesHistory'
import { toVotesFault, toVotesText } from './votesText'

interface Work {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}

/** What was read of who decides, and what could not be. */
export interface GovernanceReading {
  /** In plain words */
  said: string[]
  /** Errors as they were thrown: each costs only its own part */
  failures: unknown[]
}

/**
 * Who decides, after who holds: votes, proposals, keys. One that fails keeps no other from its turn.
 *
 * @param options.history whether days of votes that are missing are made as well
 * @param options.isInterrupted errors that end all of it at once
 */
export async function readGovernance(work: Work, options: { history: boolean; isInterrupted: (error: unknown) => boolean }): Promise<GovernanceReading> {
  const reading: GovernanceReading = { said: [], failures: [] }
  for (const part of [options.history ? votesAndHistory : votes, proposals, keys]) {
    try {
      reading.said.push(...(await part(work)).filter((text) => text !== ''))
    } catch (error) {
      if (options.isInterrupted(error)) throw error
      reading.failures.push(error)
    }
  }
  return reading
}

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
