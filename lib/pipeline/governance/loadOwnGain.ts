import { loadDayEnds } from '@/db/balanceHistory'
import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadProposals, loadVotes, type SavedProposal } from '@/db/proposals'
import type { TrackedProtocol } from '@/db/protocols'
import type { Vote } from '../../domain/proposal'
import { toOwnGain } from '../../governance/ownGain'
import { readCalls } from '../../governance/touchedContracts'
import type { ProposalGain } from '../../views/ownGain'
import { askOnce } from '../askOnce'
import { toLedger } from '../ledger'
import { openOwnerships } from '../ownership/openOwnerships'

type Known = NonNullable<ProposalGain['block']>

/**
 * Of every proposal on the chain, the share of "for" that was cast by accounts with something in what its calls touch, the one that closes last
 * first. From the database alone; made once for each state of it.
 */
export async function loadOwnGains(database: Database, protocol: TrackedProtocol): Promise<readonly ProposalGain[]> {
  return askOnce('ownGain', `${await loadContentVersion(database)}:${protocol.slug}`, async () => {
    const proposals = (await loadProposals(database, protocol.slug)).filter(({ origin }) => origin === 'chain')
    const votes = await loadVotes(database, protocol.slug, proposals.map(({ id }) => id))
    return toProposalGains(database, protocol, proposals.map((proposal) => ({ proposal, votes: votes.get(proposal.id) ?? [] })))
  })
}

/** The same of one proposal. */
export const loadOwnGain = async (database: Database, protocol: TrackedProtocol, proposal: SavedProposal, votes: readonly Vote[]): Promise<ProposalGain> =>
  (await toProposalGains(database, protocol, [{ proposal, votes }]))[0]!

async function toProposalGains(database: Database, protocol: TrackedProtocol, voted: readonly { proposal: SavedProposal; votes: readonly Vote[] }[]): Promise<ProposalGain[]> {
  const wrappers = protocol.wrappers.map(({ address }) => address)
  const known = new Set(wrappers)
  const blockOf = toBlocks([...(await loadDayEnds(database, protocol.token.chainId)).values()])
  const asked = voted.map(({ proposal, votes }) => ({ proposal, votes, block: readCalls(proposal.calls, known).touched.size > 0 ? blockOf(proposal) : null }))
  const blocks = [...new Set(asked.flatMap(({ block }) => (block ? [block.number] : [])))].sort((a, b) => a - b)
  const opened = blocks.length > 0 ? await openOwnerships(database, toLedger(protocol, null)!, blocks.at(-1)!) : null
  const found = new Map<number, ProposalGain>()
  // In the order of blocks: going on is cheaper than going back.
  for (const { proposal, votes, block } of asked.sort((a, b) => (a.block?.number ?? 0) - (b.block?.number ?? 0))) {
    const { ownerships } = block && opened ? await opened.at(block.number) : { ownerships: [] }
    found.set(proposal.id, { proposal, block, gain: toOwnGain(proposal, votes, ownerships, wrappers) })
  }
  return voted.map(({ proposal }) => found.get(proposal.id)!)
}

/**
 * The last block that is known to lie before votes are counted: where they are counted at a second, the end of the day before, or the block in which
 * the proposal was made if that came later.
 */
const toBlocks = (dayEnds: readonly Known[]) => ({ countedAt, created }: SavedProposal): Known | null => {
  if (!countedAt) return null
  if (countedAt.clock === 'blockNumber') return { number: countedAt.at, timestamp: null }
  if (countedAt.block !== undefined) return { number: countedAt.block, timestamp: null }
  const candidates = [...dayEnds, ...(created.block === null ? [] : [{ number: created.block, timestamp: created.timestamp }])]
  const before = candidates.filter(({ timestamp }) => timestamp !== null && timestamp <= countedAt.at)
  const last = before.reduce<Known | null>((best, one) => (best && best.number >= one.number ? best : one), null)
  return last && { number: last.number, timestamp: last.timestamp }
}
