import { decodeEventLog, encodeAbiParameters, parseAbi, parseAbiParameters, toEventSelector } from 'viem'
import type { Log } from '@/lib/chain/log'
import { openGovernorBook } from '@/lib/sources/governors/foldProposals'
import { openZeppelinGovernor } from '@/lib/sources/governors/openZeppelinGovernor'
import { toVotes } from '@/lib/sources/governors/toProposal'

const votesEach = 3000
const address = `0x${'c'.repeat(40)}` as const
const castAbi = parseAbi(['event VoteCast(address indexed voter, uint256 id, uint8 support, uint256 votes, string reason)'])
const [created, cast] = ['ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)', 'VoteCast(address,uint256,uint8,uint256,string)'].map(toEventSelector) as [`0x${string}`, `0x${string}`]
const [createdFields, castFields] = [parseAbiParameters('uint256, address, address[], uint256[], string[], bytes[], uint256, uint256, string'), parseAbiParameters('uint256, uint8, uint256, string')]

/**
 * `npm run -s bench -- proposals`: proposals with 3,000 votes each, folded from their logs as they come from the database, piece by piece, beside
 * viem's decoding of the same logs of votes in the same run.
 */
export async function benchProposals(proposals: number): Promise<Record<string, number>> {
  const { book, add } = openGovernorBook(openZeppelinGovernor.toEvent)
  const spent = { fold: 0, viem: 0 }
  for (let id = 1; id <= proposals; id++) {
    const proposal = [toLog(id * 50_000, 0, [created], encodeAbiParameters(createdFields, [BigInt(id), address, [address], [0n], [''], ['0x'], 1n, 2n, 'x'.repeat(5000)]))]
    const votes = Array.from({ length: votesEach }, (_, nth) => toVoteLog(id, nth))
    spent.fold += time(() => {
      add(proposal)
      add(votes)
    })
    spent.viem += time(() => votes.forEach(({ topics, data }) => decodeEventLog({ abi: castAbi, topics: topics as [`0x${string}`], data: data as `0x${string}` })))
  }
  let kept = 0
  const listed = time(() => book.proposals.forEach((proposal) => (kept += toVotes(proposal, (block) => block).length)))
  if (kept !== proposals * votesEach) throw new Error(`${kept} votes were folded of ${proposals * votesEach}`)
  return { proposals, votes: kept, foldSeconds: round(spent.fold + listed), viemDecodeSeconds: round(spent.viem), peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) }
}

const toLog = (blockNumber: number, logIndex: number, topics: string[], data: string): Log => ({ address, topics, data, blockNumber, blockHash: `0x${'d'.repeat(64)}`, logIndex })

/** One in four says why, in a sentence or two. */
function toVoteLog(id: number, nth: number): Log {
  const voter = `0x${(0xacc000 + nth).toString(16).padStart(64, '0')}`
  const reason = nth % 4 === 0 ? 'It is right. '.repeat(10) : ''
  return toLog(id * 50_000 + nth, 0, [cast, voter], encodeAbiParameters(castFields, [BigInt(id), nth % 3, BigInt(nth) * 10n ** 18n, reason]))
}

function time(work: () => void): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}
const round = (seconds: number): number => Math.round(seconds * 100) / 100
