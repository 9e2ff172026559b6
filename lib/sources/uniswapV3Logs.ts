import type { Log } from '../chain/log'
import type { Address } from '../domain/address'
import type { PoolEvent } from '../liquidity/poolEvent'
import type { SwapEvent } from '../liquidity/replaySwap'
import { transferTopic } from './erc20'
import type { NftKeeper } from './nftKeepers/nftKeeper'
import { toNftKeepers } from './nftKeepers/registry'
import type { LogFilter } from './source'

/** Events of UniswapV3Pool: keccak256 of their signatures. */
export const poolTopics = {
  /** Initialize(uint160,int24) */
  initialize: '0x98636036cb66a9c19a37435efc1e90142190214e8abeb821bdba3f2990dd4c95',
  /** Mint(address,address,int24,int24,uint128,uint256,uint256) */
  mint: '0x7a53080ba414158be7ec69b987b5fb7d07dee101fe85488f0853ae16239d0bde',
  /** Burn(address,int24,int24,uint128,uint256,uint256) */
  burn: '0x0c396cd989a39f4459b5fa1aed6a9a8dcdbc45908acfd67e028cd568da98982c',
  /** Collect(address,address,int24,int24,uint128,uint128) */
  collect: '0x70935338e69775456a85ddef226c395fb668b63fa0115f5f20610b388e6ca9c0',
  /** Swap(address,address,int256,int256,uint160,uint128,int24) */
  swap: '0xc42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67',
  /** Flash(address,address,uint256,uint256,uint256,uint256) */
  flash: '0xbdbdb71d7860376ba52b25a5028beea23581364a40522f6bcfb86bb1f2dca633',
  /** SetFeeProtocol(uint8,uint8,uint8,uint8) */
  feeProtocol: '0x973d8d92bb299f4af6ce49b52a8adb85ae46b9f214c4c4fc06ac77401237b133',
  /** CollectProtocol(address,address,uint128,uint128) */
  protocolPayout: '0x596b573906218d3411850b26a6b437d6c4522fdb43d2d2386263f86d50b8b151',
} as const

/** Those of them that tell the pool's price. */
export const priceTopics: readonly `0x${string}`[] = [poolTopics.initialize, poolTopics.swap]

/** Events of NonfungiblePositionManager. */
export const managerTopics = {
  /** IncreaseLiquidity(uint256,uint128,uint256,uint256) */
  increase: '0x3067048beee31b25b2f1681f88dac838c8bba36af25bfb2b7cf7473a5847e35f',
  /** DecreaseLiquidity(uint256,uint128,uint256,uint256) */
  decrease: '0x26f6a048ee9138f2c0ce266f322cb99228e8d619ae2bff30c67f8dcf9d2377b4',
  /** Collect(uint256,address,uint256,uint256) */
  payout: '0x40d0efd1a53d60ecbf40971b9daf7dc90178c3aadc7aab1765632738fa8b8f01',
  /** Transfer(address,address,uint256), the number indexed too */
  transfer: transferTopic,
} as const

/** A pool, the manager of its position NFTs, and contracts that keep such NFTs for others. */
export interface PoolContracts {
  pool: Address
  /** null where nothing names one */
  manager: Address | null
  keepers?: ReadonlyMap<Address, NftKeeper>
  /** Contracts that have positions in it and give out shares of their own for them */
  shareManagers?: ReadonlySet<Address>
}

/**
 * Whose logs tell of a pool, as its place or its wrapper says.
 *
 * @example toPoolContracts({ address: '0x1d42…', contracts: {} }) // { pool: '0x1d42…', manager: null, keepers: Map {} }
 */
export const toPoolContracts = ({ address, contracts }: { address: Address; contracts: Readonly<Record<string, Address>> }): Required<Omit<PoolContracts, 'shareManagers'>> => ({
  pool: address,
  manager: contracts.positionManager ?? null,
  keepers: toNftKeepers(contracts),
})

/** How many topics and how many words of data each event has, as [topics, words]. */
const shapes: Record<string, readonly [number, number]> = {
  [poolTopics.initialize]: [1, 2],
  [poolTopics.mint]: [4, 4],
  [poolTopics.burn]: [4, 3],
  [poolTopics.collect]: [4, 3],
  [poolTopics.swap]: [3, 5],
  [poolTopics.flash]: [3, 4],
  [poolTopics.feeProtocol]: [1, 4],
  [poolTopics.protocolPayout]: [3, 2],
  [managerTopics.increase]: [2, 3],
  [managerTopics.decrease]: [2, 3],
  [managerTopics.payout]: [2, 3],
  [managerTopics.transfer]: [4, 0],
}

/**
 * Reads one log of a Uniswap v3 pool or of the manager of its position NFTs.
 *
 * @param of whose logs they are: what any other contract logs under the same topics is none of theirs
 * @returns null for every other log, and for one that has not the shape of its event
 * @example toPoolEvent({address: pool, topics: [poolTopics.initialize], data: '0x…', …}, {pool, manager}) // {kind: 'price', tick: 0, …}
 */
