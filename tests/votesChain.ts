import { expect } from 'vitest'
import { z } from 'zod'
import type { Contract, StoryChain } from '@/lib/demo/storyChain'
import { openRandom } from '@/lib/demo/random'
import type { ChainReader } from '@/lib/chain/reader'
import { logSchema, type Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import { votesContractSchema, type VotesContract } from '@/lib/domain/governance'
import { foldTransfers } from '@/lib/ledger/foldTransfers'
import { toTransfer, transferTopic } from '@/lib/sources/erc20'
import type { VotesBooks, VotesSource } from '@/lib/sources/votes/votesSource'

/** Accounts of a story; the last three never delegate. */
export const people = Array.from({ length: 12 }, (_, nth) => `0x${(0xbeef00 + nth).toString(16).padStart(40, '0')}` as Address)
const stayAway = people.slice(-3)
const nobody = '0x0000000000000000000000000000000000000000' as Address

export const toVotesContract = (source: string, address: Address, contracts: Record<string, string> = {}): VotesContract =>
  votesContractSchema.parse({ source, address, name: source, firstBlock: 0, contracts, fact: 'deployed by the test' })

/**
 * Transfers (to oneself, of nothing and of all one has, too) and delegations to others, to oneself and to nobody, several a block: the same story
 * each time. At its end the first has its own votes.
 *
 * @param mayUndelegate whether the contract lets votes be delegated to nobody
 * @returns the numbers of its blocks
 */
export async function tellDelegations(chain: StoryChain, token: Contract, { seed, rounds, mayUndelegate }: { seed: string; rounds: number; mayUndelegate: boolean }): Promise<number[]> {
  const random = openRandom(seed, 'delegations')
  const pick = <Item>(list: readonly Item[]) => list[random.integer(list.length)]!
  const blocks: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const account of people) {
      if (random.chance(0.3)) {
        // Half of what it has now: enough for a second transfer in the same block, whatever comes in.
        const held = z.bigint().parse(await chain.read(token, 'balanceOf', [account]))
        const share = pick([0n, 1n, held / 3n, held / 2n])
        chain.send(account, token, 'transfer', [pick(people), share > held ? held : share])
      }
      if (!stayAway.includes(account) && random.chance(0.2)) chain.send(account, token, 'delegate', [pick([account, ...people, ...(mayUndelegate ? [nobody] : [])])])
    }
    if (round === rounds - 1) chain.send(people[0]!, token, 'delegate', [people[0]])
    await chain.mine(chain.timestamp + 12 + random.integer(90_000))
    blocks.push(chain.blockNumber)
  }
  return blocks
}

/** Every log of a contract that a source folds, and the token's transfers, as its node has them. */
export async function readVotesLogs(rpc: { call: (method: string, ...parameters: unknown[]) => Promise<unknown> }, source: VotesSource, contract: VotesContract) {
  const read = async (address: Address, topics: readonly string[]): Promise<Log[]> =>
    z.array(logSchema).parse(await rpc.call('eth_getLogs', { address, topics: [topics], fromBlock: '0x0', toBlock: 'latest' }))
  const logs = (await Promise.all(source.logs(contract).map(({ address, topics }) => read(address, topics)))).flat()
  return { logs, transfers: await read(contract.address, [transferTopic]) }
}

/** Folds on to a block: from its logs and what accounts hold there. */
export async function foldTo(books: VotesBooks, { logs, transfers }: { logs: readonly Log[]; transfers: readonly Log[] }, after: number, upTo: number): Promise<void> {
  const between = (list: readonly Log[], from: number) => list.filter(({ blockNumber }) => blockNumber > from && blockNumber <= upTo)
  const balances = new Map<Address, bigint>()
  foldTransfers(balances, between(transfers, -1).map(toTransfer).flatMap((reading) => (reading.status === 'transfer' ? [reading.transfer] : [])))
  books.add(between(logs, after))
  books.hold(balances)
}

/**
 * Folds a story block by block and holds everybody's votes against the contract's own answers of that block.
 *
 * @param past how the newest block is asked what an account could cast at an earlier one
 * @returns the books after the last block
 */
export async function expectVotesOfEverybody(options: {
  source: VotesSource
  contract: VotesContract
  reader: ChainReader
  read: Awaited<ReturnType<typeof readVotesLogs>>
  blocks: readonly number[]
  past?: (account: Address, block: { number: number; timestamp: number }) => Promise<unknown>
}): Promise<VotesBooks> {
  const { source, contract, reader, read, blocks, past } = options
  const [books, all] = [source.open(contract), source.open(contract)]
  await foldTo(all, read, -1, blocks.at(-1)!)
  const { answers, gaps } = await source.read(contract, async () => all, reader, blocks.at(-1)!)
  expect(gaps).toEqual([])
  const following = new Map<Address, bigint>()
  let after = -1
  let seen = 0
  for (const number of blocks) {
    const block = await reader.readBlock(number)
    await foldTo(books, read, after, number)
    after = number
    for (const change of books.changesAt(block, answers)) {
      expect(change.before).toBe(following.get(change.account) ?? 0n)
      following.set(change.account, change.after)
    }
    const accounts = [...new Set([...people, ...books.accounts()])]
    const told = await reader.readContracts(accounts.flatMap((account) => source.ask(contract, account, block).slice(0, 1)), number)
    const fallback = await reader.readContracts(accounts.flatMap((account) => source.ask(contract, account, block).slice(-1)), number)
    const chain = accounts.map((account, place) => [account, [told[place]!, fallback[place]!].find(({ status }) => status === 'ok')])
    expect(accounts.map((account) => [account, { status: 'ok', value: following.get(account) ?? 0n }])).toEqual(chain)
    expect(accounts.map(books.votesOf)).toEqual(accounts.map((account) => following.get(account) ?? 0n))
    if (past && number < blocks.at(-1)!) expect(await Promise.all(accounts.map((account) => past(account, block)))).toEqual(accounts.map((account) => following.get(account) ?? 0n))
    seen += accounts.filter((account) => (following.get(account) ?? 0n) > 0n).length
  }
  expect(seen).toBeGreaterThan(3 * blocks.length)
  expect(books.gaps()).toEqual([])
  return books
}

/**
 * Leaves out one log after the other of those that tell an account's votes: the contract's own past leads to the block of each, and nowhere where
 * none is missing.
 *
 * @param isTelling which of the logs tell votes
 * @returns how many were left out
 */
export async function expectFaultsFound(options: {
  source: VotesSource
  contract: VotesContract
  reader: ChainReader
  read: Awaited<ReturnType<typeof readVotesLogs>>
  isTelling: (log: Log) => boolean
}): Promise<number> {
  const { source, contract, reader, read, isTelling } = options
  const block = await reader.readFinalizedBlock()
  const findFirst = async (account: Address, logs: readonly Log[]): Promise<number | null> => {
    for await (const fault of source.findFaults!({ contract, account, logs, reader, block })) return fault
    return null
  }
  let leftOut = 0
  for (const account of people.slice(0, 4)) {
    const logs = read.logs.filter(({ topics, blockNumber }) => topics[1]?.endsWith(account.slice(2)) && blockNumber <= block.number)
    expect(await findFirst(account, logs)).toBeNull()
    for (const missing of logs.filter(isTelling)) {
      expect(await findFirst(account, logs.filter((log) => log !== missing))).toBe(missing.blockNumber)
      leftOut += 1
    }
  }
  return leftOut
}
