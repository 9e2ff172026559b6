import { numberToHex, type Abi, type PublicClient } from 'viem'
import * as viemChains from 'viem/chains'
import { z } from 'zod'
import type { Address } from '../domain/address'
import type { Block } from '../domain/snapshot'
import { createChainClient, requestRange } from './client'
import { WrongAnswerError } from './errors'
import { logsSchema, type Log } from './log'
import { toLogRanges, type LogRange } from './logRanges'

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
  readLogs(question: { address: Address; topic: `0x${string}`; fromBlock: number; toBlock: number }): AsyncGenerator<LogRange>
  /** Many contract reads at one block, through Multicall3; each fails alone. */
  readContracts(calls: readonly ContractCall[], blockNumber: number): Promise<CallResult[]>
}

/** Multicall3 has this address on nearly every chain; viem's chain data names the others. */
const canonicalMulticall: Address = '0xca11bde05977b3631167028862be2a173976ca11'

/** Where a chain's node knows no `finalized` tag, this many blocks count as final: two epochs of Ethereum. */
const finalDepth = 64

const blockSchema = z.object({ number: z.bigint(), hash: z.string().length(66), timestamp: z.bigint() })

function toBlock(answer: unknown): Block {
  const { number, hash, timestamp } = blockSchema.parse(answer)
  return { number: Number(number), hash: hash as Block['hash'], timestamp: Number(timestamp) }
}

/**
 * Opens a chain for reading, and makes sure that it is the chain it should be.
 *
 * @throws Error when no endpoint answers; WrongAnswerError when one serves another chain
 */
export async function openChainReader(options: {
  chainId: number
  urls: readonly string[]
  onRetry?: (error: Error) => void
}): Promise<ChainReader> {
  const client = createChainClient(options.urls)
  const answered = await client.getChainId().catch((error: unknown) => {
    // Without the URL: a provider's URL often holds its key.
    throw new Error(`chain ${options.chainId} does not answer: ${toReason(error)} Check RPC_URL_${options.chainId}.`, { cause: error })
  })
  if (answered !== options.chainId)
    throw new WrongAnswerError(
      `RPC_URL_${options.chainId} serves chain ${answered}. Give it an endpoint of chain ${options.chainId}.`,
    )
  return createChainReader(client, options)
}

function createChainReader(
  client: PublicClient,
  { chainId, onRetry }: { chainId: number; onRetry?: (error: Error) => void },
): ChainReader {
  const chain = Object.values(viemChains).find((candidate) => candidate.id === chainId)
  const multicallAddress = chain?.contracts && 'multicall3' in chain.contracts ? chain.contracts.multicall3?.address : undefined

  async function readBlock(number: number): Promise<Block> {
    try {
      return toBlock(await client.getBlock({ blockNumber: BigInt(number), includeTransactions: false }))
    } catch (error) {
      throw new WrongAnswerError(`chain ${chainId}: block ${number} could not be read: ${toReason(error)}`, { cause: error })
    }
  }

  async function fetchLogs(address: Address, topic: `0x${string}`, from: number, to: number): Promise<Log[]> {
    const filter = { address, topics: [topic], fromBlock: numberToHex(from), toBlock: numberToHex(to) }
    const logs = logsSchema.parse(await requestRange(client, { method: 'eth_getLogs', params: [filter] }, onRetry))
    for (const log of logs)
      if (log.address !== address || log.topics[0] !== topic || log.removed || log.blockNumber < from || log.blockNumber > to)
        throw new WrongAnswerError(
          `chain ${chainId}: asked for ${topic} of ${address} in blocks ${from} to ${to}, the node answered with a log of ` +
            `${log.address} in block ${log.blockNumber}${log.removed ? ' that was removed' : ''}. Try another endpoint.`,
        )
    return logs.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
  }

  return {
    chainId,
    readBlock,
    async readFinalizedBlock() {
      try {
        return toBlock(await client.getBlock({ blockTag: 'finalized', includeTransactions: false }))
      } catch {
        const newest = await client.getBlockNumber({ cacheTime: 0 })
        return readBlock(Math.max(0, Number(newest) - finalDepth))
      }
    },
    readLogs: ({ address, topic, fromBlock, toBlock }) =>
      toLogRanges((from, to) => fetchLogs(address, topic, from, to), fromBlock, toBlock),
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

/** The first line of what went wrong: viem's messages go on with the whole request, URL and key included. */
export function toReason(error: unknown): string {
  const message = (error as { shortMessage?: string }).shortMessage ?? (error as Error)?.message ?? String(error)
  const details = (error as { details?: string }).details
  const first = message.split('\n')[0]!
  return details && !first.includes(details) ? `${first} ${details.split('\n')[0]}` : first
}
