import { decodeEventLog, parseAbi, type Abi } from 'viem'
import { z } from 'zod'
import { logSchema } from '@/lib/chain/log'
import type { Rpc } from '@/lib/demo/rpc'
import { addressSchema, type Address } from '@/lib/domain/address'

export type Pair = readonly [bigint, bigint]
export const none: Pair = [0n, 0n]
export const plus = (one: Pair, other: Pair): Pair => [one[0] + other[0], one[1] + other[1]]
export const minus = (one: Pair, other: Pair): Pair => [one[0] - other[0], one[1] - other[1]]
export const part = (whole: Pair, share: bigint, of: bigint): Pair => [(whole[0] * share) / of, (whole[1] * share) / of]
export const lesser = (one: Pair, other: Pair): Pair => [one[0] < other[0] ? one[0] : other[0], one[1] < other[1] ? one[1] : other[1]]

/** An event as its own contract's ABI tells it. */
export interface Told {
  address: Address
  name: string
  args: Record<string, never>
}

/** A transaction that a pool, or a contract around it, has to do with. */
export interface Happening {
  blockNumber: number
  from: Address
  to: Address
  wei: bigint
  events: Told[]
  /** What its Transfer logs of the pool's two tokens say went into the pool, and out of it */
  paidIn: Pair
  paidOut: Pair
}

export const tokenAbi = parseAbi(['event Transfer(address indexed from, address indexed to, uint256 value)', 'function balanceOf(address) view returns (uint256)'])

const hexSchema = z.string().transform(BigInt)
const receiptSchema = z.object({
  blockNumber: hexSchema.transform(Number), from: addressSchema, to: addressSchema, gasUsed: hexSchema, effectiveGasPrice: hexSchema, status: z.literal('0x1'), logs: z.array(logSchema),
})

/**
 * Every transaction in which one of some contracts wrote a log, in the chain's order, from receipts alone: it shares no code with lib/sources and
 * lib/liquidity.
 *
 * @param abis of the contracts whose logs are looked for
 */
export async function readHappenings(rpc: Rpc, { pool, tokens, abis }: { pool: Address; tokens: readonly Address[]; abis: ReadonlyMap<Address, Abi> }): Promise<Happening[]> {
  const logSchemaWithHash = z.array(z.object({ transactionHash: z.string() }))
  const logs = logSchemaWithHash.parse(await rpc.call('eth_getLogs', { address: [...abis.keys()], fromBlock: '0x0', toBlock: 'latest' }))
  const hashes = [...new Set(logs.map(({ transactionHash }) => transactionHash))]
  const receipts = (await rpc.batch(hashes.map((hash) => ['eth_getTransactionReceipt', hash] as const))).filter((receipt) => (receipt as { to: unknown }).to !== null).map((receipt) => receiptSchema.parse(receipt))
  return receipts.map(({ blockNumber, from, to, gasUsed, effectiveGasPrice, logs }) => {
    const events: Told[] = []
    let [paidIn, paidOut] = [none, none]
    for (const { address, topics, data } of logs) {
      const token = tokens.indexOf(address)
      const abi = abis.get(address) ?? (token >= 0 ? (tokenAbi as Abi) : null)
      if (!abi) continue
      const { eventName, args } = toEvent(abi, topics, data as `0x${string}`) ?? {}
      if (!eventName || !args) continue
      events.push({ address, name: eventName, args: lower(args) })
      if (token < 0 || eventName !== 'Transfer') continue
      const { from: payer, to: payee, value } = lower(args) as unknown as { from: Address; to: Address; value: bigint }
      const paid: Pair = token === 0 ? [value, 0n] : [0n, value]
      if (payee === pool) paidIn = plus(paidIn, paid)
      if (payer === pool) paidOut = plus(paidOut, paid)
    }
    return { blockNumber, from, to, wei: gasUsed * effectiveGasPrice, events, paidIn, paidOut }
  })
}

function toEvent(abi: Abi, topics: readonly string[], data: `0x${string}`) {
  try {
    return decodeEventLog({ abi, topics: topics as [`0x${string}`, ...`0x${string}`[]], data }) as { eventName?: string; args?: Record<string, unknown> }
  } catch {
    // The token has logs that nobody asks for here, as those of delegations.
    return null
  }
}

const lower = (args: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? value.toLowerCase() : value])) as Record<string, never>
