import type { CallResult, ChainReader, ContractCall } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Claim } from '../../domain/distribution'
import type { Block, Gap } from '../../domain/snapshot'
import type { VotesAudit } from '../../domain/votingPower'
import { toSample } from '../auditSnapshot'
import type { OpenVotes } from './openVotes'
import type { OpenVotesContract } from './openVotesContract'

/** Half of them are the largest delegates, the others are spread over all others, those among them who have lost all their votes. */
const delegatesAsked = 100
/** Whose delegation never came to us, but should have, is likeliest found among those who hold most. */
const holdersAsked = 25

/**
 * Holds folded votes against the contracts at one block: sampled delegates and the largest holders each by what the contract says, and the sum
 * of all votes by what the contract says, or by what those hold who have delegated.
 *
 * @param claims everybody with votes, largest first
 * @returns the audit, and a gap for each read that failed. An audit with gaps is 'incomplete' unless what could be read already fails it
 */
export async function auditVotes(reader: Pick<ChainReader, 'readContracts'>, opened: OpenVotes, block: Block, claims: readonly Claim[]): Promise<{ audit: VotesAudit; gaps: Gap[] }> {
  const { contracts, votesOf } = opened
  const accounts = toAsked(opened, claims)
  const calls = contracts.flatMap(({ contract, source }) => accounts.map((account) => source.ask(contract, account, block)))
  const answers = await readFirsts(reader, calls, block.number)
  const gaps: Gap[] = []
  const mismatches = accounts.flatMap((account, place) => {
    const said = contracts.map((_, nth) => answers[nth * accounts.length + place]!)
    const unread = said.find((answer) => answer.status === 'failed')
    if (unread?.status === 'failed') gaps.push({ subject: `votes of ${account}`, reason: unread.reason })
    const chain = said.reduce((sum, answer) => sum + (answer.status === 'ok' ? BigInt(answer.value as bigint) : 0n), 0n)
    return unread || chain === votesOf(account) ? [] : [{ account, folded: votesOf(account), chain }]
  })
  const sums = await Promise.all(contracts.map((one) => auditSum(reader, one, block)))
  const wrongSums = sums.flatMap((sum) => (sum?.isWrong ? [sum.gap] : []))
  gaps.push(...sums.flatMap((sum) => (sum ? [sum.gap] : [])))
  const status = mismatches.length > 0 || wrongSums.length > 0 ? 'failed' : gaps.length > 0 ? 'incomplete' : 'passed'
  return { audit: { status, sampled: accounts.length, mismatches }, gaps }
}

function toAsked({ contracts, votesOf }: OpenVotes, claims: readonly Claim[]): Address[] {
  const without = contracts.flatMap(({ books }) => [...books.accounts()].filter((account) => votesOf(account) === 0n)).sort()
  const sample = toSample([...claims, ...[...new Set(without)].map((account) => ({ account, amount: 0n }))], delegatesAsked)
  const holders = contracts.flatMap(({ balances }) => [...balances].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).slice(0, holdersAsked))
  return [...new Set([...sample.map(({ account }) => account), ...holders.map(([account]) => account)])]
}

/** Of each list of calls the first answer, or why the last failed. */
async function readFirsts(reader: Pick<ChainReader, 'readContracts'>, lists: readonly (readonly ContractCall[])[], blockNumber: number): Promise<CallResult[]> {
  const answers = await reader.readContracts(lists.flat(), blockNumber)
  let next = 0
  return lists.map((list) => {
    const mine = answers.slice(next, (next += list.length))
    return mine.find(({ status }) => status === 'ok') ?? mine.at(-1) ?? { status: 'failed', reason: 'no answer' }
  })
}

/** @returns null where the sum is right, or nobody knows it */
async function auditSum(reader: Pick<ChainReader, 'readContracts'>, { contract, source, books, knowsGivers }: OpenVotesContract, block: Block): Promise<{ gap: Gap; isWrong: boolean } | null> {
  const folded = [...books.accounts()].reduce((sum, account) => sum + books.votesOf(account), 0n)
  const subject = `sum of the votes of ${contract.name}`
  if (!source.askTotal) {
    if (source.balances !== 'givers' || !knowsGivers) return null
    let given = 0n
    for (const { amount } of books.given()) given += amount
    return given === folded ? null : { gap: { subject, reason: `by the logs ${folded}, those who have delegated hold ${given}` }, isWrong: true }
  }
  const [answer] = await reader.readContracts([source.askTotal(contract, block)], block.number)
  if (answer?.status !== 'ok') return { gap: { subject, reason: answer?.reason ?? 'no answer' }, isWrong: false }
  return answer.value === folded ? null : { gap: { subject, reason: `by the logs ${folded}, the contract says ${String(answer.value)}` }, isWrong: true }
}
