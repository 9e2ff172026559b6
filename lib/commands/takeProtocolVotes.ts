import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '@/lib/chain/reader'
import { toReason } from '@/lib/chain/reason'
import { takeVotes } from '@/lib/pipeline/governance/takeVotes'
import { takeVotesHistory } from '@/lib/pipeline/governance/takeVotesHistory'
import { toVotesFault, toVotesText } from '@/lib/pipeline/governance/votesText'
import type { OnProgress } from '@/lib/pipeline/progress'

/**
 * Takes a protocol's votes and the days of their history that are missing. What fails here is told and keeps nothing else from being taken.
 *
 * @returns what was taken, in plain words, what the audit found wrong, and what failed
 */
export async function takeProtocolVotes(work: { protocol: TrackedProtocol; reader: ChainReader; database: Database; onProgress?: OnProgress }): Promise<{ taken: string[]; fault: string | null; failure: string | null }> {
  try {
    const votes = await takeVotes(work)
    const days = votes ? await takeVotesHistory(work) : 0
    return { taken: toVotesText(votes, days), fault: votes && toVotesFault(votes), failure: null }
  } catch (error) {
    return { taken: [], fault: null, failure: toReason(error) }
  }
}
