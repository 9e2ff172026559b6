import type { Address } from '@/lib/domain/address'
import { maxTick, minTick, sqrtPriceAtTick } from '@/lib/liquidity/sqrtPriceAtTick'
import { toTickSpacing } from '@/lib/sources/pools/uniswapV3Facts'
import { most128, type FollowedPool, type ReplayChain } from './replayChain'
import { deployer, toAccount } from './tokenChain'

export const providers = [1, 2, 3, 4].map(toAccount)
const unit = 10n ** 18n

/**
 * Everything that can happen to a pool of Uniswap v3, thrown by chance: swaps of an exact amount in and out, of any size from one unit to what moves the
 * price to the edges, with limits on ticks and between them; positions by NFT and straight in the pool, and what their owners do with them; liquidity for
 * one swap; flash loans; the protocol's fee switched on, changed, switched off and fetched.
 *
 * @param onMoment asked every ten moves, after the replay has read them
 * @returns how many swaps came to pass, and what the contracts refused
 */
export async function playPool(
  chain: ReplayChain,
  { feePpm, seed, moves, quote }: { feePpm: number; seed: number; moves: number; quote: 0 | 1 },
  onMoment: (followed: FollowedPool) => Promise<void> | void,
) {
  let thrown = seed
  const chance = (limit: number) => (thrown = (thrown * 48_271) % 2_147_483_647) % limit
  const pick = <Item>(items: readonly Item[]) => items[chance(items.length)]!
  /** Of any size from one unit to 10²⁴ */
  const anyAmount = () => BigInt(1 + chance(1000)) ** BigInt(1 + chance(8))
  const spacing = toTickSpacing(feePpm)
  const edge = Math.floor(maxTick / spacing) * spacing
  const pool = await chain.openPool(feePpm)
  const { act, ask, direct, manager } = chain
  const tickNow = async () => ((await ask(pool, 'slot0')) as [bigint, number])[1]
  const nfts: { owner: Address; tokenId: bigint }[] = []
  // Enough everywhere to swap at the edges with what there is in the world: 10⁵ · 2⁶⁴ is 1.8 · 10²⁴.
  await act(deployer, direct, 'provide', pool, providers[0], -edge, edge, 100_000)
  const followed = chain.follow(pool, feePpm, quote)
  const tried = { failed: 0, swaps: 0 }

  const anyRange = async (): Promise<[number, number]> => {
    const known = [...followed.book.positions.values()]
    // The same as another's: the manager's NFTs of one range are one position in the pool.
    if (known.length > 0 && chance(3) === 0) {
      const { tickLower, tickUpper } = pick(known)
      return [tickLower, tickUpper]
    }
    const near = Math.max(-edge + 5000, Math.min(edge - 5000, await tickNow()))
    const lower = Math.floor((near + chance(4000) - 3000) / spacing) * spacing
    return [Math.max(lower, -edge), Math.min(lower + spacing * (1 + chance(chance(2) === 0 ? 3 : 80)), edge)]
  }
  const anyLimit = async (sells0: boolean) => {
    const now = await tickNow()
    const way = chance(10)
    const [lowest, highest] = [sqrtPriceAtTick(minTick) + 1n, sqrtPriceAtTick(maxTick) - 1n]
    if (way === 0) return sells0 ? lowest : highest
    const tick = sells0 ? now - chance(5000) : now + 1 + chance(5000)
    const used = [...followed.book.positions.values()].flatMap(({ tickLower, tickUpper }) => [tickLower, tickUpper]).filter((each) => (sells0 ? each < now : each > now))
    // On a tick in use, on one that is not, or somewhere between two.
    const at = way < 5 && used.length > 0 ? pick(used) : tick
    const price = sqrtPriceAtTick(Math.min(Math.max(at, minTick), maxTick)) + (way > 7 ? BigInt(chance(100)) : 0n)
    return price < lowest ? lowest : price > highest ? highest : price
  }
  const liquidityOf = async (tokenId: bigint) => ((await ask(manager, 'positions', tokenId)) as bigint[])[7]!
  const steps: (() => Promise<unknown>)[] = [
    async () => {
      const owner = pick(providers)
      nfts.push({ owner, tokenId: await chain.open(owner, feePpm, await anyRange(), unit * BigInt(1 + chance(50))) })
    },
    async () => act(deployer, direct, 'provide', pool, pick(providers), ...(await anyRange()), anyAmount()),
    // Under the manager's name without an NFT: nobody's.
    async () => chance(4) === 0 && act(deployer, direct, 'provide', pool, manager, ...(await anyRange()), unit),
    async () => {
      const sells0 = chance(2) === 0
      return act(deployer, direct, 'sandwich', pool, ...(await anyRange()), unit, sells0, anyAmount(), await anyLimit(sells0))
    },
    async () => {
      const { owner, tokenId } = pick(nfts)
      return chain.increase(owner, tokenId, unit)
    },
    async () => {
      const { owner, tokenId } = pick(nfts)
      const liquidity = await liquidityOf(tokenId)
      return chain.decrease(owner, tokenId, chance(2) === 0 ? liquidity : 1n + (liquidity * BigInt(chance(100))) / 100n)
    },
    async () => {
      const { owner, tokenId } = pick(nfts)
      return chain.collect(owner, tokenId, chance(2) === 0 ? [most128, most128] : [anyAmount(), anyAmount()])
    },
    async () => {
      const nft = pick(nfts)
      const to = pick(providers)
      await act(nft.owner, manager, 'transferFrom', nft.owner, to, nft.tokenId)
      nft.owner = to
    },
    async () => {
      const own = pick([...followed.book.positions.values()].filter(({ tokenId, owner }) => tokenId === null && providers.includes(owner)))
      if (own.tickUpper === edge) return
      if (chance(2) === 0) return act(own.owner, pool, 'collect', own.owner, own.tickLower, own.tickUpper, anyAmount(), most128)
      return act(own.owner, pool, 'burn', own.tickLower, own.tickUpper, (own.liquidity * BigInt(chance(3))) / 2n)
    },
    () => act(deployer, direct, 'borrow', pool, 0, anyAmount() / 10n ** 6n, anyAmount() / 10n ** 6n, anyAmount() / 10n ** 6n),
    () => act(deployer, pool, 'setFeeProtocol', pick([0, 4, 7, 10]), pick([0, 4, 9, 10])),
    () => act(deployer, pool, 'collectProtocol', deployer, chance(2) === 0 ? most128 : anyAmount(), most128),
  ]
  for (let move = 0; move < moves; move++) {
    try {
      if (chance(2) === 0 || nfts.length === 0) {
        if (nfts.length === 0 || chance(3) === 0) await steps[0]!()
        else {
          const sells0 = chance(2) === 0
          await chain.trade(pool, sells0, chance(2) === 0 ? anyAmount() : -anyAmount(), await anyLimit(sells0))
          tried.swaps++
        }
      } else await pick(steps)()
    } catch {
      // The contract refused it: nothing happened, and nothing is logged.
      tried.failed++
    }
    if (move % 10 === 0) {
      await followed.catchUp()
      await onMoment(followed)
    }
  }
  await followed.catchUp()
  return { pool, followed, tried }
}
