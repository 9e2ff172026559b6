import { afterEach, describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { ProviderFlow } from '@/lib/domain/provider'
import { startKeptChain, type KeptChain } from '@/tests/keptChain'
import { expectPairLaws, openPairBooks, type PairBooks } from '@/tests/pairLaws'

const [ann, bob, carl, eve, keeper] = ['a1', 'b2', 'c3', 'e5', 'f6'].map((pair) => `0x${pair.repeat(20)}`) as [Address, Address, Address, Address, Address]
const people = [ann, bob, carl, eve, keeper]
const none = [0n, 0n] as const
let world: KeptChain
let books: PairBooks
let begun: number

afterEach(() => world.stop())
/** 2²³ and 2²¹ by Ann and Bob in equal parts: 2²² shares, of which 1,000 of Ann's are locked. */
async function openWithTwo() {
  world = await startKeptChain(people)
  books = openPairBooks(world)
  for (const owner of [ann, bob]) world.deposit(owner, 4_194_304n, 1_048_576n)
  await books.mine()
  begun = books.flows.length
}
const told = () => {
  const flows: ProviderFlow[] = books.flows.slice(begun)
  begun = books.flows.length
  return flows.map(({ account, kind, amounts, basis }) => [account, kind, amounts, basis])
}
const holdingOf = (account: Address) => books.book.holdings().find((holding) => holding.account === account)
const send = (from: Address, contract: Parameters<KeptChain['chain']['send']>[1], name: string, ...args: unknown[]) => world.chain.send(from, contract, name, args)

/** What everybody would have if each alone took everything out now, and what the book says. A vault rounds a share of the pair at most. */
async function expectCashOuts(accounts: readonly Address[], rounding: readonly [bigint, bigint] = none) {
  const holdings = books.book.holdings()
  for (const account of accounts) {
    const holding = holdings.find((one) => one.account === account)
    const reckoned = holding ? [holding.principal[0] + holding.owed[0], holding.principal[1] + holding.owed[1]] : none
    const paid = holding?.positions ? await world.cashOut(account) : none
    for (const token of [0, 1] as const) {
      const less = reckoned[token]! - paid[token]!
      expect(less >= -rounding[token] && less <= rounding[token], `${account}: ${String(reckoned)} for ${String(paid)}`).toBe(true)
    }
  }
}

describe('shares that a contract keeps', () => {
  it('stay their owners’: in a vault that stakes them, under a wrapped token, and in what lies over the vault; fees and basis go on', async () => {
    await openWithTwo()
    const { vault, wrapped, upper, stakingOfVault } = world
    world.swap(eve, 0, 1_000_000n)
    // All of Bob's go into the vault, and of that half into the second vault and a quarter into a staking contract; of Ann's 2²⁰ are wrapped.
    send(bob, vault, 'deposit', 2_097_152n, bob)
    send(ann, wrapped, 'depositFor', ann, 1_048_576n)
    await books.mine()
    send(bob, upper, 'deposit', 1_048_576n, bob)
    await books.mine()
    send(bob, stakingOfVault, 'stake', 524_288n)
    await books.mine()
    expect(told()).toEqual([])
    world.swap(eve, 1, 100_000n)
    await books.mine()
    // As if they had stayed: of 3,000 and 300 Bob's half, Ann's 2,096,152 / 2²² of it, 1,499.2… and 149.9…. What Bob has lies in three places, each
    // rounded down for itself.
    expect(holdingOf(ann)).toMatchObject({ owed: [1_499n, 149n], basis: [4_194_304n, 1_048_576n], positions: 1, inRange: 1 })
    expect(holdingOf(bob)).toMatchObject({ owed: [1_500n, 150n], basis: [4_194_304n, 1_048_576n], positions: 1, inRange: 1 })
    expect(books.book.holdings().map(({ account }) => account).sort()).toEqual([ann, bob])
    expect(books.book.ranges().map(({ account }) => account).sort()).toEqual([ann, bob])
    // 3 units: of Bob's four places each is rounded down for itself.
    await expectCashOuts([ann, bob], [3n, 3n])
    // Out of everything and home, in one block each: nothing is told but what is burned.
    send(bob, upper, 'redeem', 1_048_576n, bob, bob)
    await books.mine()
    send(bob, stakingOfVault, 'exit')
    await books.mine()
    send(bob, vault, 'redeem', 2_097_152n, bob, bob)
    send(ann, wrapped, 'withdrawTo', ann, 1_048_576n)
    await books.mine()
    expect(told()).toEqual([])
    const paid = await world.cashOut(bob)
    world.withdraw(bob, 2_097_152n)
    await books.mine()
    expect(told()).toEqual([
      [bob, 'fees', [1_500n, 150n], none],
      [bob, 'withdrawal', [paid[0] - 1_500n, paid[1] - 150n], [4_194_304n, 1_048_576n]],
    ])
    expectPairLaws(books)
  })

  it('go with what was given out for them: a Transfer of it, and a deposit for somebody else, hand them on at what they are worth', async () => {
    await openWithTwo()
    const { vault, wrapped } = world
    send(bob, vault, 'deposit', 2_097_152n, bob)
    await books.mine()
    world.swap(eve, 0, 1_000_000n)
    await books.mine()
    send(bob, vault, 'transfer', carl, 1_048_576n)
    send(ann, wrapped, 'depositFor', carl, 1_048_576n)
    await books.mine()
    // A quarter of 9,388,608 and of 1,874,379 each; of Bob's fees half, of Ann's 2²⁰ / 2,096,152 of 1,499.2….
    const quarter = [2_347_152n, 468_594n]
    const half = [2_097_152n, 524_288n]
    expect(told()).toEqual([
      [bob, 'fees', [750n, 0n], none],
      [bob, 'given', quarter, half],
      [carl, 'received', quarter, quarter],
      [ann, 'fees', [750n, 0n], none],
      [ann, 'given', quarter, [2_098_152n, 524_538n]],
      [carl, 'received', quarter, quarter],
    ])
    expect(holdingOf(carl)).toMatchObject({ owed: none, basis: [4_694_304n, 937_188n] })
    await expectCashOuts([ann, bob, carl], [1n, 1n])
    expectPairLaws(books)
  })

  it('that a vault puts in itself are paid in by all who have its token, by how many; those sent to it they received', async () => {
    await openWithTwo()
    const { vault, upper, chain, tokens } = world
    send(bob, vault, 'deposit', 1_500_000n, bob)
    send(ann, vault, 'deposit', 500_000n, ann)
    await books.mine()
    // Ann's go into the vault over it.
    send(ann, upper, 'deposit', 500_000n, ann)
    await books.mine()
    expect(told()).toEqual([])
    chain.send(eve, tokens[0], 'transfer', [vault.address, 400n])
    chain.send(eve, tokens[1], 'transfer', [vault.address, 100n])
    chain.send(keeper, vault, 'reinvest', [world.pair.address])
    await books.mine()
    // 2²² shares for 2²³ and 2²¹: 400 and 100 make 200. Three quarters are Bob's.
    expect(told().sort()).toEqual([
      [ann, 'deposit', [100n, 25n], [100n, 25n]],
      [bob, 'deposit', [300n, 75n], [300n, 75n]],
    ])
    expect(books.flows.slice(-2).map(({ passive }) => passive)).toEqual([true, true])
    send(ann, world.pair, 'transfer', vault.address, 2_000n)
    await books.mine()
    // 2,000 shares are worth 4,000 and 1,000; of Ann's 4,194,304 and 1,048,576 for 2,096,152, of which 1,596,152 are left outside, as much goes:
    // 4,194,304 · 2,000 / 2,096,152 = 4,001.9…, and 1,000.4….
    const flows = told().sort()
    expect(flows).toEqual([
      [ann, 'given', [4_000n, 1_000n], [4_001n, 1_000n]],
      [ann, 'received', [1_000n, 250n], [1_000n, 250n]],
      [bob, 'received', [3_000n, 750n], [3_000n, 750n]],
    ])
    // 2,002,200 lie in the vault for 2,000,000 of its own: 1,501,650 are Bob's. The vault counts one more of both: 1,500,000 · 2,002,201 / 2,000,001 = 1,501,649.9….
    expect(await chain.read(vault, 'previewRedeem', [1_500_000n])).toBe(1_501_649n)
    await expectCashOuts([ann, bob], [6n, 3n])
    expectPairLaws(books)
  })

  it('that a vault hands out without a token ending are given by all; its own token for nothing is received by who gets it', async () => {
    await openWithTwo()
    const { vault } = world
    send(bob, vault, 'deposit', 1_500_000n, bob)
    send(ann, vault, 'deposit', 500_000n, ann)
    await books.mine()
    send(eve, vault, 'pay', keeper, 2_000n)
    await books.mine()
    // Three quarters are Bob's; of the 3,000,000 and 750,000 that he paid in for his 1,500,000 a thousandth goes with them. Ann's cost her a little more:
    // 500,000 of 2,096,152 for 4,194,304 and 1,048,576 are 1,000,477 and 250,119, of which the same is 1,000 and 250.
    expect(told().sort()).toEqual([
      [ann, 'given', [1_000n, 250n], [1_000n, 250n]],
      [bob, 'given', [3_000n, 750n], [3_000n, 750n]],
      [keeper, 'received', [1_000n, 250n], [1_000n, 250n]],
      [keeper, 'received', [3_000n, 750n], [3_000n, 750n]],
    ])
    expect(holdingOf(bob)!.principal).toEqual([4_191_304n, 1_047_826n])
    send(eve, vault, 'giveOut', keeper, 500_000n)
    await books.mine()
    // A fifth of 1,998,000 shares: 399,600 of 2²².
    expect(told()).toEqual([[keeper, 'received', [799_200n, 199_800n], [799_200n, 199_800n]]])
    // 1,998,000 · 3 / 5 beside 597,152 outside.
    expect(holdingOf(bob)!.principal).toEqual([2n * 1_795_952n, 1_795_952n / 2n])
    await expectCashOuts([ann, bob, keeper], [3n, 3n])
    expectPairLaws(books)
  })

  it('that nobody has: what came before anybody had a token of the vault, and what is left when nobody has one', async () => {
    await openWithTwo()
    const { vault } = world
    send(ann, world.pair, 'transfer', vault.address, 500n)
    await books.mine()
    expect(told().map(([account, kind]) => [account, kind])).toEqual([[ann, 'given']])
    expect(books.book.holdings().map(({ account }) => account).sort()).toEqual([ann, bob])
    const { state } = expectPairLaws(books)
    // 2²² less 1,000 locked and 500.
    expect(state.amounts).toEqual([2n * 4_192_804n, 4_192_804n / 2n])
  })

  it('of several moves within a block each is worth its own part', async () => {
    await openWithTwo()
    send(bob, world.pair, 'transfer', carl, 1_000n)
    send(carl, world.pair, 'transfer', eve, 400n)
    await books.mine()
    expect(told()).toEqual([
      [bob, 'given', [1_200n, 300n], [1_200n, 300n]],
      [carl, 'received', [1_200n, 300n], [1_200n, 300n]],
      [bob, 'given', [800n, 200n], [800n, 200n]],
      [eve, 'received', [800n, 200n], [800n, 200n]],
    ])
    expectPairLaws(books)
  })
})
