import { z } from 'zod'
import { loadVotesSnapshot } from '@/db/votesSnapshots'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toDecimalString, toRatio } from '@/lib/domain/amount'
import { toLens } from '@/lib/ownership/lenses'
import { toKeptDelegates, toVotesLens } from '@/lib/pipeline/governance/votesUnderLens'
import { ProblemError } from '@/lib/publish/problem'
import { requireProtocol } from '../find'
import { defineResource } from '../resource'
import { checksumAddress, decimalAmount, label, lens, rawAmount, share, slug } from '../schemas'

export const delegates = defineResource({
  id: 'delegates',
  address: '/protocols/{slug}/delegates',
  name: { en: 'Delegates', de: 'Delegierte' },
  description: {
    en: 'Who can cast how many votes under a lens, largest first, to the last one; empty where no votes are read. All pages are of one block: where a newer one arrives between them, the answer says to begin anew.',
    de: 'Wer in einer Sicht wie viele Stimmen abgeben kann, die größten zuerst, bis zum letzten; leer, wo keine Stimmen gelesen werden. Alle Seiten gehören zu einem Block: Trifft dazwischen ein neuerer ein, sagt die Antwort, dass von vorn zu beginnen ist.',
  },
  path: z.strictObject({ slug }),
  query: z.strictObject({ lens }),
  data: z.array(
    z.strictObject({
      rank: z.int().positive(),
      address: checksumAddress,
      votes_raw: rawAmount,
      votes: decimalAmount,
      share,
      delegators: z.int().nonnegative().nullable().meta({ description: 'From how many accounts the votes come; null where the source cannot tell' }),
      own_votes_raw: rawAmount.nullable().meta({ description: 'What of the votes is its own; null likewise' }),
      label: label.nullable(),
    }),
  ),
  /** The block of all pages, and the last row's rank */
  position: z.strictObject({ block: z.int().nonnegative(), rank: z.int().positive() }),
  cost: 'plain',
  load: async ({ path, query, position, limit, database }) => {
    const protocol = await requireProtocol(database, path.slug)
    const snapshot = await loadVotesSnapshot(database, path.slug)
    const basis = { protocol, token: protocol.token, lens: toLens(query.lens), computedAt: null }
    if (!snapshot) return { data: [], basis: { ...basis, block: null, denominator: null, audit: null, gaps: 0 }, next: null, freshness: 'newest' }
    if (position && position.block !== snapshot.block.number)
      throw new ProblemError('invalidRequest', 'votes of a newer block have arrived', [{ pointer: '#/query/cursor', detail: `It is of block ${position.block}, and delegates are kept of block ${snapshot.block.number}: begin without one` }])
    const { kept, seen } = toKeptDelegates(snapshot.delegates, toVotesLens(protocol, basis.lens))
    const known = new Map(protocol.labels.map((each) => [each.address, each]))
    const after = position?.rank ?? 0
    const page = kept.slice(after, after + limit)
    return {
      data: page.map(({ delegate, votes, delegators, own }, place) => {
        const said = known.get(delegate)
        return {
          rank: after + place + 1,
          address: toChecksumAddress(delegate),
          votes_raw: String(votes),
          votes: toDecimalString(votes, protocol.token.decimals),
          share: toRatio(votes, seen.distribution.total),
          delegators,
          own_votes_raw: own === null ? null : String(own),
          label: said ? { name: said.name, role: said.role, kind: said.kind, source: said.source } : null,
        }
      }),
      basis: { ...basis, block: snapshot.block, denominator: seen.distribution.total, audit: snapshot.audit?.status ?? null, gaps: snapshot.gaps.length },
      next: kept.length > after + limit ? { block: snapshot.block.number, rank: after + limit } : null,
      freshness: 'newest',
    }
  },
})
