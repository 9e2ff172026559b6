import { z } from 'zod'
import { findProposal, loadOutcomes, loadVotesOf } from '@/db/decidedProposals'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toDecimalString } from '@/lib/domain/amount'
import type { Database } from '@/db/database'
import { readProposalWord, toProposalWord, type ProposalName } from '@/lib/domain/proposalWord'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { ProblemError } from '@/lib/publish/problem'
import { requireProtocol } from '../find'
import { defineResource } from '../resource'
import { checksumAddress, decimalAmount, label, latestOrProposal, proposalWord, rawAmount, slug, time } from '../schemas'
import { tally, toTallyAnswer } from './proposals'

export const proposalVotes = defineResource({
  id: 'proposalVotes',
  address: '/protocols/{slug}/proposals/{proposal}/votes',
  name: { en: 'Votes', de: 'Stimmen' },
  description: {
    en: 'What was cast on one proposal, largest first, to the last one. Where the question was not for and against, all parts are 0.',
    de: 'Was bei einem Vorschlag abgegeben wurde, das Größte zuerst, bis zum Letzten. Wo es nicht um dafür und dagegen ging, sind alle Teile 0.',
  },
  path: z.strictObject({ slug, proposal: latestOrProposal }),
  query: z.strictObject({}),
  data: z.array(z.strictObject({ rank: z.int().positive(), address: checksumAddress, votes_raw: rawAmount, votes: decimalAmount, parts: tally, time, label: label.nullable() })),
  /** The proposal of all pages, and the rank of the last vote */
  position: z.strictObject({ proposal: proposalWord, rank: z.int().positive().max(10_000_000) }),
  cost: 'plain',
  load: async ({ path, position, limit, database }) => {
    const protocol = await requireProtocol(database, path.slug)
    const proposal = await find(database, path.slug, position?.proposal ?? path.proposal)
    if (!proposal) throw new ProblemError('notFound', `${path.slug} has no such proposal; /api/v1/protocols/${path.slug}/proposals lists those it has`)
    const from = position?.rank ?? 0
    const rows = await loadVotesOf(database, proposal.id, { offset: from, limit: limit + 1 })
    const known = new Map(protocol.labels.map((each) => [each.address, each]))
    return {
      data: rows.slice(0, limit).map(({ voter, timestamp, votes, parts }, place) => {
        const said = known.get(voter)
        return {
          rank: from + place + 1, address: toChecksumAddress(voter), votes_raw: String(votes), votes: toDecimalString(votes, protocol.token.decimals), parts: toTallyAnswer(parts), time: toIsoTime(timestamp),
          label: said ? { name: said.name, role: said.role, kind: said.kind, source: said.source } : null,
        }
      }),
      basis: { protocol, token: protocol.token, block: null, computedAt: null, lens: null, denominator: null, audit: null, gaps: proposal.gaps.length },
      next: rows.length > limit ? { proposal: toProposalWord(proposal), rank: from + limit } : null,
      freshness: 'newest',
    }
  },
})

/** The proposal of a word, or the last one to close. */
async function find(database: Database, slug: string, word: string): Promise<(ProposalName & { id: number; gaps: readonly unknown[] }) | null> {
  if (word !== 'latest') {
    const found = await findProposal(database, slug, readProposalWord(word)!)
    return found && { ...found.proposal, id: found.id }
  }
  const [newest] = await loadOutcomes(database, slug)
  return newest ? { ...newest.proposal, id: newest.id } : null
}