export function toPoolEvent(log: Log, of: PoolContracts): PoolEvent | null {
  const { blockNumber, logIndex, topics } = log
  const keeper = of.keepers?.get(log.address)
  if (keeper) {
    const kept = keeper.topics.some((each) => each === topics[0]) ? keeper.toKept(log) : null
    return kept && { blockNumber, logIndex, kind: 'kept', keeper: log.address, ...kept }
  }
  const [topic = '', first = '', second = '', third = ''] = topics
  const shape = shapes[topic]
  if (!shape || topics.length !== shape[0] || log.data.length !== 2 + 64 * shape[1]) return null
  const word = (place: number) => BigInt(`0x${log.data.slice(2 + 64 * place, 66 + 64 * place)}`)
  const place = { blockNumber, logIndex }
  if (log.address === of.pool) {
    const owned = () => ({ owner: toAddress(first), tickLower: toTick(BigInt(second)), tickUpper: toTick(BigInt(third)) })
    if (topic === poolTopics.initialize) return { ...place, kind: 'price', sqrtPrice: word(0), tick: toTick(word(1)) }
    if (topic === poolTopics.swap) return { ...place, kind: 'price', sqrtPrice: word(2), tick: toTick(word(4)) }
    if (topic === poolTopics.burn) return { ...place, kind: 'burn', ...owned(), liquidity: word(0), amounts: [word(1), word(2)] }
    if (topic === poolTopics.collect) return { ...place, kind: 'collect', ...owned(), amounts: [word(1), word(2)] }
    if (topic === poolTopics.flash) return { ...place, kind: 'flash', paid: [word(2), word(3)] }
    if (topic === poolTopics.feeProtocol) return { ...place, kind: 'feeProtocol', parts: [word(2), word(3)] }
    if (topic === poolTopics.protocolPayout) return { ...place, kind: 'protocolPayout', amounts: [word(0), word(1)] }
    if (topic === poolTopics.mint)
      return { ...place, kind: 'mint', sender: toAddress(log.data.slice(0, 66)), ...owned(), liquidity: word(1), amounts: [word(2), word(3)] }
  }
  if (log.address === of.manager) {
    if (topic === managerTopics.transfer) return { ...place, kind: 'transfer', tokenId: BigInt(third), from: toAddress(first), to: toAddress(second) }
    if (topic === managerTopics.payout) return { ...place, kind: 'payout', tokenId: BigInt(first), amounts: [word(1), word(2)] }
    const kind = topic === managerTopics.increase ? 'increase' : topic === managerTopics.decrease ? 'decrease' : null
    if (kind) return { ...place, kind, tokenId: BigInt(first), liquidity: word(0), amounts: [word(1), word(2)] }
  }
  return null
}

/**
 * What a Swap of a pool says; null for every other log, and for one that has not the shape of a Swap. A pool has millions of them: nothing else is
 * read of it.
 *
 * @example toSwapEvent({ topics: [poolTopics.swap, '0x…', '0x…'], data: '0x…', … }) // { amounts: [5n, -4n], sqrtPrice: 79228162514264337593543n, … }
 */
export function toSwapEvent({ topics, data }: Pick<Log, 'topics' | 'data'>): SwapEvent | null {
  if (topics[0] !== poolTopics.swap || topics.length !== 3 || data.length !== 322) return null
  return {
    amounts: [BigInt.asIntN(256, BigInt(`0x${data.slice(2, 66)}`)), BigInt.asIntN(256, BigInt(`0x${data.slice(66, 130)}`))],
    // The price has 20 bytes, liquidity 16, the tick 3: the rest of their words is nothing, or the sign again.
    sqrtPrice: BigInt(`0x${data.slice(154, 194)}`),
    liquidity: BigInt(`0x${data.slice(226, 258)}`),
    tick: (Number.parseInt(data.slice(316), 16) << 8) >> 8,
  }
}

/**
 * Logs of a pool, of the manager of its position NFTs and of who keeps them: one list, for who looks through a pool and for who replays it. Those that tell its price
 * stand by themselves.
 *
 * @example toPoolFilters({ pool, manager: null }) // [{ address: pool, topics: ['0x9863…', '0xc420…'] }, { address: pool, topics: ['0x7a53…', …] }]
 */
export const toPoolFilters = ({ pool, manager, keepers = new Map() }: PoolContracts): LogFilter[] => [
  { address: pool, topics: priceTopics },
  { address: pool, topics: Object.values(poolTopics).filter((topic) => !priceTopics.includes(topic)) },
  ...(manager ? [{ address: manager, topics: Object.values(managerTopics) }] : []),
  ...[...keepers].map(([address, { topics }]) => ({ address, topics })),
]

/**
 * Passes on the logs that can concern a pool. A manager has millions of logs, nearly all of other pools' NFTs: unless they are of a number met right
 * behind a log of this pool, or stand there themselves, they are not even read. Nor is what a contract says of NFTs that were not met.
 *
 * @param met numbers of NFTs that may be of this pool, as topics; grows
 * @param logs of the pool, of the manager and of who keeps its NFTs, whole blocks; those of share managers are passed on
 * @example [...concerning([mintOfThePool, increaseBehindIt, increaseOfAnother], { pool, manager }, new Set())] // the first two
 */
export function* concerning(logs: readonly Log[], { pool, keepers, shareManagers }: PoolContracts, met: Set<string>): Generator<Log> {
  let last: Log | null = null
  for (const log of logs) {
    const keeper = log.address === pool ? undefined : keepers?.get(log.address)
    if (log.address === pool) last = log
    else if (keeper) {
      if (!met.has(log.topics[keeper.numberTopic] ?? '')) continue
    } else if (!shareManagers?.has(log.address)) {
      const tokenId = log.topics[log.topics.length - 1] ?? ''
      if (last?.blockNumber === log.blockNumber && log.logIndex - last.logIndex <= 2) met.add(tokenId)
      else if (!met.has(tokenId)) continue
    }
    yield log
  }
}

const toTick = (word: bigint) => Number(BigInt.asIntN(24, word))
const toAddress = (word: string): Address => `0x${word.slice(26).toLowerCase()}`
