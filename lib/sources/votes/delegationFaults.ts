import { parseAbi } from 'viem'
import { toWord } from '../eventWords'
import { votesChanged } from './delegationLogs'
import { readClock } from './readClock'
import type { FaultQuestion } from './votesSource'

const abi = parseAbi([
  'function getVotes(address account) view returns (uint256)',
  'function getCurrentVotes(address account) view returns (uint96)',
  'function getPastVotes(address account, uint256 timepoint) view returns (uint256)',
  'function getPriorVotes(address account, uint256 blockNumber) view returns (uint96)',
])

/** Blocks in which kept logs leave an account's votes as they are, both ends included. */
interface Rest {
  from: number
  to: number
  votes: bigint
}

/**
 * Blocks in which a delegate's votes became others without a kept log of it, by what the contract says of its own past (getPastVotes of ERC-5805,
 * getPriorVotes of COMP and UNI): where a log names other votes than those that the one before it left, and after the last.
 *
 * @returns none where the contract says the same everywhere, or does not tell its past
 * @example for await (const block of findDelegationFaults(question)) … // 57
 */
export async function* findDelegationFaults(question: FaultQuestion): AsyncGenerator<number> {
  const { contract, reader, block } = question
  const { clock } = await readClock(reader, contract.address, block.number)
  const isOther = async (number: number, votes: bigint): Promise<boolean | null> => {
    const said = await readVotes(question, number, clock === 'timestamp' ? (await reader.readBlock(number)).timestamp : number)
    return said === null ? null : said !== votes
  }
  for (const { from, to, votes } of toRests(question)) {
    const isOtherAtEnd = to >= from && (await isOther(to, votes))
    if (isOtherAtEnd === null) return
    if (!isOtherAtEnd) {
      // Only the block of the next log is left, which names other votes before it.
      if (to < block.number) yield to + 1
      continue
    }
    let [right, wrong] = [from - 1, to]
    while (wrong - right > 1) {
      const middle = Math.floor((right + wrong) / 2)
      const said = await isOther(middle, votes)
      if (said === null) return
      if (said) wrong = middle
      else right = middle
    }
    yield wrong
  }
}

/** Where logs may be missing: before each log that names other votes than the one before it left, and after all of them. */
function toRests({ contract, logs, block }: FaultQuestion): Rest[] {
  const rests: Rest[] = []
  let last = { blockNumber: contract.firstBlock, votes: 0n }
  for (const log of logs) {
    if (log.topics[0] !== votesChanged.topic) continue
    if (toWord(log, 0) !== last.votes) rests.push({ from: last.blockNumber, to: log.blockNumber - 1, votes: last.votes })
    last = { blockNumber: log.blockNumber, votes: toWord(log, 1) }
  }
  return [...rests, { from: last.blockNumber, to: block.number, votes: last.votes }]
}

/** What an account could cast after a block: at the newest one its votes are current, not past. */
async function readVotes({ contract: { address }, account, reader, block }: FaultQuestion, number: number, timepoint: number): Promise<bigint | null> {
  const [names, args] = number < block.number ? [['getPastVotes', 'getPriorVotes'], [account, BigInt(timepoint)]] : [['getVotes', 'getCurrentVotes'], [account]]
  const answers = await reader.readContracts(names.map((functionName) => ({ address, abi, functionName, args })), block.number)
  const said = answers.find(({ status }) => status === 'ok')
  return said?.status === 'ok' ? BigInt(said.value as bigint) : null
}
