import { transferTopic } from '@/lib/sources/erc20'
import type { TransferHistory } from './history'

export const tokenAddress = '0x1f9840a85d5af5bf1d1762f925bdaddc4201f984'

/** A block's hash: made from its number alone, so that any block can be answered without keeping it. */
export function toBlockHash(number: number): string {
  let text = '0x'
  for (let word = 0, state = number; word < 8; word += 1) {
    state = Math.imul(state ^ (state >>> 15) ^ word, 0x2c1b3c6d) + 0x297a2d39
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39)
    text += ((state ^ (state >>> 15)) >>> 0).toString(16).padStart(8, '0')
  }
  return text
}

export const toTimestamp = (number: number): number => 1_600_000_000 + 12 * number
export const toHex = (number: number): string => `0x${number.toString(16)}`

/** Each log is of a transaction of its own. */
export const toTransactionHash = (log: number): string => toBlockHash(log + 7_000_000)
export const toTransactionIndex = (inBlock: number): string => toHex(0x1f + inBlock)

const perPage = 50_000

/** Logs as a node writes them, made once: an answer is cut from these bytes and costs the machine next to nothing. */
export function renderLogs(history: TransferHistory) {
  const count = history.from.length
  const ends = new Float64Array(count + 1)
  const pages: Buffer[] = []
  for (let first = 0; first < count; first += perPage) {
    let text = ''
    for (let log = first; log < Math.min(count, first + perPage); log += 1) {
      text += renderLog(history, log)
      ends[log + 1] = text.length
    }
    pages.push(Buffer.from(text, 'latin1'))
  }
  /** The bytes of logs `from` to `to` (not included), each followed by a comma. */
  return (from: number, to: number): Buffer[] => {
    const pieces: Buffer[] = []
    for (let at = from; at < to; ) {
      const page = Math.floor(at / perPage)
      const end = Math.min(to, (page + 1) * perPage)
      pieces.push(pages[page]!.subarray(at % perPage === 0 ? 0 : ends[at], ends[end]))
      at = end
    }
    return pieces
  }
}

const padding = '0'.repeat(24)

function renderLog({ accounts, from, to, block, amounts }: TransferHistory, log: number): string {
  const number = block[log]!
  const sender = from[log]! < 0 ? '0'.repeat(40) : accounts[from[log]!]!
  const hash = toBlockHash(number)
  let first = log
  while (first > 0 && block[first - 1] === number) first -= 1
  return (
    `{"address":"${tokenAddress}","topics":["${transferTopic}","0x${padding}${sender}","0x${padding}${accounts[to[log]!]!}"],` +
    `"data":"0x${'0'.repeat(32)}${amounts.toString('hex', log * 16, log * 16 + 16)}","blockNumber":"${toHex(number)}",` +
    `"transactionHash":"${toTransactionHash(log)}","transactionIndex":"${toTransactionIndex(log - first)}","blockHash":"${hash}",` +
    `"blockTimestamp":"${toHex(toTimestamp(number))}","logIndex":"${toHex(100 + log - first)}","removed":false},`
  )
}
