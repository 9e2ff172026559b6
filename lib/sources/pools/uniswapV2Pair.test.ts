import { afterEach, describe, expect, it } from 'vitest'
import { zeroAddress, type Address } from '@/lib/domain/address'
import type { ProviderFlow } from '@/lib/domain/provider'
import { startPairChain, type PairChain } from '@/tests/pairChain'
import { expectPayouts, openPairBooks, type PairBooks } from '@/tests/pairLaws'

const [ann, bob, carl, eve, treasury] = ['a1', 'b2', 'c3', 'e5', 'f6'].map((pair) => `0x${pair.repeat(20)}`) as [Address, Address, Address, Address, Address]
const everybody = [ann, bob, carl, eve, treasury]
let world: PairChain
let books: PairBooks
/** How many flows there were before the test's own */
let begun: number

afterEach(() => world.stop())
/** 2²³ and 2²¹ by Ann and Bob in equal parts: 2²² shares, of which 1,000 of Ann's are locked. Powers of two, so that growth per share is exact. */
async function openWithTwo() {
  world = await startPairChain([ann, bob, carl, eve])
  books = openPairBooks(world)
  for (const owner of [ann, bob]) world.deposit(owner, 4_194_304n, 1_048_576n)
  await books.mine()
  begun = books.flows.length
}

const since = (): ProviderFlow[] => books.flows.slice(begun)
const told = (flows: readonly ProviderFlow[]) => flows.map(({ account, kind, amounts, basis }) => [account, kind, amounts, basis])
const holdingOf = (account: Address) => books.book.holdings().find((holding) => holding.account === account)
const state = () => books.book.state(world.chain.blockNumber)

