import { decodeFunctionResult, encodeFunctionData, type Abi } from 'viem'
import { z } from 'zod'
import { logSchema, type Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import type { TokenChain } from './tokenChain'

const receiptSchema = z.object({ status: z.string(), logs: z.array(logSchema) })

/**
 * Sends a call in a block of its own and gives its logs.
 *
 * @throws Error where the contract refused it
 */
export async function act(chain: TokenChain, from: Address, to: Address, data: `0x${string}`, seconds = 12): Promise<Log[]> {
  const hash = await chain.send(from, to, data)
  await chain.mine(1, seconds)
  const { status, logs } = receiptSchema.parse(await chain.rpc.call('eth_getTransactionReceipt', hash))
  if (status !== '0x1') throw new Error(`${to} refused ${data.slice(0, 10)} by ${from}`)
  return logs
}

/** What a contract answers at the newest block. */
export async function ask(chain: TokenChain, to: Address, abi: Abi | readonly unknown[], functionName?: string, args: readonly unknown[] = []): Promise<unknown> {
  const question = { abi: abi as Abi, functionName, args } as Parameters<typeof encodeFunctionData>[0]
  const data = (await chain.rpc.call('eth_call', { to, data: encodeFunctionData(question) }, 'latest')) as `0x${string}`
  return decodeFunctionResult({ ...question, data } as Parameters<typeof decodeFunctionResult>[0])
}
