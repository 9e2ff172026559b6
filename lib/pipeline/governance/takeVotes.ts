import type { Database } from '@/db/database'
import { loadSettledBlock } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { saveVotes, type MeasuredVotes } from '@/db/votesSnapshots'
import { toDay } from '../../chain/dayEnds'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import { toDistribution, type Distribution } from '../../domain/distribution'
import type { DelegateVotes } from '../../domain/votingPower'
import { measure } from '../../metrics/registry'
import { auditVotes } from './auditVotes'
import { openVotes, toAnswerGaps, toClock, type OpenVotes } from './openVotes'

/**
 * Who can cast how many votes at the block of the protocol's newest snapshot: folded from kept logs and balances, held against the contracts at
 * that block, measured and saved. Nobody is left out: which accounts count is the pages' choice.
 *
 * @returns null where the protocol names no contract that counts votes, or nothing of it was read yet
 * @throws Error in plain words where its logs do not reach the block, or the votes hang on what could not be read
 */
export async function takeVotes(options: { protocol: TrackedProtocol; reader: ChainReader; database: Database }): Promise<MeasuredVotes | null> {
  const { protocol, reader, database } = options
  if (protocol.governance.votes.length === 0) return null
  const block = await loadSettledBlock(database.db, protocol.tokenId)
  if (!block) return null
  const opened = await openVotes(database, protocol, { upTo: block.number, withGivers: true })
  await opened.foldTo(block.number)
  const answers = await opened.read(reader, block.number)
  const changes = opened.changesAt(block, answers)
  const distribution = toDistribution(changes.map(({ account, after }) => ({ account, amount: after })))
  const claims = distribution.accounts.map((account, place) => ({ account, amount: distribution.amounts[place]! }))
  const { audit, gaps } = await auditVotes(reader, opened, block, claims)
  const votes: MeasuredVotes = {
    day: toDay(block.timestamp),
    origin: 'chain',
    block,
    clock: toClock(answers),
    delegates: toDelegates(opened, distribution),
    delegated: distribution.total,
    audit,
    gaps: [...toAnswerGaps(answers), ...opened.gaps(), ...gaps],
    metrics: measure(distribution),
  }
  await saveVotes(database, protocol.slug, votes, Object.fromEntries([...answers].map(([contract, { answers: said }]) => [contract.address, said])))
  return votes
}

/** An account that gives its votes in two contracts is one who gives. */
function toDelegates({ contracts }: OpenVotes, { accounts, amounts }: Distribution): DelegateVotes[] {
  const known = contracts.every(({ knowsGivers }) => knowsGivers)
  const givers = new Map<Address, Set<Address>>()
  const own = new Map<Address, bigint>()
  for (const { giver, delegate, amount } of known ? contracts.flatMap(({ books }) => [...books.given()]) : []) {
    const those = givers.get(delegate)
    if (those) those.add(giver)
    else givers.set(delegate, new Set([giver]))
    if (giver === delegate) own.set(delegate, (own.get(delegate) ?? 0n) + amount)
  }
  return accounts.map((delegate, place) => ({
    delegate,
    votes: amounts[place]!,
    delegators: known ? (givers.get(delegate)?.size ?? 0) : null,
    own: known ? (own.get(delegate) ?? 0n) : null,
  }))
}
