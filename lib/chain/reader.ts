import type { Abi } from 'viem'
import * as viemChains from 'viem/chains'
import { z } from 'zod'
import type { Address } from '../domain/address'
import type { Block } from '../domain/snapshot'
import { readAccountLogs, type AccountLogs } from './accountLogs'
import { readCodes, readStorage, type BytesResult, type StorageSlot } from './accountState'
import { toConfirmedFetch } from './confirmLogs'
import { readCreations } from './creations'
import { askEndpoints, openEndpoints, type Endpoint, type Endpoints } from './endpoints'
import { WrongAnswerError } from './errors'
import { readEventLogs, type EventQuestion } from './eventLogs'
import type { Incidents } from './incidents'
import type { RangeLogs } from './logsAnswer'
import { quantity, type Log } from './log'
import { requestLogs } from './logsRequest'
import { toLogRanges, type LogRange } from './logRanges'
import { toReason } from './reason'
import { openReadThread } from './readThread'
import type { LogQuestion } from './scanTransfers'
import { readTransactionFees, type FeeResult } from './transactionFees'

/** A read of a contract: what `readContracts` asks, many at once. */
export interface ContractCall {
  address: Address
  abi: Abi
  functionName: string
  args?: readonly unknown[]
}

/** What a contract answered, or why it could not be read. Never a zero in its place. */
export type CallResult = { status: 'ok'; value: unknown } | { status: 'failed'; reason: string }

/** All that anything here asks a chain. */
export interface ChainReader {
  chainId: number
  /** The newest block that can no longer be reorganised away. */
  readFinalizedBlock(): Promise<Block>
  /** @throws WrongAnswerError when the chain has no such block */
  readBlock(number: number): Promise<Block>
  /**
   * Throws WrongAnswerError unless block `number` has this hash and the next block names it as its parent, where the chain has a next.
   * Where ranges join, this holds them together.
   */
  assertJoined(block: Block): Promise<void>
  /** Logs in order, each range confirmed by a second endpoint where the chain has one. */
  readLogs(question: LogQuestion): AsyncGenerator<LogRange<RangeLogs>>
  /** Some events of one contract in order, for sources that fold them; confirmed by a second endpoint where the chain has one. */
  readEvents(question: EventQuestion): AsyncGenerator<LogRange<Log[]>>
  /** The logs that name one of some accounts as sender or receiver, from each endpoint that answers: to find out who is right. */
  readAccountLogs(question: LogQuestion, accounts: readonly Address[]): Promise<AccountLogs[]>
  /** What went wrong since it was last asked. */
  takeIncidents(): Incidents
  /** Many contract reads at one block, through Multicall3; each fails alone. */
  readContracts(calls: readonly ContractCall[], blockNumber: number): Promise<CallResult[]>
  /** The code at each address at a block, '0x' where there is none; each fails alone. */
  readCodes(addresses: readonly Address[], blockNumber: number): Promise<BytesResult[]>
  /** The contracts that transactions of a block created, by their address, with those who sent these; what contracts created is not among them. */
  readCreations(blockNumber: number): Promise<ReadonlyMap<Address, Address>>
  /** What transactions cost those who sent them, in the order of their hashes; each fails alone. */
  readTransactionFees(hashes: readonly string[]): Promise<FeeResult[]>
  /** Words of contracts' storage at a block, each of 32 bytes; each fails alone. */
  readStorage(slots: readonly StorageSlot[], blockNumber: number): Promise<BytesResult[]>
}

/** Multicall3 has this address on nearly every chain; viem's chain data names the others. */
const canonicalMulticall: Address = '0xca11bde05977b3631167028862be2a173976ca11'

/** Where a chain's node knows no `finalized` tag, this many blocks count as final: two epochs of Ethereum. */
const finalDepth = 64

const blockSchema = z.object({ number: z.bigint(), hash: z.string().length(66), parentHash: z.string().length(66), timestamp: z.bigint() })

function toHeader(answer: unknown): { block: Block; parentHash: string } {
  const { number, hash, parentHash, timestamp } = blockSchema.parse(answer)
  return { block: { number: Number(number), hash: hash as Block['hash'], timestamp: Number(timestamp) }, parentHash }
}

/**
 * Opens a chain for reading, and makes sure that it is the chain it should be.
 *
 * @throws Error when no endpoint answers; WrongAnswerError when one serves another chain
 */
export async function openChainReader(options: { chainId: number; urls: readonly string[] }): Promise<ChainReader> {
  openReadThread()
  const endpoints = openEndpoints(options.urls)
  const answered = await endpoints.client.getChainId().catch((error: unknown) => {
    // Without the URL: a provider's URL often holds its key.
    throw new Error(`chain ${options.chainId} does not answer: ${toReason(error)} Check RPC_URL_${options.chainId}.`, { cause: error })
  })
  if (answered !== options.chainId)
    throw new WrongAnswerError(
      `RPC_URL_${options.chainId} serves chain ${answered}. Give it an endpoint of chain ${options.chainId}.`,
    )
  return createChainReader(endpoints, options.chainId)
}

