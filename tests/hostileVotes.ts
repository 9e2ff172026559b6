import { saveProposals } from '@/db/proposals'
import type { Database } from '@/db/database'
import type { Address } from '@/lib/domain/address'
import type { Proposal, Vote } from '@/lib/domain/proposal'

const account = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const start = 1_767_225_600

/**
 * Sixteen decided proposals of a protocol, voted on by seven accounts, imported from a file whose name, keys and titles mean harm, as anybody's
 * may. Account 1 and 2 are always for, 3 to 5 always against, 6 and 7 for and against in turn.
 *
 * @param text what a name may hold: formulas, markup, quotes
 */
export async function fillHostileVotes(database: Database, protocol: string, text: string): Promise<void> {
  const place = `${text}.csv`
  const voted = Array.from({ length: 16 }, (_, number) => {
    const cast = (voter: number): Vote => {
      const votes = 10n ** 18n * BigInt(100 - voter)
      const inFavour = voter <= 2 || (voter >= 6 && number % 2 === 0)
      return { voter: account(voter), timestamp: start + number, votes, parts: { for: inFavour ? votes : 0n, against: inFavour ? 0n : votes, abstain: 0n } }
    }
    const proposal: Proposal = {
      origin: 'imported', place, key: `${number} ${text}`, title: text, description: text, proposer: null, created: { block: null, timestamp: start }, countedAt: null, opens: start, closes: start + 86_400 * (number + 1),
      calls: [], rule: { quorum: 0n, quorumOf: ['for', 'against', 'abstain'], majority: { numerator: 1n, denominator: 2n } }, threshold: null, state: 'succeeded', queued: null, executed: null, options: [], counted: null, gaps: [],
    }
    return { proposal, votes: [1, 2, 3, 4, 5, 6, 7].map(cast) }
  })
  await saveProposals(database, { protocol, origin: 'imported', place }, voted)
}
