import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { startPairChain, type PairChain } from '@/tests/pairChain'
import { expectPayouts, openPairBooks } from '@/tests/pairLaws'
import { deployer } from '@/tests/sourceChain'

const [ann, bob, carl, dora, eve, treasury] = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'].map((pair) => `0x${pair.repeat(20)}`) as [Address, Address, Address, Address, Address, Address]
const people = [ann, bob, carl, dora]
const unit = 10n ** 18n

describe.each([1, 2, 3])('chance, thrown the %i. time', (seed) => {
  let world: PairChain
  beforeAll(async () => void (world = await startPairChain([...people, eve])))
  afterAll(() => world?.stop())

  it('makes no story of a pair that comes out otherwise', async () => {
    let thrown = seed * 7919
    const chance = (limit: number) => (thrown = (thrown * 48_271) % 2_147_483_647) % limit
    const some = () => (unit * BigInt(1 + chance(5000))) / BigInt(1 + chance(50))
    const partOf = (amount: bigint) => (chance(4) === 0 ? amount : (amount * BigInt(1 + chance(99))) / 100n)
    const { chain, pair, staking, visitor } = world
    const books = openPairBooks(world)
    const done = new Set<number>()

    async function move(person: Address) {
      const [reserve0, reserve1] = (await chain.read(pair, 'getReserves')) as [bigint, bigint]
      const shares = partOf(await world.balance(pair, person))
      const staked = partOf(await world.balance(staking, person))
      const what = chance(14)
      if (what < 3) world.swap(eve, chance(2) as 0 | 1, (reserve0 * BigInt(1 + chance(80))) / 1000n)
      else if (what === 3) world.depositByRouter(person, some(), some())
      else if (what === 4) world.deposit(person, some(), some())
      else if (what === 5 && shares > 1000n) world.withdrawByRouter(person, shares)
      else if (what === 6 && shares > 1000n) world.withdraw(person, shares)
      else if (what === 7 && shares > 0n) chain.send(person, pair, 'transfer', [people[chance(4)], shares])
      else if (what === 8 && shares > 0n) chain.send(person, staking, 'stake', [shares])
      else if (what === 9 && staked > 0n) chain.send(person, staking, 'withdraw', [staked])
      else if (what === 10) {
        const [out0, out1] = [reserve0 / BigInt(20 + chance(2000)), reserve1 / BigInt(20 + chance(2000))]
        chain.send(eve, visitor, 'flash', [pair.address, out0, out1, (out0 * 101n) / 100n + 1n, (out1 * 102n) / 100n + 1n])
      } else if (what === 11) chain.send(person, visitor, 'depositFor', [pair.address, some(), some(), person, people[chance(4)]])
      else if (what === 12 && shares > 1000n) chain.send(person, visitor, 'withdrawFor', [pair.address, shares])
      else if (what === 13) {
        const paid = reserve0 / 100n
        chain.send(eve, visitor, 'justInTime', [pair.address, reserve0, reserve1, paid, (((paid * reserve1) / reserve0) * 8n) / 10n])
      } else return
      done.add(what)
    }

    world.deposit(ann, 4000n * unit, 1000n * unit)
    await books.mine()
    let checked = 0
    for (let block = 0; block < 60; block++) {
      if (block === 30) {
        // No log says that it is switched on: the first deposit after it begins to count, the second takes.
        chain.send(deployer, world.factory, 'setFeeTo', [treasury])
        world.depositByRouter(ann, unit, unit)
        world.swap(eve, 0, 5n * unit)
        world.depositByRouter(bob, unit, unit)
      }
      // At most one move each, so that what it has is known.
      for (const person of people.filter(() => chance(2) === 0)) if (!chain.isBusy(person)) await move(person)
      await books.mine()
      checked += await expectPayouts(books, [...people, eve, treasury, visitor.address])
    }
    expect([...done].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    expect(checked).toBeGreaterThan(150)
    const { protocolFees, justInTimeFees } = books.book.state(chain.blockNumber)
    for (const token of [0, 1] as const) expect(protocolFees[token]).toBeGreaterThan(0n)
    expect(justInTimeFees[0]).toBeGreaterThan(0n)
  })
})
