import type { Database } from '@/db/database'
import { loadEvents, loadEventsEnd } from '@/db/eventLogs'
import { isSameProposal } from '@/db/proposalRows'
import { addProposals, countProposals, loadProposals, removeOtherProposals, saveProposals, type ProposalToSave } from '@/db/proposals'
import type { TrackedProtocol } from '@/db/protocols'
import { findLastBefore } from '../../chain/dayEnds'
import type { ChainReader } from '../../chain/reader'
import { toReason } from '../../chain/reason'
import type { Governor } from '../../domain/governance'
import type { Proposal } from '../../domain/proposal'
import type { Block, Gap } from '../../domain/snapshot'
import { openGovernorBook, type FoldedProposal, type GovernorBook } from '../../sources/governors/foldProposals'
import type { GovernorSource } from '../../sources/governors/governorSource'
import type { GovernorTerms } from '../../sources/governors/governorTerms'
import { toGovernorSource } from '../../sources/governors/registry'
import { toProposal, toVotes } from '../../sources/governors/toProposal'
import type { OnProgress } from '../progress'
import { foldVotes } from './foldVotes'
import { openPowerWhenCounted } from './powerWhenCounted'
import { readBlockTimes } from './readBlockTimes'

/** What reading one Governor has brought. */
export interface GovernorReading {
  governor: string
  /** Proposals it has in all, and how many of them are new or have changed */
  proposals: number
  changed: number
  /** Logs that belong to no proposal, and proposals of which nobody knows what has become */
  gaps: readonly Gap[]
}

interface Options {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}

/**
 * Proposals and votes of a protocol's Governors, from the logs that are kept and what the contracts say at the block that these reach. What a
 * proposal takes (quorum, threshold) stands in its row and is not asked again; a proposal that has ended is not asked about at all, but for
 * what could not be read of it. Where nothing has changed nothing is written. Proposals of a Governor that the protocol no longer names go.
 *
 * @throws the first failure, after all Governors had their turn
 */
export async function readProposals(options: Options): Promise<GovernorReading[]> {
  const readings: GovernorReading[] = []
  const failures: Error[] = []
  const { slug, governance } = options.protocol
  for (const { origin, place } of await countProposals(options.database, slug))
    if (origin === 'chain' && !governance.governors.some(({ address }) => address === place)) await saveProposals(options.database, { protocol: slug, origin, place }, [])
  for (const governor of governance.governors) {
    try {
      const reading = await readGovernor(options, governor)
      if (reading) readings.push(reading)
    } catch (error) {
      failures.push(new Error(`proposals of ${governor.name}: ${toReason(error)}`, { cause: error }))
    }
  }
  if (failures[0]) throw failures[0]
  return readings
}

async function readGovernor({ protocol, reader, database, onProgress }: Options, governor: Governor): Promise<GovernorReading | null> {
  const source = toGovernorSource(governor.source)
  const [course, votes] = source.logs(governor).map((filter) => ({ ...filter, chainId: reader.chainId })) as [Filter, Filter]
  const end = await loadEventsEnd(database, [course, votes])
  if (end === null) return null
  const { book, add, release } = openGovernorBook(source.toEvent)
  add(await loadEvents(database, course, -1, end))
  const saved = await loadProposals(database, protocol.slug)
  const kept = new Map(saved.flatMap(({ id: _, ...proposal }) => (proposal.origin === 'chain' && proposal.place === governor.address ? [[proposal.key, proposal as Proposal]] : [])))
  const asked = [...book.proposals.values()].filter((folded) => isOpen(folded, kept.get(folded.key)))
  const place = { protocol: protocol.slug, origin: 'chain', place: governor.address } as const
  if (asked.length === 0) return { governor: governor.name, proposals: book.proposals.size, changed: 0, gaps: book.gaps }

  const block = await reader.readBlock(end)
  const terms = await source.readTerms(governor, reader, end)
  const blockAt = await readCountingBlocks({ asked, kept, terms, block, reader })
  const counted = new Map(asked.map(({ key, start }) => [key, toCountedAt(terms, start, blockAt.get(start) ?? kept.get(key)?.countedAt?.block)]))
  const powerOf = openPowerWhenCounted({ protocol, database, reader }, counted)
  const reading: GovernorReading & { gaps: Gap[] } = { governor: governor.name, proposals: book.proposals.size, changed: 0, gaps: [] }
  const counting = asked.filter(({ key }) => isCounting(kept.get(key)))
  const voted = foldVotes(counting, { terms, end, reader, load: async (after, upTo) => {
    const logs = await loadEvents(database, votes, after, upTo)
    add(logs, terms)
    return logs.length
  } })
  // Of what has ended all votes are kept already.
  const ended = asked.filter(({ key }) => !isCounting(kept.get(key)))
  let some: readonly FoldedProposal[] = ended
  for (;;) {
    const secondsOf = await toClock({ asked: some, terms, block, label: `blocks of ${governor.name}`, reader, database, onProgress })
    const { changed, gaps } = await settle({ governor, source, book, terms, block, asked: some, kept, secondsOf, blockAt, reader })
    if (changed.length > 0) await addProposals(database, place, await Promise.all(changed.map(async (one) => ({ ...one, power: await powerOf(one.proposal.key) }))))
    // Votes on what had ended before stand among those of others that began meanwhile: they are none too many.
    if (some !== ended) for (const { key } of some) release(key)
    reading.changed += changed.length
    reading.gaps.push(...gaps)
    const next = await voted.next()
    if (next.done) break
    some = next.value
  }
  if ([...kept.keys()].some((key) => !book.proposals.has(key))) await removeOtherProposals(database, place, [...book.proposals.keys()])
  return { ...reading, gaps: [...book.gaps, ...reading.gaps] }
}

