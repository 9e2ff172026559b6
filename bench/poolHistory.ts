import type { Log } from '@/lib/chain/log'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { PoolCore, type OwnedRange } from '@/lib/liquidity/poolCore'
import { positionAmounts } from '@/lib/liquidity/positionAmounts'
import { replaySwap } from '@/lib/liquidity/replaySwap'
import { managerTopics, poolTopics } from '@/lib/sources/uniswapV3Logs'
import { walkSwap } from './walkSwap'
import { toRandom } from './random'
import { blocksADay, toBenchAddress } from './transferHistory'

/** What happens in a pool: how often, by how many, in how many days. */
export interface PoolLife {
  swaps: number
  positions: number
  owners: number
  days: number
}

const toAddress = (digit: string): Address => `0x${digit.repeat(40)}`
export const [benchPool, benchManager] = [toAddress('d'), toAddress('e')]
const tickSpacing = 60
const [router, trader] = [toAddress('b'), toAddress('c')]
/** Prices change by so much at most with one swap, in 10⁻⁸ */
const largestStep = 300_000
/** Of the positions that come so many go again */
const leaving = 0.6

const toWord = (value: bigint | number): string => BigInt.asUintN(256, BigInt(value)).toString(16).padStart(64, '0')

interface Nft {
  id: number
  owner: Address
  place: OwnedRange
  liquidity: bigint
}

/**
 * A Uniswap v3 pool's life, the same on every machine, as its contracts would log it: each position an NFT in a range of its own, around the price of
 * its day and of very different sizes, six in ten taken out again with its fees; one in fifty handed on; prices that wander around 1.
 *
 * @returns the logs of each day, in the chain's order
 */
export function* toPoolHistory({ swaps, positions, owners, days }: PoolLife): Generator<{ logs: Log[]; lastBlock: number }> {
  const random = toRandom(17)
  const core = new PoolCore({ feePpm: 3000, tickSpacing, quote: 1 })
  const taken = new Set<string>()
  const active: Nft[] = []
  let logs: Log[] = []
  let [block, logIndex, transactions, nfts] = [1, 0, 0, 0]

  const begin = (blockNumber: number) => {
    logIndex = blockNumber === block ? logIndex + 1 : 0
    block = blockNumber
    transactions += 1
  }
  const tell = (address: Address, topics: readonly (string | bigint | number)[], data: readonly (bigint | number | string)[]) =>
    logs.push({
      address, blockNumber: block, blockHash: `0x${toWord(block)}`, transactionHash: `0x${toWord(transactions)}`, logIndex: logIndex++,
      topics: topics.map((topic, place) => (place === 0 ? String(topic) : `0x${toWord(BigInt(topic))}`)),
      data: `0x${data.map((word) => toWord(BigInt(word))).join('')}`,
    })
  const placed = ({ owner, tickLower, tickUpper }: OwnedRange) => [owner, tickLower, tickUpper]

  function open(place: OwnedRange, owner: Address, liquidity: bigint): void {
    const price = { sqrtPrice: core.sqrtPrice!, tick: core.tick }
    const amounts = positionAmounts({ ...place, liquidity }, price, 'up')
    core.changeLiquidity(place, liquidity, amounts)
    tell(benchPool, [poolTopics.mint, ...placed(place)], [benchManager, liquidity, ...amounts])
    nfts += 1
    tell(benchManager, [managerTopics.transfer, zeroAddress, owner, nfts], [])
    tell(benchManager, [managerTopics.increase, nfts], [liquidity, ...amounts])
    active.push({ id: nfts, owner, place, liquidity })
  }
  function close({ id, owner, place, liquidity }: Nft): void {
    const amounts = positionAmounts({ ...place, liquidity }, { sqrtPrice: core.sqrtPrice!, tick: core.tick })
    core.changeLiquidity(place, -liquidity, amounts)
    tell(benchPool, [poolTopics.burn, ...placed(place)], [liquidity, ...amounts])
    tell(benchManager, [managerTopics.decrease, id], [liquidity, ...amounts])
    const { owed } = core.position(place)
    core.payOut(place, owed)
    tell(benchPool, [poolTopics.collect, ...placed(place)], [owner, ...owed])
    tell(benchManager, [managerTopics.payout, id], [owner, ...owed])
  }
  function openSomewhere(): void {
    for (;;) {
      const middle = Math.round(core.tick / tickSpacing)
      // Each end by itself: there must be many more ranges than positions, or the last ones look for theirs for ever.
      const [lower, upper] = [middle - 1 - Math.floor(600 * random() ** 2), middle + 1 + Math.floor(600 * random() ** 2)]
      const key = `${lower}/${upper}`
      if (taken.has(key)) continue
      taken.add(key)
      const owner = toBenchAddress(Math.floor(owners * random() ** 2))
      return open({ owner: benchManager, tickLower: lower * tickSpacing, tickUpper: upper * tickSpacing }, owner, BigInt(Math.floor(1e6 * Math.exp(12 * random()))) * 10n ** 12n)
    }
  }
  function handOn(): void {
    const nft = active[Math.floor(active.length * random())]!
    const to = toBenchAddress(Math.floor(owners * random()))
    if (to === nft.owner) return
    tell(benchManager, [managerTopics.transfer, nft.owner, to, nft.id], [])
    nft.owner = to
  }
  function swap(): void {
    const price = core.sqrtPrice!
    // Back to 1 the likelier, the farther it is away.
    const away = Math.log(Number(price) / 2 ** 96)
    const step = Math.round(largestStep * Math.max(-1, Math.min(1, random() * 2 - 1 - away)))
    if (step === 0) return
    const event = walkSwap(core, price + (price * BigInt(step)) / 100_000_000n)
    replaySwap(core, event)
    tell(benchPool, [poolTopics.swap, router, trader], [...event.amounts, event.sqrtPrice, event.liquidity, event.tick])
  }

  begin(1)
  core.initialize(2n ** 96n, 0)
  tell(benchPool, [poolTopics.initialize], [2n ** 96n, 0])
  const most = Math.floor(887_272 / tickSpacing) * tickSpacing
  open({ owner: benchManager, tickLower: -most, tickUpper: most }, toBenchAddress(0), 10n ** 20n)
  for (let day = 0; day < days; day += 1) {
    const [from, to] = [(whole: number) => Math.floor((whole * day) / days), (whole: number) => Math.floor((whole * (day + 1)) / days)]
    const [swapsToday, opened] = [to(swaps) - from(swaps), to(positions - 1) - from(positions - 1)]
    const others = Math.max(1, Math.floor(swapsToday / Math.max(1, opened)))
    for (let nth = 0, came = 0; nth < swapsToday; nth += 1) {
      begin(day * blocksADay + 2 + Math.floor((nth * (blocksADay - 3)) / swapsToday))
      swap()
      if (nth % others !== 0 || came >= opened) continue
      came += 1
      begin(block)
      openSomewhere()
      // The first of all stays.
      if (active.length > 2 && random() < leaving) {
        const [gone] = active.splice(1 + Math.floor((active.length - 1) * random()), 1)
        begin(block)
        close(gone!)
      }
      if (random() < 0.02) {
        begin(block)
        handOn()
      }
    }
    yield { logs, lastBlock: (day + 1) * blocksADay - 1 }
    logs = []
  }
}
