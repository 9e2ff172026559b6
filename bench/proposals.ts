import { decodeEventLog, encodeAbiParameters, parseAbi, parseAbiParameters, toEventSelector } from 'viem'
import type { Database } from '@/db/database'
import { keepFilter, saveEvents } from '@/db/eventLogs'
import { saveProtocol } from '@/db/protocols'
import type { Log } from '@/lib/chain/log'
import type { ChainReader } from '@/lib/chain/reader'
import type { Governor } from '@/lib/domain/governance'
import { protocolSchema } from '@/lib/domain/protocol'
import type { Block } from '@/lib/domain/snapshot'
import { readProposals } from '@/lib/pipeline/governance/readProposals'
import { openZeppelinGovernor } from '@/lib/sources/governors/openZeppelinGovernor'
import { withBenchDatabase } from './benchDatabase'

const votesEach = 3000
/** From one proposal to the next: a week on Ethereum */
const apart = 50_000
const address = `0x${'c'.repeat(40)}` as const
const governor: Governor = { source: 'openZeppelinGovernor', address, name: 'Bench', firstBlock: 0, fact: 'bench' }
const castAbi = parseAbi(['event VoteCast(address indexed voter, uint256 id, uint8 support, uint256 votes, string reason)'])
const [created, cast] = ['ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)', 'VoteCast(address,uint256,uint8,uint256,string)'].map(toEventSelector) as [`0x${string}`, `0x${string}`]
const [createdFields, castFields] = [parseAbiParameters('uint256, address, address[], uint256[], string[], bytes[], uint256, uint256, string'), parseAbiParameters('uint256, uint8, uint256, string')]
const seconds = (began: number): number => Math.round((performance.now() - began) / 10) / 100

/**
 * `npm run -s bench -- proposals`: the first reading of a Governor with so many proposals of 3,000 votes each, from kept logs in Postgres to proposals,
 * votes and outcomes in Postgres; the chain is answered for from memory. Beside it: viem's decoding of the same logs of votes.
 */
export async function benchProposals(proposals: number): Promise<Record<string, number>> {
  return withBenchDatabase(async (database) => {
    const token = { chainId: 1, address: `0x${'b'.repeat(40)}`, symbol: 'BENCH', name: 'Bench', decimals: 18, firstBlock: 0 }
    const protocol = await saveProtocol(database, protocolSchema.parse({ slug: 'bench', name: 'Bench', category: 'lending', website: 'https://example.org', token, governance: { governors: [governor] } }), 0)
    const viemDecodeSeconds = await fill(database, proposals)
    const residentBeforeMb = Math.round(process.memoryUsage.rss() / 2 ** 20)
    const began = performance.now()
    const [reading] = await readProposals({ protocol, reader: toReader(), database })
    const readSeconds = seconds(began)
    const { rows } = await database.pool.query<{ count: number }>('select count(*)::int as count from votes')
    if (reading?.changed !== proposals || rows[0]?.count !== proposals * votesEach) throw new Error(`${reading?.changed} proposals and ${rows[0]?.count} votes were kept`)
    return { proposals, votes: proposals * votesEach, readSeconds, viemDecodeSeconds, residentBeforeMb, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) }
  })
}

/** Proposal by proposal, so that what is made up is never in memory as a whole. */
async function fill(database: Database, proposals: number): Promise<number> {
  const [course, votes] = await Promise.all(openZeppelinGovernor.logs(governor).map((filter) => keepFilter(database, { chainId: 1, ...filter }, { firstBlock: 0, withTransactions: false })))
  let viem = 0
  let kept = votes!
  const last = toBlock((proposals + 1) * apart)
  const begun = Array.from({ length: proposals }, (_, nth) => {
    const [id, start] = [nth + 1, (nth + 1) * apart]
    return toLog(start, 0, [created], encodeAbiParameters(createdFields, [BigInt(id), address, [address], [0n], [''], ['0x'], BigInt(start + 1), BigInt(start + votesEach + 2), 'x'.repeat(5000)]))
  })
  await saveEvents(database, course!, begun, last)
  for (let id = 1; id <= proposals; id++) {
    const logs = Array.from({ length: votesEach }, (_, nth) => toVoteLog(id, nth))
    const began = performance.now()
    logs.forEach(({ topics, data }) => decodeEventLog({ abi: castAbi, topics: topics as [`0x${string}`], data: data as `0x${string}` }))
    viem += performance.now() - began
    const end = id === proposals ? last : toBlock(id * apart + apart - 1)
    await saveEvents(database, kept, logs, end)
    kept = { ...kept, end }
  }
  await database.pool.query('analyze')
  return Math.round(viem / 10) / 100
}

const toHash = (number: number): `0x${string}` => `0x${number.toString(16).padStart(64, '0')}`
const toBlock = (number: number): Block => ({ number, hash: toHash(number), timestamp: 1_600_000_000 + number * 12 })
const toLog = (blockNumber: number, logIndex: number, topics: string[], data: string): Log => ({ address, topics, data, blockNumber, blockHash: toHash(blockNumber), logIndex })

/** One in four says why, in a sentence or two. */
function toVoteLog(id: number, nth: number): Log {
  const voter = `0x${(0xacc000 + nth).toString(16).padStart(64, '0')}`
  const reason = nth % 4 === 0 ? 'It is right. '.repeat(10) : ''
  return toLog(id * apart + 2 + nth, 0, [cast, voter], encodeAbiParameters(castFields, [BigInt(id), nth % 3, BigInt(nth) * 10n ** 18n, reason]))
}

/** The sums of votes that the logs cast: against is 0, for 1, abstention 2. */
const counted = [0, 1, 2].map((support) => Array.from({ length: votesEach }, (_, nth) => (nth % 3 === support ? BigInt(nth) * 10n ** 18n : 0n)).reduce((sum, votes) => sum + votes, 0n))

/** A chain on which all proposals have failed their quorum. */
function toReader(): ChainReader {
  const answers: Readonly<Record<string, unknown>> = { COUNTING_MODE: 'support=bravo&quorum=for,abstain', state: 3, proposalVotes: counted, quorum: 10n ** 40n, proposalThreshold: 1n }
  return {
    chainId: 1,
    readBlock: (number: number) => Promise.resolve(toBlock(number)),
    readContracts: (calls) => Promise.resolve(calls.map(({ functionName }) => (functionName in answers ? { status: 'ok', value: answers[functionName] } : { status: 'failed', reason: 'bench' }))),
  } satisfies Partial<ChainReader> as unknown as ChainReader
}
