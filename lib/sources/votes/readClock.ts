import { parseAbi } from 'viem'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Clock } from '../../domain/proposal'
import type { Gap } from '../../domain/snapshot'

const abi = parseAbi(['function CLOCK_MODE() view returns (string)', 'function totalSupply() view returns (uint256)'])

/**
 * By what a contract counts time (ERC-6372, https://eips.ethereum.org/EIPS/eip-6372). Contracts from before have no CLOCK_MODE and count blocks:
 * that it is not there, and not merely unread, is told by their answering another question at the same moment.
 *
 * @example await readClock(reader, token, 17) // { clock: 'timestamp', gaps: [] }
 */
export async function readClock(reader: Pick<ChainReader, 'readContracts'>, address: Address, blockNumber: number): Promise<{ clock: Clock; gaps: Gap[] }> {
  const [mode, supply] = await reader.readContracts(['CLOCK_MODE', 'totalSupply'].map((functionName) => ({ address, abi, functionName })), blockNumber)
  const subject = `clock of ${address}`
  if (mode?.status !== 'ok') return { clock: 'blockNumber', gaps: supply?.status === 'ok' ? [] : [{ subject, reason: mode?.reason ?? 'no answer' }] }
  const said = new URLSearchParams(String(mode.value)).get('mode')
  if (said === 'timestamp') return { clock: 'timestamp', gaps: [] }
  return { clock: 'blockNumber', gaps: said === 'blocknumber' ? [] : [{ subject, reason: `CLOCK_MODE() is ${JSON.stringify(mode.value)}` }] }
}
