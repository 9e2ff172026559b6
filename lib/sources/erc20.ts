import type { Log } from '../chain/log'
import type { Transfer } from '../ledger/foldTransfers'
import { toIndexedAddress } from './eventWords'

/** keccak256('Transfer(address,address,uint256)'): ERC-20 and ERC-721 share it. */
export const transferTopic = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'

/** A transfer, or why the log is none. Rejected logs are counted and kept, never misread. */
export type Reading = { status: 'transfer'; transfer: Transfer } | { status: 'rejected'; reason: string }

/**
 * Reads one log as an ERC-20 Transfer (EIP-20): sender and receiver indexed, one uint256 in the data.
 *
 * @returns rejected for ERC-721 (the token's number is indexed too: four topics), for logs of the same signature with
 *   nothing indexed, and for addresses or data of the wrong length
 * @example toTransfer({topics: [transferTopic, from, to], data: '0x…01', …}) // {status: 'transfer', transfer: {from, to, amount: 1n, …}}
 */
export function toTransfer(log: Log): Reading {
  const { topics, data } = log
  if (topics[0] !== transferTopic) return rejected(`its first topic is ${topics[0] ?? 'absent'}, not that of Transfer`)
  if (topics.length === 4) return rejected('four topics: an ERC-721 transfer of one token by its number, not of an amount')
  if (topics.length !== 3) return rejected(`${topics.length} topics: sender and receiver are not indexed as ERC-20 says`)
  if (data.length !== 66) return rejected(`its data has ${(data.length - 2) / 2} bytes, an amount has 32`)
  const from = toIndexedAddress(topics[1]!)
  const to = toIndexedAddress(topics[2]!)
  if (!from || !to) return rejected('an indexed address has more than 20 bytes')
  return {
    status: 'transfer',
    transfer: { from, to, amount: BigInt(data), blockNumber: log.blockNumber, logIndex: log.logIndex },
  }
}

const rejected = (reason: string): Reading => ({ status: 'rejected', reason })