function createChainReader(endpoints: Endpoints, chainId: number): ChainReader {
  const { client } = endpoints
  const chain = Object.values(viemChains).find((candidate) => candidate.id === chainId)
  const multicallAddress = chain?.contracts && 'multicall3' in chain.contracts ? chain.contracts.multicall3?.address : undefined

  /** @param besides whoever said something about this block that is to be checked */
  async function readHeader(number: number, besides?: Endpoint) {
    const ask = async (endpoint: Endpoint) => {
      const header = toHeader(await endpoint.client.getBlock({ blockNumber: BigInt(number), includeTransactions: false }))
      if (header.block.number !== number) throw new WrongAnswerError(`it answered with block ${header.block.number}`)
      return header
    }
    try {
      return await askEndpoints(endpoints, ask, { besides })
    } catch (error) {
      throw new WrongAnswerError(`chain ${chainId}: block ${number} could not be read: ${toReason(error)}`, { cause: error })
    }
  }

  async function readHeight({ client: own }: Endpoint): Promise<number> {
    const height = quantity.safeParse(await own.request({ method: 'eth_blockNumber' }))
    if (!height.success) throw new WrongAnswerError(`chain ${chainId}: asked for its newest block, the endpoint answered no number`)
    return height.data
  }

  async function fetchLogs(question: LogQuestion, endpoint: Endpoint): Promise<RangeLogs> {
    if (endpoint.height < 0 && (await endpoint.client.getChainId()) !== chainId)
      throw new WrongAnswerError(`chain ${chainId}: one of the endpoints in RPC_URL_${chainId} serves another chain`)
    // A node that has not come so far yet would answer with the logs it has, as if there were no others.
    if (endpoint.height < question.toBlock) endpoint.height = await readHeight(endpoint)
    if (endpoint.height < question.toBlock)
      throw new WrongAnswerError(`chain ${chainId}: the endpoint is at block ${endpoint.height}, asked was for block ${question.toBlock}`, { kind: 'behind' })
    const logs = await requestLogs(endpoint.url, question)
    if (logs.last) {
      const { block } = await readHeader(logs.last.block, endpoint)
      if (block.hash !== logs.last.hash)
        throw new WrongAnswerError(`chain ${chainId}: a log of block ${block.number} is of ${logs.last.hash}, the block is ${block.hash}: another fork`, { kind: 'fork' })
    }
    return logs
  }
  const fetchConfirmed = toConfirmedFetch(endpoints, fetchLogs)

  return {
    chainId,
    readBlock: async (number) => (await readHeader(number)).block,
    async assertJoined({ number, hash }) {
      const [own, next] = await Promise.all([readHeader(number), readHeader(number + 1)])
      if (own.block.hash !== hash || next.parentHash !== hash)
        throw new WrongAnswerError(
          `chain ${chainId}: block ${number} is ${own.block.hash}, block ${number + 1} follows ${next.parentHash}, expected was ${hash}: another fork`,
          { kind: 'fork' },
        )
    },
    async readFinalizedBlock() {
      try {
        return toHeader(await client.getBlock({ blockTag: 'finalized', includeTransactions: false })).block
      } catch {
        const newest = await client.getBlockNumber({ cacheTime: 0 })
        return (await readHeader(Math.max(0, Number(newest) - finalDepth))).block
      }
    },
    readLogs: ({ address, topic, fromBlock, toBlock }) => {
      const fetchRange = (from: number, to: number) =>
        askEndpoints(endpoints, (endpoint) => fetchConfirmed({ address, topic, fromBlock: from, toBlock: to }, endpoint))
      return toLogRanges(fetchRange, fromBlock, toBlock)
    },
    readEvents: (question) =>
      readEventLogs(endpoints, question, async (number, hash, endpoint) => {
        const { block } = await readHeader(number, endpoint)
        if (block.hash !== hash) throw new WrongAnswerError(`chain ${chainId}: a log of block ${number} is of ${hash}, the block is ${block.hash}: another fork`, { kind: 'fork' })
      }),
    readAccountLogs: (question, accounts) => readAccountLogs(endpoints, question, accounts),
    takeIncidents() {
      const taken = new Map(endpoints.incidents)
      endpoints.incidents.clear()
      return taken
    },
    readCodes: (addresses, blockNumber) => readCodes(client, addresses, blockNumber),
    readCreations: (blockNumber) => readCreations(client, blockNumber),
    readTransactionFees: (hashes) => readTransactionFees(client, hashes),
    readStorage: (slots, blockNumber) => readStorage(client, slots, blockNumber),
    async readContracts(calls, blockNumber) {
      const results = await client.multicall({
        contracts: calls as never,
        allowFailure: true,
        blockNumber: BigInt(blockNumber),
        multicallAddress: multicallAddress ?? canonicalMulticall,
        batchSize: 8_192,
      })
      return (results as { status: string; result?: unknown; error?: unknown }[]).map((answer) =>
        answer.status === 'success' ? { status: 'ok', value: answer.result } : { status: 'failed', reason: toReason(answer.error) },
      )
    },
  }
}
