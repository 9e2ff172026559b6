import type { PublicClient } from 'viem'
import { z } from 'zod'
import type { Address } from '../domain/address'

/** What stands at an address, or why it could not be read. */
export type BytesResult = { status: 'ok'; bytes: `0x${string}` } | { status: 'failed'; reason: string }

/** A word of a contract's storage. */
export interface StorageSlot {
  address: Address
  slot: `0x${string}`
}

/** So many travel at once: one JSON-RPC batch, and with the largest contracts (24,576 bytes each) five megabytes. */
const atOnce = 100

const bytesSchema = z.string().regex(/^0x([0-9a-fA-F]{2})*$/, 'the endpoint answered with no bytes')
const wordSchema = z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'the endpoint answered with no word of 32 bytes')

/**
 * The code at each address at a block, '0x' where there is none. Each fails alone.
 *
 * @example await readCodes(client, [person], 21_500_000) // [{ status: 'ok', bytes: '0x' }]
 */
export const readCodes = (client: PublicClient, addresses: readonly Address[], blockNumber: number): Promise<BytesResult[]> =>
  readEach(addresses, bytesSchema, async (address) => (await client.getCode({ address, blockNumber: BigInt(blockNumber) })) ?? '0x')

/**
 * Words of storage at a block, 32 bytes each, zeros where nothing was written. Each fails alone.
 *
 * @example await readStorage(client, [{ address, slot }], 21_500_000) // [{ status: 'ok', bytes: '0x00…2a' }]
 */
export const readStorage = (client: PublicClient, slots: readonly StorageSlot[], blockNumber: number): Promise<BytesResult[]> =>
  readEach(slots, wordSchema, ({ address, slot }) => client.getStorageAt({ address, slot, blockNumber: BigInt(blockNumber) }))

async function readEach<Question>(
  questions: readonly Question[],
  schema: z.ZodType<string>,
  ask: (question: Question) => Promise<unknown>,
): Promise<BytesResult[]> {
  const results: BytesResult[] = []
  for (let from = 0; from < questions.length; from += atOnce) {
    const asked = questions.slice(from, from + atOnce).map(async (question): Promise<BytesResult> => {
      try {
        const answer = schema.safeParse(await ask(question))
        if (!answer.success) return { status: 'failed', reason: answer.error.issues[0]!.message }
        return { status: 'ok', bytes: answer.data.toLowerCase() as `0x${string}` }
      } catch (error) {
        // The first line alone: viem's messages go on with the whole request, URL and key included.
        return { status: 'failed', reason: ((error as { shortMessage?: string }).shortMessage ?? (error as Error).message).split('\n')[0]! }
      }
    })
    results.push(...(await Promise.all(asked)))
  }
  return results
}
