import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startPoolChain, sumOf, without, type PoolChain } from '../../tests/poolChain'
import { deployer, toAccount } from '../../tests/tokenChain'
import type { Address } from '../domain/address'

const [ann, bob, eve, carl, vault] = [toAccount(1), toAccount(2), toAccount(3), toAccount(4), toAccount(5)]
const unit = 10n ** 18n
let chain: PoolChain
let start: unknown

beforeAll(async () => {
  chain = await startPoolChain()
  for (const account of [ann, bob, eve, carl]) await chain.fund(account, 10n ** 24n)
})
afterAll(() => chain?.stop())
beforeEach(async () => void (start = await chain.rpc.call('evm_snapshot')))
afterEach(() => chain.rpc.call('evm_revert', start))

const liquidityOf = async (tokenId: bigint) => ((await chain.ask(chain.manager, 'positions', tokenId)) as bigint[])[7]!

/**
 * Positions below, around and above the price, trades both ways across their bounds, an NFT that changes hands, some liquidity withdrawn and
 * not collected, an NFT emptied and burned, deposits without the manager, and a second pool with the same tokens and the same manager.
 */
async function playMarket(): Promise<{ pool: Address; second: Address; bobs: bigint; nfts: { owner: Address; tokenId: bigint }[] }> {
  const pool = await chain.openPool()
  const second = await chain.openPool(500)
  const wide = await chain.open(ann, 3000, [-6000, 6000], 100n * unit)
  const narrow = await chain.open(ann, 3000, [-120, 180], 10n * unit)
  const inSecond = await chain.open(bob, 500, [-6000, 6000], 100n * unit)
  const above = await chain.open(bob, 3000, [600, 1200], 7n * unit)
  const below = await chain.open(carl, 3000, [-1800, -300], 9n * unit)
  const gone = await chain.open(carl, 3000, [-600, 600], unit)
  await chain.act(deployer, chain.direct, 'provide', pool, vault, -600, 600, 50n * unit)
  await chain.swap(eve, 3000, 0, 3n * unit)
  await chain.swap(eve, 3000, 1, 9n * unit)
  await chain.increase(carl, narrow, unit)
  await chain.act(ann, chain.manager, 'transferFrom', ann, carl, narrow)
  await chain.decrease(ann, wide, 10n * unit)
  await chain.swap(eve, 500, 0, unit)
  await chain.increase(bob, inSecond, unit)
  await chain.act(vault, pool, 'burn', -600, 600, 20n * unit)
  await chain.act(vault, pool, 'collect', vault, -600, 600, 1000n, 2000n)
  await chain.decrease(carl, gone, await liquidityOf(gone))
  await chain.collect(carl, gone)
  await chain.act(carl, chain.manager, 'burn', gone)
  // Emptied too, but nothing is collected.
  const emptied = await chain.open(bob, 3000, [-1200, 60], unit)
  await chain.decrease(bob, emptied, await liquidityOf(emptied))
  await chain.swap(eve, 3000, 0, 12n * unit)
  await chain.swap(eve, 3000, 1, 4n * unit)
  return {
    pool,
    second,
    bobs: inSecond,
    nfts: [
      { owner: ann, tokenId: wide },
      { owner: carl, tokenId: narrow },
      { owner: bob, tokenId: above },
      { owner: carl, tokenId: below },
      { owner: bob, tokenId: emptied },
    ],
  }
}

const cashOutDirect = async (pool: Address, owner: Address, range: readonly [number, number], liquidity: bigint) =>
  chain.gain(owner, async () => {
    await chain.act(owner, pool, 'burn', ...range, liquidity)
    await chain.act(owner, pool, 'collect', owner, ...range, 2n ** 128n - 1n, 2n ** 128n - 1n)
  })