describe('two providers', () => {
  it('share fees and losses by their shares at each swap, whoever leaves in between', async () => {
    await openWithTwo()
    world.swap(eve, 0, 1_000_000n)
    await books.mine()
    // 997,000,000 · 2,097,152 / (8,388,608,000 + 997,000,000) = 222,773.0… come out. Fee 3,000: Bob's half 1,500; of Ann 2,096,152 / 2²² of it, 1,499.28….
    expect(state()).toMatchObject({ fees: [3_000n, 0n], volume: [1_000_000n, 0n], unownedFees: [1n, 0n], protocolFees: [0n, 0n] })
    expect([holdingOf(ann)!.owed, holdingOf(bob)!.owed]).toEqual([[1_499n, 0n], [1_500n, 0n]])
    // Half of 9,388,608 and of 1,874,379.
    world.withdraw(bob, 2_097_152n)
    await books.mine()
    expect(told(since())).toEqual([
      [bob, 'fees', [1_500n, 0n], [0n, 0n]],
      [bob, 'withdrawal', [4_692_804n, 937_189n], [4_194_304n, 1_048_576n]],
    ])
    world.swap(eve, 1, 100_000n)
    await books.mine()
    // Fee 300, of which Ann has 2,096,152 / 2²¹: 299.86….
    expect(holdingOf(ann)).toMatchObject({ owed: [1_499n, 299n], basis: [4_194_304n, 1_048_576n], positions: 1, inRange: 1 })
    // 4,694,304 − 99,700,000 · 4,694,304 / (937,190,000 + 99,700,000) = 4,242,933; 937,190 + 100,000. Of it 2,096,152 / 2²¹: 4,240,909.8…, 1,036,695.4….
    expect(await world.cashOut(ann)).toEqual([4_240_909n, 1_036_695n])
    expect(holdingOf(ann)!.principal).toEqual([4_239_410n, 1_036_396n])
    // √(4,242,933 · 1,037,190) = 2,097,791.1…: 2,097,791 · 2,096,152 / 2²¹ = 2,096,790.7…
    expect(holdingOf(ann)!.liquidity).toBe(2_096_790n)
    // First swap: L = 2²², √Pa = 1/2, √Pb = √(1,874,379 / 9,388,608) = 0.446815…: 2²² · 0.053184…² / ½ = 23,728.06, of which Bob bears half.
    // Second: L = √(4,694,304 · 937,190) = 2,097,487.7, from 0.446815… to √(1,037,190 / 4,242,933) = 0.494420…: 10,638.2. Ann: 11,858.37 + 10,633.13.
    expect(holdingOf(ann)!.lossVersusRebalancing).toBe(22_491n)
    expect(holdingOf(bob)).toEqual({ account: bob, positions: 0, inRange: 0, liquidity: 0n, principal: [0n, 0n], owed: [0n, 0n], basis: [0n, 0n], lossVersusRebalancing: 11_864n })
    // The same unrounded: 1,036,695.4293 − 299.8569 + (4,240,909.8119 − 1,499.2847) · 1,037,190 / 4,242,933; 2,097,791.14 · 2,096,152 / 2²¹.
    expect(books.book.weights()).toEqual([{ account: ann, value: expect.closeTo(2_072_724.5, 2), inRange: expect.closeTo(2_096_790.84, 2) }])
    expect(books.book.ranges()).toEqual([{ account: ann, lower: 4_295_128_739n, upper: 1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_342n, liquidity: 2_096_790n }])
    await expectPayouts(books, everybody)
  })

  it('earn 0.3 % of both tokens that a flash swap pays back', async () => {
    await openWithTwo()
    // 1,000,000 and 500,000 go out, 1,010,000 and 510,000 come back: 3,030 and 1,530. Half of it is Bob's.
    world.chain.send(eve, world.visitor, 'flash', [world.pair.address, 1_000_000n, 500_000n, 1_010_000n, 510_000n])
    await books.mine()
    expect(state()).toMatchObject({ fees: [3_030n, 1_530n], volume: [1_010_000n, 510_000n] })
    expect(holdingOf(bob)!.owed).toEqual([1_515n, 765n])
    await expectPayouts(books, everybody)
  })

  it('hand on what shares are worth, and the fees earned so far are the giver’s', async () => {
    await openWithTwo()
    world.swap(eve, 0, 1_000_000n)
    await books.mine()
    world.chain.send(bob, world.pair, 'transfer', [carl, 1_048_576n])
    await books.mine()
    // A quarter of 9,388,608 and of 1,874,379; half of Bob's 1,500 and of what he paid in.
    expect(told(since())).toEqual([
      [bob, 'fees', [750n, 0n], [0n, 0n]],
      [bob, 'given', [2_347_152n, 468_594n], [2_097_152n, 524_288n]],
      [carl, 'received', [2_347_152n, 468_594n], [2_347_152n, 468_594n]],
    ])
    expect(new Set(since().map(({ logIndex }) => logIndex)).size).toBe(1)
    expect([holdingOf(bob)!.owed, holdingOf(carl)!.owed]).toEqual([[750n, 0n], [0n, 0n]])
    await expectPayouts(books, everybody)
  })

  it('have what they stake: moving there and back is no flow; what lies there without a stake is the contract’s', async () => {
    await openWithTwo()
    world.chain.send(bob, world.staking, 'stake', [1_000_000n])
    world.chain.send(ann, world.pair, 'transfer', [world.staking.address, 7n])
    await books.mine()
    world.chain.send(bob, world.staking, 'withdraw', [400_000n])
    world.swap(eve, 0, 1_000_000n)
    await books.mine()
    expect(holdingOf(bob)).toMatchObject({ owed: [1_500n, 0n], basis: [4_194_304n, 1_048_576n] })
    // 7 shares of 2²² over 2²³ and 2²¹: 14 and 3.5. Of Ann's basis 7 / 2,096,152: 14.0…, 3.5….
    expect(told(since())).toEqual([
      [ann, 'given', [14n, 3n], [14n, 3n]],
      [world.staking.address, 'received', [14n, 3n], [14n, 3n]],
    ])
    expect(await expectPayouts(books, everybody)).toBe(2)
    // Staked and burned in one block, by way of the account.
    world.chain.send(bob, world.staking, 'exit')
    world.withdraw(bob, 2_097_152n)
    await books.mine()
    expect(told(since().slice(2)).map(([account, kind]) => [account, kind])).toEqual([[bob, 'fees'], [bob, 'withdrawal']])
    await expectPayouts(books, everybody)
  })
})

