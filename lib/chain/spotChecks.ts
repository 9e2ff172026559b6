import { wordsPerTransfer } from '../ledger/packedTransfers'
import type { RangeLogs } from './logsAnswer'

/** Consecutive blocks, both included. */
export interface Blocks {
  fromBlock: number
  toBlock: number
}

/** An answer with up to so many logs is small enough to be asked for twice. */
const small = 64
/** Of a larger one, this share is. */
const share = 16

/**
 * About which blocks of an answered range is another endpoint asked, to find out whether logs were left out? All of them, where there are
 * few logs or none. Else those that cost nearly nothing where the answer is whole: the longest silence and what lies behind the last log,
 * which is where logs are that a node cut off or has not indexed; and a sixteenth of the logs, at a place that hangs on the last
 * block's hash.
 *
 * @example toSpotChecks({ fromBlock: 1, toBlock: 9 }, answerWithoutLogs) // [{ fromBlock: 1, toBlock: 9 }]
 */
export function toSpotChecks({ fromBlock, toBlock }: Blocks, { length, transfers, last }: RangeLogs): Blocks[] {
  if (length <= small || last === null || transfers.count === 0) return [{ fromBlock, toBlock }]
  const blocks = transfers.blockNumbers
  const sample = Math.ceil(transfers.count / share)
  const first = Number.parseInt(last.hash.slice(-8), 16) % (transfers.count - sample)
  const checks = [
    { fromBlock: blocks[first]!, toBlock: blocks[first + sample]! },
    toLongestSilence({ fromBlock, toBlock }, blocks),
    { fromBlock: last.block + 1, toBlock },
  ]
  return checks.filter((check, index) => {
    const isEmpty = check.fromBlock > check.toBlock
    return !isEmpty && !checks.slice(0, index).some((other) => other.fromBlock <= check.fromBlock && other.toBlock >= check.toBlock)
  })
}

function toLongestSilence({ fromBlock, toBlock }: Blocks, blocks: Float64Array): Blocks {
  let longest = { fromBlock, toBlock: blocks[0]! - 1 }
  const consider = (from: number, to: number) => {
    if (to - from > longest.toBlock - longest.fromBlock) longest = { fromBlock: from, toBlock: to }
  }
  for (let index = 1; index < blocks.length; index += 1) consider(blocks[index - 1]! + 1, blocks[index]! - 1)
  consider(blocks.at(-1)! + 1, toBlock)
  return longest
}

/**
 * Do two endpoints say the same of some blocks? Of two answers that differ, the one with fewer logs left some out.
 *
 * @param answer of a range that holds the blocks
 * @param other of just these blocks
 * @returns how the answer stands to the other one
 */
export function compareAnswers(answer: RangeLogs, other: RangeLogs, blocks: Blocks): 'same' | 'fewer' | 'more' | 'different' {
  const [ours, theirs] = [toParts(answer, blocks), toParts(other, blocks)]
  if (ours.length !== theirs.length) return ours.length < theirs.length ? 'fewer' : 'more'
  return ours.every((part, index) => part === theirs[index]) ? 'same' : 'different'
}

/** Everything that is kept of each log: its place, and what it says. */
function toParts({ transfers, odd }: RangeLogs, { fromBlock, toBlock }: Blocks): string[] {
  const { blockNumbers, logIndexes, words } = transfers
  const parts: string[] = []
  for (let index = 0; index < transfers.count; index += 1) {
    const block = blockNumbers[index]!
    if (block < fromBlock || block > toBlock) continue
    parts.push(`${block} ${logIndexes[index]} ${words.subarray(index * wordsPerTransfer, (index + 1) * wordsPerTransfer).join(' ')}`)
  }
  const others = odd.filter(({ blockNumber }) => blockNumber >= fromBlock && blockNumber <= toBlock)
  return [...parts, ...others.map(({ blockNumber, logIndex, topics, data }) => [blockNumber, logIndex, ...topics, data].join(' ').toLowerCase())]
}
