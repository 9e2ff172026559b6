import { toBlockHash, toHex, toTimestamp, toTransactionHash, toTransactionIndex, tokenAddress } from './renderLogs'
import type { TransferHistory } from './history'

const zeros = (bytes: number) => `0x${'0'.repeat(bytes * 2)}`

/** What is the same in every block, in the fields that a node of mainnet gives. */
const header = {
  logsBloom: zeros(256),
  miner: zeros(20),
  gasUsed: '0xe4e1c0',
  gasLimit: '0x1c9c380',
  baseFeePerGas: '0x3b9aca00',
  nonce: zeros(8),
  mixHash: zeros(32),
  stateRoot: zeros(32),
  receiptsRoot: zeros(32),
  transactionsRoot: zeros(32),
  sha3Uncles: zeros(32),
  size: '0x5208',
  difficulty: '0x0',
  extraData: '0x',
  uncles: [],
}

/** A block of the made-up chain. */
export const renderBlock = (number: number, transactions: readonly object[] = []) => ({
  ...header,
  number: toHex(number),
  hash: toBlockHash(number),
  parentHash: toBlockHash(number - 1),
  timestamp: toHex(toTimestamp(number)),
  transactions,
})

/** The transactions that made logs `first` to `end` (not included), which are all of one block. A real block has many others, too. */
export function renderTransactions({ accounts, from, to, block, amounts }: TransferHistory, first: number, end: number): object[] {
  return Array.from({ length: end - first }, (_, index) => {
    const log = first + index
    const amount = amounts.toString('hex', log * 16, log * 16 + 16)
    return {
      hash: toTransactionHash(log),
      blockHash: toBlockHash(block[log]!),
      blockNumber: toHex(block[log]!),
      transactionIndex: toTransactionIndex(index),
      from: from[log]! < 0 ? zeros(20) : `0x${accounts[from[log]!]!}`,
      to: tokenAddress,
      input: `0xa9059cbb${'0'.repeat(24)}${accounts[to[log]!]!}${'0'.repeat(32)}${amount}`,
      value: '0x0',
      nonce: toHex(log),
      gas: '0xfde8',
      gasPrice: '0x3b9aca00',
      maxFeePerGas: '0x77359400',
      maxPriorityFeePerGas: '0x3b9aca00',
      accessList: [],
      type: '0x2',
      chainId: '0x1',
      v: '0x1',
      r: toBlockHash(log),
      s: toBlockHash(log + 1),
    }
  })
}