describe('shares on their way', () => {
  it('are those of whom they reach: a contract that deposits and passes on has no part in it', async () => {
    await openWithTwo()
    // 2²¹ shares for as much as Bob paid in, half to each.
    world.chain.send(eve, world.visitor, 'depositFor', [world.pair.address, 4_194_304n, 1_048_576n, carl, eve])
    await books.mine()
    const half = [2_097_152n, 524_288n]
    expect(told(since())).toEqual([[carl, 'deposit', half, half], [eve, 'deposit', half, half]].sort(([one], [other]) => (one! < other! ? -1 : 1)))
    world.chain.send(bob, world.visitor, 'withdrawFor', [world.pair.address, 2_097_152n])
    await books.mine()
    expect(told(since().slice(2))).toEqual([[bob, 'withdrawal', [4_194_304n, 1_048_576n], [4_194_304n, 1_048_576n]]])
    expect(holdingOf(world.visitor.address)).toBeUndefined()
    await expectPayouts(books, everybody)
  })

  it('share a burn among those from whom they came, to the unit', async () => {
    await openWithTwo()
    world.chain.send(ann, world.pair, 'transfer', [world.pair.address, 100_001n])
    world.chain.send(bob, world.pair, 'transfer', [world.pair.address, 300_000n])
    world.chain.send(eve, world.pair, 'burn', [eve])
    await books.mine()
    // 400,001 shares over 2²³ and 2²¹: 800,002 and 200,000.5. The first 100,001 of them 200,002 and 50,000.3…, the rest what is left.
    expect(told(since()).map(([account, kind, amounts]) => [account, kind, amounts])).toEqual([
      [ann, 'withdrawal', [200_002n, 50_000n]],
      [bob, 'withdrawal', [600_000n, 150_000n]],
    ])
    await expectPayouts(books, everybody)
  })

  it('are nobody’s once they lie in the pair at the end of a block, or at the zero address', async () => {
    await openWithTwo()
    world.chain.send(bob, world.pair, 'transfer', [world.pair.address, 1_048_576n])
    world.chain.send(ann, world.pair, 'transfer', [zeroAddress, 48_576n])
    await books.mine()
    expect(told(since()).map(([account, kind, amounts]) => [account, kind, amounts])).toEqual([
      [bob, 'given', [2_097_152n, 524_288n]],
      [ann, 'given', [97_152n, 24_288n]],
    ])
    world.swap(eve, 0, 1_000_000n)
    await books.mine()
    // Of 3,000: Bob's quarter is 750; Ann's 2,047,576 / 2²² 1,464.5…; nobody's the rest.
    expect(state().unownedFees).toEqual([3_000n - 750n - 1_464n, 0n])
    world.chain.send(eve, world.pair, 'burn', [eve])
    await books.mine()
    expect(since()).toHaveLength(2)
    expect(await expectPayouts(books, everybody)).toBe(2)
  })

  it('that are minted and burned within a block are just in time', async () => {
    await openWithTwo()
    world.chain.send(eve, world.visitor, 'justInTime', [world.pair.address, 8_388_608n, 2_097_152n, 1_000_000n, 220_000n])
    await books.mine()
    // As much again is put in: half of the fee of 3,000 is the visitor's, a quarter Bob's.
    expect(state()).toMatchObject({ fees: [3_000n, 0n], justInTimeFees: [1_500n, 0n] })
    expect(holdingOf(bob)!.owed).toEqual([750n, 0n])
    // Of 17,777,216 and 3,974,304 half is paid out.
    expect(told(since())).toEqual([
      [world.visitor.address, 'deposit', [8_388_608n, 2_097_152n], [8_388_608n, 2_097_152n]],
      [world.visitor.address, 'fees', [1_500n, 0n], [0n, 0n]],
      [world.visitor.address, 'withdrawal', [8_887_108n, 1_987_152n], [8_388_608n, 2_097_152n]],
    ])
    await expectPayouts(books, everybody)
  })
})
