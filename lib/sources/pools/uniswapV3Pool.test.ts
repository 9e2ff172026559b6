import { afterAll, beforeAll, expect, it } from 'vitest'
import { most128, startReplayChain, type ReplayChain } from '../../../tests/replayChain'
import { deployer, toAccount } from '../../../tests/tokenChain'
import type { Address } from '../../domain/address'
import { poolState, providerHoldings } from '../../liquidity/providerReading'
import { maxTick, minTick, sqrtPriceAtTick } from '../../liquidity/sqrtPriceAtTick'
import { toTickSpacing } from './uniswapV3Facts'

const people = [1, 2, 3, 4].map(toAccount)
const unit = 10n ** 18n
let chain: ReplayChain

beforeAll(async () => {
  chain = await startReplayChain()
  for (const person of people) await chain.fund(person, 10n ** 25n)
  await chain.act(deployer, chain.factory, 'enableFeeAmount', 100, 1)
})
afterAll(() => chain?.stop())

/** Everything that can happen to a pool, thrown by chance. */
async function play(feePpm: number, seed: number, moves: number, quote: 0 | 1) {
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
  await act(deployer, direct, 'provide', pool, people[0], -edge, edge, 100_000)
  const followed = chain.follow(pool, feePpm, quote)
  const tried = { failed: 0, swaps: 0 }

  const anyRange = async (): Promise<[number, number]> => {
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
    // On a tick that may be in use, on one that may not, or somewhere between two.
    const at = way < 4 ? Math.floor(tick / spacing) * spacing : tick
    const price = sqrtPriceAtTick(Math.min(Math.max(at, minTick), maxTick)) + (way > 7 ? BigInt(chance(100)) : 0n)
    return price < lowest ? lowest : price > highest ? highest : price
  }
  const liquidityOf = async (tokenId: bigint) => ((await ask(manager, 'positions', tokenId)) as bigint[])[7]!
  const steps: (() => Promise<unknown>)[] = [
    async () => {
      const owner = pick(people)
      nfts.push({ owner, tokenId: await chain.open(owner, feePpm, await anyRange(), unit * BigInt(1 + chance(50))) })
    },
    async () => act(deployer, direct, 'provide', pool, pick(people), ...(await anyRange()), anyAmount()),
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
      const to = pick(people)
      await act(nft.owner, manager, 'transferFrom', nft.owner, to, nft.tokenId)
      nft.owner = to
    },
    async () => {
      const own = pick([...followed.book.positions.values()].filter(({ tokenId, owner }) => tokenId === null && people.includes(owner)))
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
    if (move % 25 === 0) await followed.catchUp()
    if (move % 50 === 0) {
      const { said, replayed } = await followed.compare()
      expect(replayed).toEqual(said)
    }
  }
  await followed.catchUp()
  return { pool, followed, tried }
}

it.each([
  [100, 1, 0],
  [500, 2, 1],
  [3000, 3, 0],
  [10_000, 4, 1],
] as const)('chance in a pool with a fee of %i: all that the contracts keep, and what burn and collect pay, to the unit', async (feePpm, seed, quote) => {
  const { followed, tried } = await play(feePpm, seed, 250, quote)
  const { said, replayed } = await followed.compare()
  expect(replayed).toEqual(said)
  const { paid, reckoned } = await followed.cashOuts()
  expect(reckoned).toEqual(paid)
  console.log(tried)

  const { book } = followed
  const state = poolState(book, 1)
  const holdings = providerHoldings(book)
  for (const token of [0, 1] as const) {
    const owed = holdings.reduce((sum, holding) => sum + holding.owed[token], 0n)
    expect(book.feesPaid[token] + owed + state.protocolFees[token] + state.unownedFees[token]).toBe(state.fees[token])
  }
})
