import { getContractAddress, type PublicClient } from 'viem'
import { z } from 'zod'
import { addressSchema, type Address } from '../domain/address'

const blockSchema = z.object({ transactions: z.array(z.object({ from: addressSchema, to: addressSchema.nullable().optional(), nonce: z.int().nonnegative() })) })

/**
 * Which contracts the transactions of a block created, and who sent these. Their addresses follow from sender and nonce (Ethereum yellow paper,
 * section 7), so that no receipt is needed. What contracts created, as factories do, is not among them.
 *
 * @returns senders by the contract's address; one whose transaction failed is among them and has no code
 * @example (await readCreations(client, 10_861_674)).get('0x1f98…f984') // '0x41653c7d61609d856f29355e404f310ec4142cfb'
 */
export async function readCreations(client: PublicClient, blockNumber: number): Promise<ReadonlyMap<Address, Address>> {
  const { transactions } = blockSchema.parse(await client.getBlock({ blockNumber: BigInt(blockNumber), includeTransactions: true }))
  return new Map(transactions.flatMap(({ from, to, nonce }) => (to ? [] : [[getContractAddress({ from, nonce: BigInt(nonce) }).toLowerCase() as Address, from] as const])))
}
