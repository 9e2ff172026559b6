import type { Database } from '@/db/database'
import { loadProposals, loadProposalsVersion, loadVotes } from '@/db/proposals'
import type { BlocWindow, PlaceBlocs } from '@/lib/domain/bloc'
import { toAgreement } from '@/lib/governance/agreement'
import { isDecided } from '@/lib/governance/decidedProposals'
import { eachBlocWindow, type DecidedProposal } from '@/lib/governance/votingBlocs'
import { askOnce } from '../askOnce'

/** So many of the largest voters are compared: more would fit no page. */
const mostVoters = 12
/** Each protocol's answer is small. */
const kept = 32

/**
 * Who votes alike in each place where a protocol's proposals are voted on: its Governors, its space, imported files. Only decided questions of
 * for and against count.
 *
 * @returns the place with most of them first; ties by its name
 */
export async function loadBlocs(database: Database, slug: string): Promise<readonly PlaceBlocs[]> {
  return askOnce('blocs', `${slug}:${await loadProposalsVersion(database, slug)}`, () => describeBlocs(database, slug), kept)
}

async function describeBlocs(database: Database, slug: string): Promise<PlaceBlocs[]> {
  const proposals = (await loadProposals(database, slug)).filter((proposal) => proposal.rule !== null && isDecided(proposal))
  if (proposals.length === 0) return []
  const votes = await loadVotes(database, slug, proposals.map(({ id }) => id))
  const places = new Map(proposals.map(({ origin, place }) => [`${origin} ${place}`, { origin, place }]))
  const blocs: PlaceBlocs[] = []
  for (const { origin, place } of places.values()) {
    const here = proposals.filter((one) => one.origin === origin && one.place === place)
    const all = here.map(({ id, key, closes }): DecidedProposal => ({ key, closes, votes: votes.get(id) ?? [] }))
    const windows: BlocWindow[] = []
    for (const window of eachBlocWindow(all)) {
      windows.push(window)
      // Others are answered in between.
      await new Promise((resolve) => setImmediate(resolve))
    }
    blocs.push({ origin, place, proposals: here.length, windows, matrix: toAgreement(all, mostVoters) })
  }
  return blocs.sort((a, b) => b.proposals - a.proposals || (a.place < b.place ? -1 : 1))
}
