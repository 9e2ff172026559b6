import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadVotedOn, loadVotesOf } from '@/db/decidedProposals'
import { loadProposals } from '@/db/proposals'
import type { TrackedProtocol } from '@/db/protocols'
import { loadVotesDays, loadVotesSnapshot, type MeasuredVotes } from '@/db/votesSnapshots'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Address } from '@/lib/domain/address'
import type { Tally } from '@/lib/domain/ballot'
import type { Lens } from '@/lib/domain/lens'
import type { Measurement } from '@/lib/domain/snapshot'
import { toDecided, usualCount, type Voted } from '@/lib/governance/decidedProposals'
import { countVotes, toDelegation } from '@/lib/governance/delegation'
import { toLadder, toRung, toUsuallyCast, type Rung, type RungId } from '@/lib/governance/ladder'
import { toThresholds } from '@/lib/governance/protocolThresholds'
import { toQuorumVotes } from '@/lib/governance/tally'
import { measure } from '@/lib/metrics/registry'
import { toLensId } from '@/lib/ownership/lenses'
import type { LoadedDelegates, LoadedVotes } from '@/lib/publish/loadedVotes'
import { governorSources } from '@/lib/sources/governors/registry'
import type { Turnout } from '@/lib/views/quorumGauge'
import { askOnce } from '../askOnce'
import { countPowerOfLargest } from './countPowerOfLargest'
import { loadGathered } from './loadGathered'
import { toKeptDelegates, toVotesLens, type VotesLens } from './votesUnderLens'

/** What is to be loaded beside what is told of the newest block. */
export interface VotesParts {
  /** UTC days, both included; false for none of them */
  days: { from: string | null; to: string | null } | false
  indices: boolean
  gathered: boolean
}

/**
 * Who can vote on a protocol, who does, and what that takes, under a lens.
 *
 * @param measurements of what is held, each under its lens; empty before the first snapshot
 * @returns null where neither votes nor decided proposals are kept
 */
export async function loadVotingPower(
  database: Database,
  protocol: TrackedProtocol,
  measurements: readonly Measurement[],
  lens: Lens,
  parts: VotesParts,
): Promise<LoadedVotes | null> {
  const [{ snapshot, origin, decided, recent, votedOn }, days] = await Promise.all([loadVoting(database, protocol.slug), parts.days ? loadVotesDays(database, protocol.slug) : []])
  const votesLens = toVotesLens(protocol, lens)
  if (!snapshot && decided.length === 0) return null
  const count = (of: readonly { id: number }[], toOne: VotesLens['toOne']) => countVotes(votedOn, new Set(of.map(({ id }) => id)), toOne)
  const itself: VotesLens['toOne'] = (account) => account
  const supply = measurements.find((one) => one.lens === 'raw')?.denominator ?? null
  const whole = lens.ofSupply && supply !== null ? supply : undefined
  const seen = snapshot && toKeptDelegates(snapshot.delegates, votesLens)
  const usual = toUsuallyCast(recent)
  const told: (Rung | null)[] = [
    toHeldRung('supply', measurements, { ...lens, treatment: 'raw' }),
    lens.treatment === 'circulating' ? toHeldRung('circulating', measurements, lens) : null,
    seen && toRung('delegated', seen.seen, measure, { whole }),
    recent.length > 0 ? toRung('cast', votesLens.see(usual.claims), measure, { of: usual.proposals, whole }) : null,
  ]
  const ruled = recent.find(({ proposal }) => proposal.rule)?.proposal ?? null
  const toPropose = decided.find((proposal) => proposal.threshold !== null)
  return {
    delegates: snapshot && seen && await describeDelegates(snapshot, seen, {
      last: count(decided.slice(0, usualCount), votesLens.toOne), all: count(decided, votesLens.toOne), protocol, whole, indices: parts.indices,
    }),
    proposals: { origin, decided: decided.length, last: recent.length },
    ladder: toLadder(told.filter((rung) => rung !== null), lens.treatment === 'circulating' ? 'circulating' : 'supply', supply),
    thresholds: toThresholds(seen?.kept.map((one) => one.votes) ?? [], {
      proposal: toPropose ? { amount: toPropose.threshold!, strictly: asksForMore(protocol, toPropose.place) } : null,
      rule: ruled?.rule ?? null,
      tallies: recent.filter(({ proposal }) => proposal.rule).map((one) => toTally(one)),
    }),
    turnouts: recent.flatMap((one) => toTurnout(one)),
    rule: ruled?.rule ?? null,
    delegation: snapshot && supply ? toDelegation(snapshot.delegates, supply, decided.length > 0 ? new Set(count(decided, itself).keys()) : null) : null,
    days: days.filter(({ day }) => parts.days && (parts.days.from === null || day >= parts.days.from) && (parts.days.to === null || day <= parts.days.to)),
    gathered: parts.gathered ? await loadGathered(database, protocol, recent, votesLens) : null,
  }
}

