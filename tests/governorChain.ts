import { encodeAbiParameters, keccak256, toBytes } from 'viem'
import { z } from 'zod'
import { logSchema, type Log } from '@/lib/chain/log'
import { openChainReader } from '@/lib/chain/reader'
import { startAnvil } from '@/lib/demo/anvil'
import { loadMulticall3CreationCode } from '@/lib/demo/artifact'
import { openRpc } from '@/lib/demo/rpc'
import { StoryChain, type Contract } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'
import { governorSchema, type Governor } from '@/lib/domain/governance'
import type { Proposal, ProposalState } from '@/lib/domain/proposal'
import { openGovernorBook, type FoldedProposal } from '@/lib/sources/governors/foldProposals'
import type { GovernorSource } from '@/lib/sources/governors/governorSource'
import type { ProposalAnswers } from '@/lib/sources/governors/governorTerms'
import { toProposal } from '@/lib/sources/governors/toProposal'

export type GovernorChain = Awaited<ReturnType<typeof startGovernorChain>>

/** Unix seconds of the first block */
export const genesis = Date.UTC(2024, 0, 1) / 1000
export const day = 86_400
export const deployer = `0x${'d'.repeat(40)}` as Address
/** Nine people: 0x11…, 0x22…, to 0x99…. */
export const people = Array.from({ length: 9 }, (_, place) => `0x${String(place + 1).repeat(40)}` as Address)

/** The order in which IGovernor and Compound's Governors alike declare their states. */
export const states: readonly ProposalState[] = ['pending', 'active', 'canceled', 'defeated', 'succeeded', 'queued', 'expired', 'executed']

/** What is found of a Governor at the newest block. */
export interface Look {
  /** By logs and quorum alone: the contract's own word on state and tally is kept from it */
  own: Map<string, Proposal>
  /** As the pipeline has it, with the contract's word */
  told: Map<string, Proposal>
  folded: ReadonlyMap<string, FoldedProposal>
  answers: Map<string, ProposalAnswers>
}

/**
 * A chain on which Governors' proposals are played, and looked at as the pipeline does.
 *
 * @param pruneHistory so many states of the past are kept: with many, each block takes longer
 */
export async function startGovernorChain({ pruneHistory = 1000 }: { pruneHistory?: number | true } = {}) {
  const anvil = await startAnvil({ timestamp: genesis, gasLimit: 1e12, autoImpersonate: true, noMining: true, slotsInAnEpoch: 1, pruneHistory })
  const rpc = openRpc(anvil.url)
  const chain = new StoryChain(rpc, genesis)
  await chain.place('0xca11bde05977b3631167028862be2a173976ca11', loadMulticall3CreationCode())
  const reader = await openChainReader({ chainId: 31337, urls: [anvil.url] })
  const readLogs = async (address: Address, topics: readonly string[]): Promise<Log[]> =>
    z.array(logSchema).parse(await rpc.call('eth_getLogs', { address, topics: [topics], fromBlock: '0x0', toBlock: 'latest' }))

  async function look(source: GovernorSource, governor: Governor): Promise<Look> {
    const block = { number: chain.blockNumber, timestamp: chain.timestamp }
    const terms = await source.readTerms(governor, reader, block.number)
    const { book, add } = openGovernorBook(source.toEvent)
    for (const filter of source.logs(governor)) add(await readLogs(filter.address, filter.topics), terms)
    if (book.gaps.length > 0) throw new Error(JSON.stringify(book.gaps))
    const folded = [...book.proposals.values()]
    const answers = await source.readAnswers({ governor, proposals: folded, book, terms, isKnown: () => ({ quorum: false, threshold: false }), reader, block })
    const common = { governor, book, terms, block, secondsOf: (number: number) => genesis + number, kept: null, hasVotes: true }
    const toAll = (toAnswer: (answer: ProposalAnswers) => ProposalAnswers) =>
      new Map(folded.map((one, place) => [one.key, toProposal({ ...common, folded: one, answers: toAnswer(answers[place]!) })!] as const))
    return {
      own: toAll((answer) => ({ ...answer, state: null, counted: null })),
      told: toAll((answer) => answer),
      folded: book.proposals,
      answers: new Map(folded.map(({ key }, place) => [key, answers[place]!])),
    }
  }

  /** Compound's timelock of the deployer's gets another admin, who has yet to accept. Takes its delay of two days. */
  async function handOver(timelock: Contract, to: Contract): Promise<void> {
    const eta = chain.timestamp + 3 * day
    const change = [timelock.address, 0n, 'setPendingAdmin(address)', encodeAbiParameters([{ type: 'address' }], [to.address]), eta] as const
    chain.send(deployer, timelock, 'queueTransaction', change)
    await chain.mine(chain.timestamp + 12)
    await chain.mine(eta)
    chain.send(deployer, timelock, 'executeTransaction', change)
    await chain.mine(chain.timestamp + 12)
  }

  return { chain, reader, look, handOver, rpc, url: anvil.url, stop: anvil.stop }
}

/** A Governor with all that a test has no need to say. */
export const toGovernor = (source: string, { address }: Pick<Contract, 'address'>): Governor =>
  governorSchema.parse({ source, address, name: source, firstBlock: 0, fact: 'deployed by the test' })

/** The arguments of OpenZeppelin's queue, execute and cancel, and the number under which the proposal stands. */
export function toHashed(targets: readonly Address[], calls: readonly `0x${string}`[], description: string) {
  const hashed = [targets, targets.map(() => 0n), calls, keccak256(toBytes(description))] as const
  const form = [{ type: 'address[]' }, { type: 'uint256[]' }, { type: 'bytes[]' }, { type: 'bytes32' }] as const
  return { hashed, key: String(BigInt(keccak256(encodeAbiParameters(form, hashed)))) }
}
