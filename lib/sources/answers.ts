import { z } from 'zod'
import type { ContractCall, ChainReader } from '../chain/reader'
import type { Gap } from '../domain/snapshot'

/** An amount as kept answers write it, and any other whole number of a contract: decimal, because JSON has no bigint. */
export const amountSchema = z
  .string()
  .regex(/^\d+$/, 'not a whole number')
  .transform((digits) => BigInt(digits))

/**
 * Reads what only makes sense together: every value, or one gap that says what failed first.
 *
 * @param subject what is missing where it fails, as in 'books of the pair 0x…'
 * @example await readAll(reader, [{address, abi, functionName: 'totalSupply'}], 7, 'supply of 0x…') // {values: [5n]}
 */
export async function readAll(
  reader: Pick<ChainReader, 'readContracts'>,
  calls: readonly ContractCall[],
  blockNumber: number,
  subject: string,
): Promise<{ values: unknown[] } | { gap: Gap }> {
  const answers = await reader.readContracts(calls, blockNumber)
  const values = answers.flatMap((answer) => (answer.status === 'ok' ? [answer.value] : []))
  if (values.length === calls.length) return { values }
  return { gap: { subject, reason: answers.find((answer) => answer.status === 'failed')?.reason ?? 'no answer' } }
}