/** Who can vote and who did: the same under every lens, and read once for all charts of a page. */
async function loadVoting(database: Database, slug: string) {
  return askOnce('voting', `${await loadContentVersion(database)}:${slug}`, async () => {
    const [snapshot, proposals, votedOn] = await Promise.all([loadVotesSnapshot(database, slug), loadProposals(database, slug), loadVotedOn(database, slug)])
    const { origin, decided } = toDecided(proposals)
    // Of all others who voted is enough: a protocol may have a million votes.
    const recent = await Promise.all(decided.slice(0, usualCount).map(async (proposal): Promise<Voted> => ({ proposal, votes: await loadVotesOf(database, proposal.id) })))
    return { snapshot, origin, decided, recent, votedOn }
  })
}

/** Whether the Governor in which something was proposed asks for more votes than its threshold. */
const asksForMore = ({ governance }: TrackedProtocol, place: string): boolean =>
  governorSources.find(({ id }) => id === governance.governors.find(({ address }) => address === place)?.source)?.proposesAbove ?? false

function toHeldRung(id: RungId, measurements: readonly Measurement[], lens: Lens): Rung | null {
  const found = measurements.find((one) => one.lens === toLensId(lens))
  const holders = found?.metrics.holders
  return found ? toRungOf(id, found, holders?.status === 'ok' ? holders.value : 0) : null
}

const toRungOf = (id: RungId, { denominator, metrics, excluded }: Measurement, accounts: number): Rung => ({
  id,
  total: denominator,
  accounts,
  metrics,
  excluded: { accounts: excluded.reduce((sum, one) => sum + one.accounts, 0), amount: excluded.reduce((sum, one) => sum + one.amount, 0n) },
})

interface DelegatesBasis {
  /** On how many of the newest and of all decided proposals each owner voted */
  last: ReadonlyMap<Address, number>
  all: ReadonlyMap<Address, number>
  protocol: TrackedProtocol
  whole: bigint | undefined
  indices: boolean
}

async function describeDelegates(
  { day, block, audit, gaps }: MeasuredVotes,
  { kept, seen }: ReturnType<typeof toKeptDelegates>,
  { last, all, protocol, whole, indices }: DelegatesBasis,
): Promise<LoadedDelegates> {
  const power = indices ? await countPowerOfLargest(kept.map(({ votes }) => votes)) : null
  const known = new Map(protocol.labels.map((label) => [label.address, label]))
  return {
    day, block, audit, gaps,
    denominator: whole ?? seen.distribution.total,
    excluded: seen.excluded,
    counted: power && { delegates: power.banzhaf.length, method: power.method },
    rows: kept.map(({ delegate, votes, delegators, own }, place) => {
      const label = known.get(delegate)
      return {
        rank: place + 1,
        address: toChecksumAddress(delegate),
        votes, delegators, own,
        label: label ? { name: label.name, role: label.role, source: label.source } : null,
        cast: { last: last.get(delegate) ?? 0, all: all.get(delegate) ?? 0 },
        banzhaf: power?.banzhaf[place] ?? null,
      }
    }),
  }
}

function toTally({ votes }: Voted): Tally {
  const tally = { for: 0n, against: 0n, abstain: 0n }
  for (const { parts } of votes) for (const support of ['for', 'against', 'abstain'] as const) tally[support] += parts[support]
  return tally
}

function toTurnout(voted: Voted): Turnout[] {
  const { proposal: { key, title, closes, rule }, votes } = voted
  if (!rule || rule.quorum === 0n) return []
  return [{ key, title, closes, cast: votes.reduce((sum, one) => sum + one.votes, 0n), counted: toQuorumVotes(toTally(voted), rule), quorum: rule.quorum }]
}
