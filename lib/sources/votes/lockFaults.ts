import { parseAbi } from 'viem'
import type { FaultQuestion } from './votesSource'

const abi = parseAbi([
  'function user_point_epoch(address account) view returns (uint256)',
  'function user_point_history(address account, uint256 epoch) view returns (int128 bias, int128 slope, uint256 ts, uint256 blk)',
])

/** Nobody changes a lock more often: a contract that says so is not asked for each. */
const mostChanges = 10_000

/**
 * The first block in which a lock was changed without a kept log of it, or a kept log tells of a change that never was: a vote escrow numbers every
 * change of an account's lock, and knows its block.
 *
 * @returns none where the contract knows the same changes, or does not tell them
 * @example for await (const block of findLockFaults(question)) … // 57
 */
export async function* findLockFaults({ contract: { address }, account, logs, reader, block }: FaultQuestion): AsyncGenerator<number> {
  const [changes] = await reader.readContracts([{ address, abi, functionName: 'user_point_epoch', args: [account] }], block.number)
  if (changes?.status !== 'ok' || Number(changes.value) > mostChanges) return
  const epochs = Array.from({ length: Number(changes.value) }, (_, nth) => BigInt(nth + 1))
  const points = await reader.readContracts(epochs.map((epoch) => ({ address, abi, functionName: 'user_point_history', args: [account, epoch] })), block.number)
  const told = points.map((point) => (point.status === 'ok' ? Number((point.value as readonly bigint[])[3]) : null))
  if (told.includes(null)) return
  const place = Array.from({ length: Math.max(logs.length, told.length) }, (_, nth) => nth).find((nth) => logs[nth]?.blockNumber !== told[nth])
  if (place !== undefined) yield Math.min(logs[place]?.blockNumber ?? Infinity, told[place] ?? Infinity)
}