describe('a market in two pools with one manager of NFTs', () => {
  it('belongs to whom burn and collect would pay it, to the unit, and all of it to somebody', async () => {
    const { pool, second, nfts, bobs } = await playMarket()
    const expected: Record<Address, [bigint, bigint]> = { [vault]: await cashOutDirect(pool, vault, [-600, 600], 30n * unit) }
    for (const { owner, tokenId } of nfts) {
      const [amount0, amount1] = await chain.cashOut(owner, tokenId)
      const [sum0, sum1] = expected[owner] ?? [0n, 0n]
      expected[owner] = [sum0 + amount0, sum1 + amount1]
    }
    const shares = await chain.look(pool)
    const owners = Object.entries(expected)
    const paid = [0, 1].map((token) => Object.fromEntries(owners.map(([owner, amounts]) => [owner, amounts[token]!]).filter(([, amount]) => amount !== 0n)))
    expect(without(shares, 'rounding')).toEqual(paid)
    expect(sumOf(shares)).toEqual(await chain.balancesOf(pool))
    for (const { rounding } of shares) expect(rounding).toBeLessThan(30n)

    const ofSecond = await chain.look(second)
    const [bob0, bob1] = await chain.cashOut(bob, bobs)
    expect(without(ofSecond, 'rounding')).toEqual([{ [bob]: bob0 }, { [bob]: bob1 }])
    expect(sumOf(ofSecond)).toEqual(await chain.balancesOf(second))
  })

  it('is a little less for its owners without answers: what was withdrawn is still theirs, fees are not', async () => {
    const { pool } = await playMarket()
    const [withAnswers, alone] = [await chain.look(pool), await chain.look(pool, { answered: false })]
    expect(sumOf(alone)).toEqual(await chain.balancesOf(pool))
    for (const token of [0, 1]) {
      for (const owner of Object.keys(alone[token]!).filter((each) => each !== 'fees')) expect(alone[token]![owner]).toBeLessThanOrEqual(withAnswers[token]![owner]!)
      // Traders paid 0.3 % of at most 28 units in this pool, to which all that is missing comes.
      expect(alone[token]!.fees).toBeGreaterThan(0n)
      expect(alone[token]!.fees).toBeLessThan((28n * unit * 3n) / 1000n)
    }
    // Ann withdrew liquidity of 10 from −6000 to 6000 and collected nothing: at least L · (1 − 1.0001^−30) of either was owed to her then.
    expect(alone[0]![ann]).toBeGreaterThan(0n)
  })
})

it.each([1, 2, 3])('chance, thrown the %i. time, makes no market that comes out otherwise', async (seed) => {
  let thrown = seed
  const chance = (limit: number) => (thrown = (thrown * 48_271) % 2_147_483_647) % limit
  const pool = await chain.openPool()
  const nfts: { owner: Address; tokenId: bigint }[] = []
  const owners = [ann, bob, carl]
  const everywhere = [-887_220, 887_220] as const
  // Each range is another one: then the pool rounds for each NFT alone.
  const open = async () => {
    const width = 60 * (1 + nfts.length)
    const middle = 60 * (chance(40) - 20)
    const owner = owners[chance(3)]!
    nfts.push({ owner, tokenId: await chain.open(owner, 3000, [middle - width, middle + width], unit * BigInt(1 + chance(50))) })
  }
  await chain.act(deployer, chain.direct, 'provide', pool, vault, ...everywhere, 50n * unit)
  await open()
  for (let move = 0; move < 40; move++) {
    const nft = nfts[chance(nfts.length)]!
    const liquidity = await liquidityOf(nft.tokenId)
    const what = chance(10)
    if (what < 2) await open()
    else if (what < 7) await chain.swap(eve, 3000, chance(2) as 0 | 1, (unit * BigInt(1 + chance(3000))) / 100n)
    else if (what === 7 && liquidity > 0n) await chain.decrease(nft.owner, nft.tokenId, 1n + (liquidity * BigInt(chance(100))) / 100n)
    else if (what === 8 && liquidity > 0n) await chain.collect(nft.owner, nft.tokenId, [BigInt(1 + chance(10 ** 9)), BigInt(1 + chance(10 ** 9))])
    else if (what === 9) {
      const owner = owners[chance(3)]!
      await chain.act(nft.owner, chain.manager, 'transferFrom', nft.owner, owner, nft.tokenId)
      nft.owner = owner
    }
  }
  const shares = await chain.look(pool)
  const expected: [Record<string, bigint>, Record<string, bigint>] = [{}, {}]
  const pay = (owner: Address, amounts: readonly bigint[]) => {
    for (const token of [0, 1] as const) if (amounts[token]! > 0n) expected[token][owner] = (expected[token][owner] ?? 0n) + amounts[token]!
  }
  for (const { owner, tokenId } of nfts) pay(owner, await chain.cashOut(owner, tokenId))
  pay(vault, await cashOutDirect(pool, vault, everywhere, 50n * unit))
  expect(without(shares, 'rounding')).toEqual(expected)
  expect(sumOf(shares)).toEqual(await chain.balancesOf(pool))
})

it('two NFTs of one range are told apart, of which the last to be paid loses what the pool rounds off for both together', async () => {
  const pool = await chain.openPool()
  const first = await chain.open(ann, 3000, [-600, 600], 3n * unit)
  const second = await chain.open(bob, 3000, [-600, 600], 5n * unit)
  for (let trade = 0; trade < 5; trade++) {
    await chain.swap(eve, 3000, 0, 10n ** 15n + BigInt(trade))
    // Each time the pool reckons for the whole range and rounds down; the manager reckons for Bob's NFT only at the end.
    await chain.collect(ann, first)
  }
  const [of0] = await chain.look(pool)
  expect((await chain.cashOut(ann, first))[0]).toBe(of0![ann])
  const paid = (await chain.cashOut(bob, second))[0]
  // At most one unit for each time.
  expect(of0![bob]! - paid).toBeGreaterThanOrEqual(0n)
  expect(of0![bob]! - paid).toBeLessThanOrEqual(5n)
  expect(sumOf([of0!])[0]).toBe((await chain.balancesOf(pool))[0])
})
