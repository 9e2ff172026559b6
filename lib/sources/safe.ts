import { parseAbi } from 'viem'
import { z } from 'zod'
import type { ChainReader } from '../chain/reader'
import { addressSchema, zeroAddress, type Address } from '../domain/address'
import type { SafeOwners } from '../domain/recognised'
import type { Gap } from '../domain/snapshot'

const abi = parseAbi(['function getOwners() view returns (address[])', 'function getThreshold() view returns (uint256)'])

const safeSchema = z
  .object({ owners: z.array(addressSchema).min(1), threshold: z.bigint().min(1n) })
  .refine(({ owners }) => new Set(owners).size === owners.length && !owners.includes(zeroAddress), 'its owners are not accounts of their own')
  .refine(({ owners, threshold }) => threshold <= BigInt(owners.length), 'more owners must agree than there are')
  .transform(({ owners, threshold }): SafeOwners => ({ owners, threshold: Number(threshold) }))

/**
 * Who controls a Safe (https://docs.safe.global) at a block. Its balance stays its own: control over it is shared, no part of it belongs to
 * one owner, so this is no source of ownerships.
 *
 * @returns safe null and a gap that says why, where the account is no Safe or could not be read
 * @example await readSafeOwners(reader, treasury, 21_500_000) // { safe: { owners: ['0x…', '0x…', '0x…'], threshold: 2 }, gaps: [] }
 */
export async function readSafeOwners(
  reader: Pick<ChainReader, 'readContracts'>,
  address: Address,
  blockNumber: number,
): Promise<{ safe: SafeOwners | null; gaps: Gap[] }> {
  const toGap = (reason: string) => ({ safe: null, gaps: [{ subject: `owners of the Safe ${address}`, reason }] })
  const calls = ['getOwners', 'getThreshold'].map((functionName) => ({ address, abi, functionName }))
  const [owners, threshold] = await reader.readContracts(calls, blockNumber)
  if (owners?.status !== 'ok') return toGap(owners?.reason ?? 'no answer')
  if (threshold?.status !== 'ok') return toGap(threshold?.reason ?? 'no answer')
  const safe = safeSchema.safeParse({ owners: owners.value, threshold: threshold.value })
  return safe.success ? { safe: safe.data, gaps: [] } : toGap(safe.error.issues.map(({ message }) => message).join('; '))
}
