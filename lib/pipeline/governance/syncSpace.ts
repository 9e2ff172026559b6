import type { Database } from '@/db/database'
import { loadVotesOf } from '@/db/decidedProposals'
import { addProposals, loadProposals, removeOtherProposals, type SavedProposal } from '@/db/proposals'
import type { TrackedProtocol } from '@/db/protocols'
import type { Vote } from '@/lib/domain/proposal'
import { proposalsAtOnce, type SnapshotHub } from '@/lib/offChain/snapshotHub'
import { toVoted } from '@/lib/offChain/toVoted'

/** A closed proposal of which votes are missing is asked for again for so long; Snapshot counts late ones within minutes. */
const patience = 7 * 86_400

/** What a run brought. */
export interface SpaceSync {
  space: string
  /** All that the space has */
  proposals: number
  /** Asked for in this run, and those of them that were new or had changed */
  asked: number
  changed: number
  /** Those that the space no longer has */
  gone: number
  /** Closed ones of which votes are missing */
  incomplete: number
}

interface SpaceOptions {
  protocol: Pick<TrackedProtocol, 'slug' | 'token' | 'governance'>
  hub: SnapshotHub
  database: Database
  /** Unix seconds */
  now: number
  /** Asks for all of them, also those that are kept whole */
  again?: boolean
  /** Told after each proposal how many of how many were read */
  onProgress?: (read: number, all: number) => void
}

/**
 * Brings what a protocol's space at Snapshot voted up to date. Each proposal is saved with all its votes as soon as it was read, so that a run
 * that was cut goes on where it was; closed ones that are kept whole are not asked for again; those that their author took back go.
 *
 * @returns null where the protocol has no space
 * @throws HubError where Snapshot does not answer; Error where it knows no proposal of the space
 */
export async function syncSpace({ protocol, hub, database, now, again = false, onProgress }: SpaceOptions): Promise<SpaceSync | null> {
  const { space } = protocol.governance
  if (space === undefined) return null
  const heads = await hub.readHeads(space)
  if (heads.length === 0) throw new Error(`Snapshot knows no proposal of the space ${space}: look at governance.space in the file of ${protocol.slug}. What is kept stays.`)
  const place = { protocol: protocol.slug, origin: 'offChain', place: space } as const
  const kept = new Map((await loadProposals(database, protocol.slug)).filter((one) => one.origin === 'offChain' && one.place === space).map((one) => [one.key, one]))
  const needed = heads.map(({ id }) => id).filter((id) => again || !isWhole(kept.get(id), now))
  const sync: SpaceSync = { space, proposals: heads.length, asked: needed.length, changed: 0, gone: 0, incomplete: 0 }
  for (let from = 0; from < needed.length; from += proposalsAtOnce) {
    const ids = needed.slice(from, from + proposalsAtOnce)
    for (const [index, said] of (await hub.readProposals(ids)).entries()) {
      const voted = toVoted({ origin: 'offChain', place: space, token: protocol.token }, said, await hub.readVotes(said.id))
      const before = kept.get(said.id)
      if (!before || !(await isSame(database, before, voted))) {
        await addProposals(database, place, [voted])
        sync.changed += 1
      }
      if (said.state === 'closed' && voted.proposal.gaps.some(isOfVotes)) sync.incomplete += 1
      onProgress?.(from + index + 1, needed.length)
    }
  }
  sync.gone = await removeOtherProposals(database, place, heads.map(({ id }) => id))
  return sync
}

const isOfVotes = ({ subject }: { subject: string }): boolean => subject === 'votes'

/** Kept, closed, and with all its votes, or so long closed that what is missing will not come. */
const isWhole = (kept: SavedProposal | undefined, now: number): boolean =>
  kept !== undefined && kept.state !== 'pending' && kept.state !== 'active' && (!kept.gaps.some(isOfVotes) || kept.closes + patience < now)

/** Pages are made anew for what changed alone: an open vote is asked for every few minutes. */
async function isSame(database: Database, { id, ...before }: SavedProposal, voted: { proposal: unknown; votes: readonly Vote[] }): Promise<boolean> {
  const votes = await loadVotesOf(database, id)
  return toComparable(before) === toComparable(voted.proposal) && toComparable(votes) === toComparable(voted.votes)
}

/** The same words for the same thing, in whatever order its fields stand. */
const toComparable = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === 'bigint') return String(one)
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
  })

/** A run in one line. */
export const toSpaceText = ({ space, proposals, asked, changed, gone, incomplete }: SpaceSync): string =>
  [`${space}: ${proposals} proposals`, `${asked} asked for`, `${changed} new or changed`, gone > 0 && `${gone} gone`, incomplete > 0 && `${incomplete} with votes missing`].filter(Boolean).join(', ')
