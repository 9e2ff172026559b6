import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '../../chain/reader'
import { toRepairText } from '../auditLedger'
import { repairVotes } from './repairVotes'
import { takeVotes } from './takeVotes'
import { toVotesFault } from './votesText'

/**
 * Takes a protocol's votes anew and holds them against the contracts, and where they differ, takes the kept logs back to before the fault, if it can
 * be found.
 *
 * @param repair false: only say what is wrong
 * @returns what is wrong in plain words, or null; and whether a sync has to read something again
 * @example await auditVotingPower({ protocol, reader, database }, { repair: true }) // { fault: null, readAgain: false }
 */
export async function auditVotingPower(
  work: { protocol: TrackedProtocol; reader: ChainReader; database: Database; piece?: number },
  { repair }: { repair: boolean },
): Promise<{ fault: string | null; readAgain: boolean }> {
  const taken = await takeVotes(work)
  const fault = taken && toVotesFault(taken)
  if (!taken?.audit || fault === null) return { fault: null, readAgain: false }
  if (!repair) return { fault, readAgain: false }
  const repaired = await repairVotes({ ...work, block: taken.block, audit: taken.audit })
  if (repaired.status === 'rewound') return { fault: `${fault}. ${toRepairText(repaired)}`, readAgain: true }
  return { fault: `${fault}. No endpoint has other logs than those that are kept: votes also change without logs, or every endpoint leaves out the same ones`, readAgain: false }
}
