import { keepFilter, saveEvents } from '@/db/eventLogs'
import type { Database } from '@/db/database'
import { saveDelegateList } from '@/db/delegateLists'
import { saveProposals, type VotedProposal } from '@/db/proposals'
import type { TrackedProtocol } from '@/db/protocols'
import { saveVotes, saveVotesDays, type MeasuredVotes } from '@/db/votesSnapshots'
import type { Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import type { Support } from '@/lib/domain/ballot'
import { toDistribution } from '@/lib/domain/distribution'
import type { Proposal, Vote } from '@/lib/domain/proposal'
import type { Block } from '@/lib/domain/snapshot'
import { countingRules } from '@/lib/governance/tally'
import { measure } from '@/lib/metrics/registry'

const unit = 10n ** 18n
const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const day = 86_400

/** Whoever proposes may mean harm too. */
export const hostileTitle = '=cmd|"/c calc"!A1 </script><svg onload=alert(1)> ß'

/** Who votes: 1 has the hostile label, 2 is the treasury, 6 to 9 are nobody known. In tokens, at the newest block. */
export const votesAtEnd: Readonly<Record<number, number>> = { 1: 300, 6: 200, 2: 150, 7: 100, 8: 40, 9: 10 }

const topics = ['0x3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f', '0xdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724'] as const
const toWord = (value: bigint) => value.toString(16).padStart(64, '0')

/** The filter under which a token's logs of delegated votes are kept. */
export const toVotesLogs = (chainId: number, address: Address) => ({ chainId, address, topics })

/** A log that says what a delegate has from a block on. */
export const toVotesLog = (address: Address, delegate: number, tokens: number, { number, hash }: Block, logIndex: number): Log => ({
  address, blockNumber: number, blockHash: hash, logIndex, topics: [topics[1], `0x${toWord(BigInt(delegate))}`], data: `0x${toWord(0n)}${toWord(BigInt(tokens) * unit)}`,
})

/** Votes of so many tokens each. */
export function toMeasuredVotes(tokens: Readonly<Record<number, number>>, block: Block, origin: MeasuredVotes['origin']): MeasuredVotes {
  const distribution = toDistribution(Object.entries(tokens).map(([index, amount]) => ({ account: toAddress(Number(index)), amount: BigInt(amount) * unit })))
  return {
    block, origin, clock: 'blockNumber',
    day: new Date(block.timestamp * 1000).toISOString().slice(0, 10),
    delegates: distribution.accounts.map((delegate, place) => ({ delegate, votes: distribution.amounts[place]!, delegators: 1 + place, own: distribution.amounts[place]! / 2n })),
    delegated: distribution.total,
    metrics: measure(distribution),
    audit: origin === 'chain' ? { status: 'passed', sampled: 6, mismatches: [] } : null,
    gaps: origin === 'chain' ? [{ subject: 'getVotes 0x…', reason: '@the node, "it" said no' }] : [],
  }
}

/** What one account cast, one way. */
export const toVote = (index: number, tokens: number, choice: Support, timestamp: number): Vote => ({
  voter: toAddress(index), timestamp, votes: BigInt(tokens) * unit, parts: { for: 0n, against: 0n, abstain: 0n, [choice]: BigInt(tokens) * unit },
})

/** A proposal at a Governor with a quorum of 400 tokens and a threshold of 100. */
export const toProposal = (key: string, title: string, state: Proposal['state'], { number, timestamp }: Pick<Block, 'number' | 'timestamp'>): Proposal => ({
  origin: 'chain', place: toAddress(0x60), key, title, description: title, proposer: toAddress(1), created: { block: number - 1, timestamp: timestamp - day },
  countedAt: { clock: 'blockNumber', at: number }, opens: timestamp, closes: timestamp + 3 * day, calls: [], rule: { quorum: 400n * unit, ...countingRules.bravo },
  threshold: 100n * unit, state, queued: null, executed: null, options: [], counted: null, gaps: [],
})

/**
 * Votes, their history and four proposals for the made-up protocol: 7 (a hostile title) passed with 500 of a quorum of 400, 6 missed it with 340,
 * 5 was voted down, and 8 is open. Beside them a list of four delegates that was imported.
 */
export async function fillVotes(database: Database, { slug, token }: TrackedProtocol, toBlock: (number: number) => Block, last: number): Promise<void> {
  // 6 had nothing until block 12, and 9 lets go at the end.
  const at = (number: number) => ({ ...votesAtEnd, 6: number < 12 ? 0 : 200, 9: number < 18 ? 50 : 10 })
  const filter = await keepFilter(database, toVotesLogs(token.chainId, token.address), { firstBlock: 0, withTransactions: false })
  const logs = [
    ...Object.entries(at(2)).map(([delegate, tokens], place) => toVotesLog(token.address, Number(delegate), tokens, toBlock(2), place)),
    toVotesLog(token.address, 6, 200, toBlock(12), 0),
    toVotesLog(token.address, 9, 10, toBlock(18), 0),
  ]
  await saveEvents(database, filter, logs, toBlock(last))
  await saveVotesDays(database, slug, Array.from({ length: last - 3 }, (_, place) => place + 2).filter((number) => number !== 9).map((number) => toMeasuredVotes(at(number), toBlock(number), 'ledger')))
  await saveVotes(database, slug, toMeasuredVotes(at(last), toBlock(last), 'chain'))
  const voted: VotedProposal[] = [
    { proposal: toProposal('8', 'Still open', 'active', toBlock(last)), votes: [toVote(1, 300, 'for', toBlock(last).timestamp)] },
    { proposal: toProposal('7', hostileTitle, 'executed', toBlock(13)), votes: [toVote(1, 300, 'for', 0), toVote(6, 200, 'for', 0), toVote(2, 150, 'against', 0)] },
    { proposal: toProposal('6', 'Missed by one', 'defeated', toBlock(10)), votes: [toVote(1, 300, 'for', 0), toVote(8, 40, 'for', 0)] },
    { proposal: toProposal('5', '', 'defeated', toBlock(6)), votes: [toVote(1, 300, 'against', 0), toVote(2, 150, 'for', 0)] },
  ]
  await saveProposals(database, { protocol: slug, origin: 'chain', place: toAddress(0x60) }, voted)
  const delegates = [1, 6, 2, 7].map((delegate, place) => ({ delegate: toAddress(delegate), votes: BigInt(400 - 100 * place) * unit }))
  const listed = toDistribution(delegates.map(({ delegate, votes }) => ({ account: delegate, amount: votes })))
  await saveDelegateList(database, slug, {
    day: '2026-01-05', block: 4, file: { name: `${hostileTitle}.csv`, sha256: 'e'.repeat(64) }, population: 'complete', denominator: listed.total, delegates, metrics: measure(listed),
  })
}
