import { afterEach, describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { farmKinds, type FarmKind } from '@/tests/farmChain'
import { startFarmedPair, type FarmedPair } from '@/tests/farmedPair'
import { expectPairLaws, openPairBooks, type PairBooks } from '@/tests/pairLaws'

const [ann, bob, carl, dora, eve] = ['a1', 'b2', 'c3', 'd4', 'e5'].map((pair) => `0x${pair.repeat(20)}`) as [Address, Address, Address, Address, Address]
const people = [ann, bob, carl, dora]
const unit = 10n ** 18n
const none = [0n, 0n] as const
let world: FarmedPair
let books: PairBooks
afterEach(() => world.stop())

async function open(kind: FarmKind) {
  world = await startFarmedPair(kind, [...people, eve])
  books = openPairBooks(world)
}

/** What everybody would have in hand if each alone took everything out now, and what the book says. */
async function expectCashOuts(accounts: readonly Address[], rounding: bigint) {
  const { holdings } = expectPairLaws(books, rounding)
  for (const account of accounts) {
    const holding = holdings.find((one) => one.account === account)
    const paid = holding?.positions ? await world.cashOut(account) : none
    for (const token of [0, 1] as const) {
      const less = (holding ? holding.principal[token] + holding.owed[token] : 0n) - paid[token]
      expect(less >= -rounding && less <= rounding, `${account}: ${less}`).toBe(true)
    }
  }
  return holdings
}

it.each(farmKinds)('are their stakers’ in %s, with their fees and what they cost; what was merely sent there is the farm’s', async (kind) => {
  await open(kind)
  const { chain, pair, farm } = world
  // 2²³ and 2²¹ by Ann and Bob in equal parts: 2²² shares, of which 1,000 of Ann's are locked.
  for (const owner of [ann, bob]) world.deposit(owner, 4_194_304n, 1_048_576n)
  await books.mine()
  let begun = books.flows.length
  const told = () => books.flows.slice(begun, (begun = books.flows.length)).map(({ account, kind: what, amounts, basis }) => [account, what, amounts, basis])
  farm.deposit(bob, 0, 1_048_576n)
  farm.deposit(ann, 0, 500_000n)
  world.swap(eve, 0, 1_000_000n)
  await books.mine()
  expect(told()).toEqual([])
  // The later ones send to somebody else, the first does not.
  farm.withdraw(bob, 0, 524_288n, carl)
  if (farm.isFirst) chain.send(bob, pair, 'transfer', [carl, 524_288n])
  await books.mine()
  // An eighth of 9,388,608 and of 1,874,379 in the pair, of which 3,000 / 8 are fees; Bob has paid 4,194,304 and 1,048,576 for four times as many.
  const eighth = [1_173_576n, 234_297n]
  expect(told()).toEqual([
    [bob, 'fees', [375n, 0n], none],
    [bob, 'given', eighth, [1_048_576n, 262_144n]],
    [carl, 'received', eighth, eighth],
  ])
  farm.leave(ann, 0)
  chain.send(ann, pair, 'transfer', [farm.farm.address, 1_000n])
  await books.mine()
  // Of 3,000 a thousand shares of 2²² have earned not one: 0.7.
  expect(told().map(([account, what]) => [account, what])).toEqual([[ann, 'given'], [farm.farm.address, 'received']])
  expect(await farm.stakeOf(0, bob)).toBe(524_288n)
  // Of 2²² shares: 1,000 locked and 1,000 the farm's, 524,288 Carl's, 2,097,152 − 524,288 Bob's, the rest Ann's.
  const holdings = await expectCashOuts([ann, bob, carl], 1n)
  const shares = { [ann]: 2_095_152n, [bob]: 1_572_864n, [carl]: 524_288n, [farm.farm.address]: 1_000n }
  for (const [account, amount] of Object.entries(shares)) {
    const { principal, owed } = holdings.find((one) => one.account === account)!
    expect(principal[0] + owed[0]).toBe((9_388_608n * amount) / 4_194_304n)
  }
})

describe.each(farmKinds)('chance, in %s', (kind) => {
  it('keeps no share that the farm would not pay, and tells of none that is not there', async () => {
    await open(kind)
    let thrown = 15_838
    const chance = (limit: number) => (thrown = (thrown * 48_271) % 2_147_483_647) % limit
    const partOf = (amount: bigint) => (chance(4) === 0 ? amount : (amount * BigInt(1 + chance(99))) / 100n)
    const { chain, pair, farm, vault, lastPool, balance } = world
    const done = new Set<string>()
    const acts = ['stake', 'stake', 'unstake', 'unstake', 'leave', 'harvest', 'withdraw', 'send', 'other', ...(vault ? ['put', 'redeem', 'restake', 'unrestake'] : ['burn'])]

    /** One of all the things that somebody can do with what it has; false where it has none. */
    async function move(person: Address): Promise<boolean> {
      const [act, to] = [acts[chance(acts.length)]!, people[chance(4)]!]
      const inPool = act === 'unrestake' ? 1 : 0
      const has = ['unstake', 'leave', 'burn', 'unrestake'].includes(act) ? await farm.stakeOf(inPool, person) : ['redeem', 'restake'].includes(act) ? await balance(vault!, person) : await balance(pair, person)
      const some = partOf(has)
      if (some < 10_000n && !['harvest', 'other'].includes(act)) return false
      if (act === 'stake') farm.deposit(person, 0, some, to)
      else if (act === 'unstake') farm.withdraw(person, 0, some, to)
      else if (act === 'leave') farm.leave(person, 0, to)
      else if (act === 'harvest') farm.harvest(person, 0, to)
      else if (act === 'withdraw') world.withdraw(person, some)
      else if (act === 'send') chain.send(person, pair, 'transfer', [farm.farm.address, some / 100n])
      // One of the pair's own tokens into another pool of the same farm.
      else if (act === 'other') farm.deposit(person, lastPool, unit, to)
      else if (act === 'put') chain.send(person, vault!, 'deposit', [some, to])
      else if (act === 'redeem') chain.send(person, vault!, 'redeem', [some, to, person])
      else if (act === 'restake') farm.deposit(person, 1, some, to)
      else if (act === 'unrestake') farm.withdraw(person, 1, some, to)
      else {
        // Straight into the pair, to be burned at once.
        farm.withdraw(person, 0, some, pair.address)
        chain.send(person, pair, 'burn', [person])
      }
      done.add(act)
      return true
    }

    world.deposit(ann, 4000n * unit, 1000n * unit)
    await books.mine()
    for (const person of people) world.depositByRouter(person, 300n * unit, 300n * unit)
    await books.mine()
    let checked = 0
    for (let block = 0; block < 40; block++) {
      for (const person of people) for (let tries = 0; tries < 4 && !(await move(person)); tries++);
      if (chance(2) === 0) world.swap(eve, chance(2) as 0 | 1, unit * BigInt(1 + chance(40)))
      if (chance(6) === 0) world.depositByRouter(people[chance(4)]!, unit * BigInt(1 + chance(90)), unit * BigInt(1 + chance(90)))
      await books.mine()
      if (block % 5 < 4) continue
      const holdings = await expectCashOuts([...people, eve], vault ? 20n : 1n)
      checked += holdings.length
      const stakes = await Promise.all([...people, ...(vault ? [vault.address] : [])].map((account) => farm.stakeOf(0, account)))
      const sent = books.sharesOf(farm.farm.address)
      expect(stakes.reduce((sum, stake) => sum + stake, sent)).toBe(await balance(pair, farm.farm.address))
    }
    expect([...done].sort()).toEqual([...new Set(acts)].sort())
    expect(checked).toBeGreaterThan(25)
    expect(books.book.holdings().some(({ account }) => account === vault?.address)).toBe(false)
  }, 120_000)
})
