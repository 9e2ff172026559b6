import type { Log } from '../../chain/log'
import { toWord } from '../eventWords'

/** What one log of a pool says was paid in, of either token, in the order of its tokens; nothing is 0. */
export interface PaidIn {
  kind: 'swap' | 'deposit'
  amounts: readonly [bigint, bigint]
}

/** Words of an event's data that say what was paid in; signed where it may have been paid out. */
interface PaidInEvent {
  kind: PaidIn['kind']
  topics: number
  words: number
  places: readonly [number, number]
  signed: boolean
}

const events: Readonly<Record<string, PaidInEvent>> = {
  // Uniswap v2: Swap(address indexed sender, uint256 amount0In, uint256 amount1In, uint256 amount0Out, uint256 amount1Out, address indexed to)
  '0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822': { kind: 'swap', topics: 3, words: 4, places: [0, 1], signed: false },
  // Uniswap v2: Mint(address indexed sender, uint256 amount0, uint256 amount1)
  '0x4c209b5fc8ad50758f13e2e1088ba56a560dff690a1c6fef26394f4c03821c4f': { kind: 'deposit', topics: 2, words: 2, places: [0, 1], signed: false },
  // Uniswap v3: Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160, uint128, int24)
  '0xc42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67': { kind: 'swap', topics: 3, words: 5, places: [0, 1], signed: true },
  // Uniswap v3: Mint(address sender, address indexed owner, int24 indexed tickLower, int24 indexed tickUpper, uint128 amount, uint256 amount0, uint256 amount1)
  '0x7a53080ba414158be7ec69b987b5fb7d07dee101fe85488f0853ae16239d0bde': { kind: 'deposit', topics: 4, words: 4, places: [2, 3], signed: false },
}

/**
 * What a log of a Uniswap v2 pair or a v3 pool says was paid in: to a swap, or as liquidity.
 *
 * @returns null for every other log
 * @example toPaidIn(swapOfFive) // { kind: 'swap', amounts: [5n, 0n] }
 */
export function toPaidIn(log: Pick<Log, 'topics' | 'data'>): PaidIn | null {
  const event = events[log.topics[0] ?? '']
  if (!event || log.topics.length !== event.topics || log.data.length !== 2 + 64 * event.words) return null
  const [first, second] = event.places.map((place) => {
    const word = toWord(log, place)
    return event.signed && BigInt.asIntN(256, word) < 0n ? 0n : word
  })
  return { kind: event.kind, amounts: [first!, second!] }
}
