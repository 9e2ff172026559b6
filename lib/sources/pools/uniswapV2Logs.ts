import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { PairEvents } from '../../liquidity/pairBook'
import { toTransfer, transferTopic } from '../erc20'
import { assertEvent, toPlace, toWord, type EventShape } from '../eventWords'
import type { FollowedStakes } from './exchangedStakes'
import type { StakeMove } from './stakedShares'

/** Events of UniswapV2Pair, beside the Transfer of its shares. https://github.com/Uniswap/v2-core/blob/v1.0.1/contracts/UniswapV2Pair.sol */
export const pairEvents = {
  /** Mint(address indexed sender, uint256 amount0, uint256 amount1) */
  mint: { name: 'Mint', topic: '0x4c209b5fc8ad50758f13e2e1088ba56a560dff690a1c6fef26394f4c03821c4f', indexed: 1, words: 2 },
  /** Burn(address indexed sender, uint256 amount0, uint256 amount1, address indexed to) */
  burn: { name: 'Burn', topic: '0xdccd412f0b1252819cb1fd330b93224ca42612892bb3f4f789976e6d81936496', indexed: 2, words: 2 },
  /** Swap(address indexed sender, uint256 amount0In, uint256 amount1In, uint256 amount0Out, uint256 amount1Out, address indexed to) */
  swap: { name: 'Swap', topic: '0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822', indexed: 2, words: 4 },
  /** Sync(uint112 reserve0, uint112 reserve1) */
  sync: { name: 'Sync', topic: '0x1c411e9a96e071241c2f21f7726b17ae89e3cab4c78be50e062b03a9fffbbad1', indexed: 0, words: 2 },
} as const satisfies Record<string, EventShape>

/** Where a pair's shares lie for others. */
export interface Kept {
  /** null where it is staked nowhere */
  stakes: FollowedStakes | null
  tokens: ReadonlySet<Address>
}

/**
 * Tells the logs of a pair, and of the contracts that keep its shares for others, to whoever adds them up.
 *
 * @param kept stakes of shares, and tokens that were given out for them
 * @returns takes whole blocks, those after the ones before
 * @throws Error that names the log which does not fit with those before it
 * @example const tell = openPairLogs(pair, { stakes: null, tokens: new Set() }, openPair({ address: pair, feePpm: 3000, quote: 1 }).events); tell(logs)
 */
export function openPairLogs(pair: Address, { stakes: followed, tokens }: Kept, events: PairEvents): (logs: readonly Log[]) => void {
  let last: Pick<Log, 'blockNumber' | 'logIndex'> = { blockNumber: -1, logIndex: -1 }

  function tell(log: Log): void {
    const topic = log.topics[0]
    if (topic === pairEvents.sync.topic) {
      assertEvent(log, pairEvents.sync)
      events.sync([toWord(log, 0), toWord(log, 1)])
    } else if (topic === pairEvents.swap.topic) {
      assertEvent(log, pairEvents.swap)
      events.swap([toWord(log, 0), toWord(log, 1)])
    } else if (topic === transferTopic) {
      const reading = toTransfer(log)
      if (reading.status === 'rejected') throw new Error(reading.reason)
      const { from, to, amount } = reading.transfer
      if (tokens.has(log.address)) events.pass(log.address, from, to, amount, log.logIndex)
      else events.transfer(from, to, amount, log.logIndex)
    } else {
      const event = topic === pairEvents.mint.topic ? pairEvents.mint : pairEvents.burn
      assertEvent(log, event)
      const amounts = [toWord(log, 0), toWord(log, 1)] as const
      if (event === pairEvents.mint) events.mint(amounts, log.logIndex)
      else events.burn(amounts, log.logIndex)
    }
  }

  /** A block's logs, from one place to another. */
  function tellBlock(logs: readonly Log[], begin: number, end: number): void {
    let log = logs[begin]!
    const within = <Result>(what: () => Result): Result => {
      try {
        return what()
      } catch (error) {
        throw new Error(`${toPlace(log)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      }
    }
    const tellMove = ({ kind, token, staking, from, to, shares, passive }: StakeMove) => {
      if (kind === 'pass') events.pass(token, from, to, shares, log.logIndex)
      else events[kind](token, staking, from, to, shares, log.logIndex, passive)
    }
    within(() => {
      events.beginBlock(log.blockNumber)
      const stakes = followed && followed.join(logs.slice(begin, end))
      for (let place = begin; place < end; place++) {
        log = logs[place]!
        const move = stakes?.joined.get(log)
        if (move === undefined) tell(log)
        else if (move) tellMove(move)
        for (const further of stakes?.behind.get(log) ?? []) tellMove(further)
      }
      events.endBlock()
    })
  }

  return (logs) => {
    for (let begin = 0, end = 0; begin < logs.length; begin = end) {
      const { blockNumber } = logs[begin]!
      for (; end < logs.length && logs[end]!.blockNumber === blockNumber; end++) {
        const log = logs[end]!
        if (blockNumber < last.blockNumber || (blockNumber === last.blockNumber && log.logIndex <= last.logIndex))
          throw new Error(`${toPlace(log)} comes after log ${last.logIndex} of block ${last.blockNumber}`)
        last = log
      }
      tellBlock(logs, begin, end)
    }
  }
}
