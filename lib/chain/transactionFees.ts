import type { PublicClient } from 'viem'
import { z } from 'zod'
import { addressSchema, type Address } from '../domain/address'

/** What a transaction cost whoever sent it, or why its receipt could not be read. Never a zero in its place. */
export type FeeResult = { status: 'ok'; sender: Address; wei: bigint } | { status: 'failed'; reason: string }

/** So many travel at once: one JSON-RPC batch. */
const atOnce = 100

const wei = z.string().regex(/^0x[0-9a-f]+$/i, 'not a hexadecimal quantity').transform(BigInt)
const receiptSchema = z.object({
  transactionHash: z.string(),
  from: addressSchema,
  gasUsed: wei,
  effectiveGasPrice: wei,
  /** Of rollups: what writing it down on Ethereum costs beside its gas */
  l1Fee: wei.nullish(),
})

/**
 * What transactions cost those who sent them: gasUsed × effectiveGasPrice of their receipts, on rollups with the fee for Ethereum that stands
 * beside it. Each fails alone.
 *
 * @example await readTransactionFees(client, ['0x5c50…']) // [{ status: 'ok', sender: '0xaa…', wei: 2_100_000_000_000_000n }]
 */
export async function readTransactionFees(client: PublicClient, hashes: readonly string[]): Promise<FeeResult[]> {
  const results: FeeResult[] = []
  for (let from = 0; from < hashes.length; from += atOnce) results.push(...(await Promise.all(hashes.slice(from, from + atOnce).map((hash) => readFee(client, hash)))))
  return results
}

async function readFee(client: PublicClient, hash: string): Promise<FeeResult> {
  try {
    const answer = await client.request({ method: 'eth_getTransactionReceipt', params: [hash as `0x${string}`] })
    if (answer === null) return { status: 'failed', reason: 'the endpoint knows no receipt of it' }
    const receipt = receiptSchema.safeParse(answer)
    if (!receipt.success) return { status: 'failed', reason: `its receipt has another shape: ${receipt.error.issues[0]!.path.join('.')} ${receipt.error.issues[0]!.message}` }
    const { transactionHash, from, gasUsed, effectiveGasPrice, l1Fee } = receipt.data
    if (transactionHash.toLowerCase() !== hash.toLowerCase()) return { status: 'failed', reason: `the endpoint answered with the receipt of ${transactionHash}` }
    return { status: 'ok', sender: from, wei: gasUsed * effectiveGasPrice + (l1Fee ?? 0n) }
  } catch (error) {
    // The first line alone: viem's messages go on with the whole request, URL and key included.
    return { status: 'failed', reason: ((error as { shortMessage?: string }).shortMessage ?? (error as Error).message).split('\n')[0]! }
  }
}