const toCountedAt = ({ clock }: GovernorTerms, at: number, block: number | undefined): Proposal['countedAt'] => ({ clock, at, ...(block === undefined ? {} : { block }) })

/** By second, the block after which votes are counted: where seconds are the clock. Looked for once a proposal. */
async function readCountingBlocks({ asked, kept, terms, block, reader }: {
  asked: readonly FoldedProposal[]
  kept: ReadonlyMap<string, Proposal>
  terms: GovernorTerms
  block: Block
  reader: ChainReader
}): Promise<ReadonlyMap<number, number>> {
  const missing = terms.clock === 'timestamp' ? asked.filter(({ key, start }) => start < block.timestamp && kept.get(key)?.countedAt?.block === undefined) : []
  if (missing.length === 0) return new Map()
  const first = await reader.readBlock(Math.min(...missing.map(({ created }) => created.block)))
  const found = await findLastBefore(reader.readBlock, new Set(missing.map(({ start }) => start + 1)), first, block)
  return new Map([...found].map(([end, { number }]) => [end - 1, number]))
}

type Filter = GovernorSource['logs'] extends (governor: Governor) => readonly [infer One, unknown] ? One & { chainId: number } : never

/** Whether something of it may still change, or could not be read. */
function isOpen({ canceled, executed }: FoldedProposal, kept: Proposal | undefined): boolean {
  if (!kept || ['pending', 'active', 'succeeded', 'queued'].includes(kept.state)) return true
  // What has failed may be withdrawn all the same.
  if ((canceled && kept.state !== 'canceled') || (executed && kept.state !== 'executed')) return true
  return kept.gaps.some(({ subject }) => subject === 'quorum' || subject === 'threshold')
}

/** Whether votes may have been cast since it was kept. */
const isCounting = (kept: Proposal | undefined): boolean => !kept || kept.state === 'pending' || kept.state === 'active'

/** Twelve seconds a block on Ethereum; measured over a day's blocks. */
const paceBlocks = 7200

async function toClock({ asked, terms, block, ...rest }: {
  asked: readonly FoldedProposal[]
  terms: GovernorTerms
  block: Block
  label: string
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}): Promise<(number: number) => number> {
  const edges = terms.clock === 'blockNumber' ? asked.flatMap(({ start, end }) => [start, end]) : []
  const happened = asked.flatMap(({ created, queued, executed }) => [created.block, queued?.block ?? created.block, executed?.block ?? created.block])
  const numbers = new Set([...edges, ...happened].filter((number) => number <= block.number))
  for (const { votes } of asked) for (const vote of votes.values()) numbers.add(vote.block)
  const times = await readBlockTimes({ numbers, ...rest })
  const before = edges.some((number) => number > block.number) && block.number > 0 ? await rest.reader.readBlock(Math.max(0, block.number - paceBlocks)) : null
  const pace = before ? (block.timestamp - before.timestamp) / (block.number - before.number) : 0
  return (number) => times.get(number) ?? Math.round(block.timestamp + (number - block.number) * pace)
}

async function settle({ governor, source, book, terms, block, asked, kept, secondsOf, blockAt, reader }: {
  governor: Governor
  source: GovernorSource
  book: GovernorBook
  terms: GovernorTerms
  block: Block
  asked: readonly FoldedProposal[]
  kept: ReadonlyMap<string, Proposal>
  secondsOf: (block: number) => number
  blockAt: ReadonlyMap<number, number>
  reader: ChainReader
}): Promise<{ changed: ProposalToSave[]; gaps: Gap[] }> {
  const isKnown = (key: string) => {
    const proposal = kept.get(key)
    // Some Governors reckon the quorum anew until the end: it counts as known once it was read after that.
    return { quorum: Boolean(proposal?.rule) && !isCounting(proposal), threshold: proposal !== undefined && !proposal.gaps.some(({ subject }) => subject === 'threshold') }
  }
  const answers = await source.readAnswers({ governor, proposals: asked, book, terms, isKnown, reader, block })
  const [changed, gaps]: [ProposalToSave[], Gap[]] = [[], []]
  for (const [place, folded] of asked.entries()) {
    const before = kept.get(folded.key) ?? null
    const hasVotes = isCounting(before ?? undefined)
    const proposal = toProposal({ governor, folded, book, terms, answers: answers[place]!, block, secondsOf, blockAt, kept: before, hasVotes })
    if (!proposal) gaps.push({ subject: `proposal ${folded.key}`, reason: `its state is not to be had: ${answers[place]!.gaps[0]?.reason ?? 'no answer'}` })
    else if (!before || !isSameProposal(before, proposal) || (hasVotes && answers[place]!.counted === null)) changed.push({ proposal, votes: hasVotes ? toVotes(folded, secondsOf) : null })
  }
  return { changed, gaps }
}

/**
 * What reading Governors has brought, in a few words; empty where nothing has changed.
 *
 * @example toProposalsText([{ governor: 'Governor Bravo', proposals: 90, changed: 2, gaps: [] }]) // '2 of 90 proposals of Governor Bravo'
 */
export const toProposalsText = (readings: readonly GovernorReading[]): string =>
  readings
    .flatMap(({ governor, proposals, changed, gaps }) => [
      ...(changed > 0 ? [`${changed} of ${proposals} proposals of ${governor}`] : []),
      ...(gaps[0] ? [`${gaps.length} gaps of ${governor}, the first is ${gaps[0].subject}: ${gaps[0].reason}`] : []),
    ])
    .join(', ')
