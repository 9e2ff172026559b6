import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { farmKinds, openFarm, rewardsEach, visitorContracts, type FarmWorld } from '@/tests/farmChain'
import { readBook, readLogs, readOwed } from '@/tests/rewardBooks'
import { ann, bob, carl, deployer, startSourceChain, type SourceChain } from '@/tests/sourceChain'
import { toProgramPlaces, toRewardLogs } from './registry'

const people = [ann, bob, carl]
let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

function open(kind: FarmWorld['kind']) {
  for (const token of [world.token, world.other]) for (const person of people) world.chain.send(deployer, token, 'transfer', [person, 10_000n])
  return openFarm(world, kind, (sushi) => [world.token, world.other, sushi], people)
}
/** What each was paid in a pool, and how often. */
async function readPaid({ wrapper }: FarmWorld, pool: number) {
  const payments = (await readBook(world, wrapper, pool)).payments()
  return people.map((person) => payments.filter(({ account }) => account === person).map(({ amount }) => amount))
}
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n)

it('are half of what comes in a block for the pool with two of four points, by stakes, to who earned them', async () => {
  const farm = await open('MasterChef')
  const { sushi, wrapper } = farm
  const had = await Promise.all(people.map((person) => world.readBalance(sushi, person)))
  farm.deposit(ann, 0, 100n)
  await farm.mine()
  farm.deposit(bob, 0, 300n)
  await farm.mine()
  // 1,000 a block, of which 500 are the pool's: ann has earned one block's alone.
  expect(await readOwed(world, wrapper, ann, world.chain.blockNumber)).toBe(rewardsEach / 2n)
  farm.harvest(ann, 0)
  await farm.mine()
  farm.withdraw(bob, 0, 100n)
  await farm.mine()
  farm.leave(bob, 0)
  await farm.mine()
  // ann: 500 + 125; bob: two blocks of 375 each, and the one before he left without is nobody's.
  expect(await readPaid(farm, 0)).toEqual([[625n], [750n], []])
  expect(await readPaid(farm, 1)).toEqual([[], [], []])
  expect(await Promise.all(people.map(async (person, place) => (await world.readBalance(sushi, person)) - had[place]!))).toEqual([625n, 750n, 0n])
  // 125 of the block in which bob took 100 back, and all 500 of the next one: who leaves without rewards leaves before they are shared out.
  expect(await readOwed(world, wrapper, ann, world.chain.blockNumber)).toBe(125n + 500n)
  expect(await readOwed(world, wrapper, bob, world.chain.blockNumber)).toBe(0n)
  expect(toProgramPlaces(wrapper).map(({ wrapper: { name }, program: { stakeToken, rewardToken } }) => [name, stakeToken, rewardToken])).toEqual(
    farm.tokens.map(({ address }, pool) => [`MasterChef #${pool}`, address, sushi.address]))
})

describe.each(farmKinds)('of %s', (kind) => {
  it('are what balances gained, and owed is what it says, whatever was done in which pool', async () => {
    let thrown = 7919
    const chance = (limit: number) => (thrown = (thrown * 48_271) % 2_147_483_647) % limit
    const farm = await open(kind)
    const { sushi, wrapper } = farm
    const gained = new Map<string, bigint>()
    for (let block = 0; block < 25; block++) {
      const pools = people.map(() => chance(3))
      const before = await Promise.all(people.map((person) => world.readBalance(sushi, person)))
      const staked: bigint[] = []
      for (const [place, person] of people.entries()) {
        const pool = pools[place]!
        const stake = await farm.stakeOf(pool, person)
        // To oneself: what is paid to others is told as that of who earned it.
        const act = ['deposit', 'withdraw', 'harvest', 'leave'][chance(13) === 0 ? 3 : chance(3)]!
        const amount = act === 'deposit' ? BigInt(1 + chance(90)) : act === 'withdraw' ? (stake * BigInt(chance(101))) / 100n : act === 'leave' ? stake : 0n
        if (act === 'deposit') farm.deposit(person, pool, amount)
        else if (act === 'withdraw') farm.withdraw(person, pool, amount)
        else if (act === 'leave') farm.leave(person, pool)
        else farm.harvest(person, pool)
        // SUSHI that were staked are no reward.
        staked.push(pool === 2 ? (act === 'deposit' ? amount : -amount) : 0n)
      }
      await farm.mine()
      for (const [place, person] of people.entries()) {
        const key = `${person} ${pools[place]}`
        gained.set(key, (gained.get(key) ?? 0n) + (await world.readBalance(sushi, person)) - before[place]! + staked[place]!)
      }
    }
    for (const pool of [0, 1, 2]) {
      const paid = await readPaid(farm, pool)
      for (const [place, person] of people.entries()) {
        expect(sum(paid[place]!)).toBe(gained.get(`${person} ${pool}`) ?? 0n)
        expect(paid[place]).not.toContain(0n)
        expect(await readOwed(world, wrapper, person, world.chain.blockNumber, pool)).toBe(await farm.owedTo(pool, person))
      }
    }
    expect(sum([...gained.values()])).toBeGreaterThan(rewardsEach)
  }, 60_000)

  it('have stakes that add up to userInfo', async () => {
    const farm = await open(kind)
    farm.deposit(ann, 1, 500n)
    farm.deposit(bob, 1, 300n, carl)
    await farm.mine()
    farm.withdraw(ann, 1, 200n, bob)
    await farm.mine()
    farm.leave(farm.isFirst ? bob : carl, 1)
    await farm.mine()
    const { source, wrapper } = toProgramPlaces(farm.wrapper)[1]!
    const stakes = source.stakes(wrapper)
    if (!('logs' in stakes)) throw new Error('they are told by logs')
    const changes = stakes.toChanges(await readLogs(world, stakes.logs))
    for (const person of people) expect(sum(changes.filter(({ account }) => account === person).map(({ change }) => change))).toBe(await farm.stakeOf(1, person))
    expect(changes.map(({ change }) => change)).toEqual([500n, 300n, -200n, -300n])
  })
})

it.each(farmKinds.slice(1))('of %s are told as whose they were, wherever they were sent', async (kind) => {
  const farm = await open(kind)
  farm.deposit(ann, 0, 100n)
  await farm.mine()
  const before = await world.readBalance(farm.sushi, bob)
  farm.harvest(ann, 0, bob)
  await farm.mine()
  const sent = (await world.readBalance(farm.sushi, bob)) - before
  expect(sent).toBeGreaterThan(0n)
  expect(await readPaid(farm, 0)).toEqual([[sent], [], []])
})

it('of several pools in one transaction are each its own, also where one pays for the first time and one nothing', async () => {
  const { chain } = world
  const farm = await open('MasterChef')
  const visitor = chain.deploy(deployer, visitorContracts().get('FarmVisitor')!)
  await farm.mine()
  const call = (name: string, ...args: bigint[]) => farm.toCall(name, args)
  const visit = async (...calls: `0x${string}`[]) => {
    chain.send(ann, visitor, 'visit', [calls.map(() => farm.farm.address), calls])
    await farm.mine()
  }
  // It has nothing of the pools' tokens: it deposits nothing, and is lent stakes by being sent tokens.
  for (const token of [farm.tokens[0]!, farm.tokens[1]!]) chain.send(ann, token, 'transfer', [visitor.address, 100n])
  const approvals = [farm.tokens[0]!, farm.tokens[1]!]
  chain.send(ann, visitor, 'visit', [approvals.map(({ address }) => address), approvals.map(() => farm.toApproval())])
  await farm.mine()
  await visit(call('deposit', 0n, 100n))
  // The first pool pays one block's 500 and the second nothing, being new; then one block of either; then both at once and again, of which the second time is nothing.
  await visit(call('deposit', 0n, 0n), call('deposit', 1n, 100n))
  await visit(call('deposit', 1n, 0n), call('deposit', 0n, 0n))
  await visit(call('withdraw', 1n, 50n), call('withdraw', 1n, 50n), call('deposit', 0n, 0n), call('emergencyWithdraw', 0n))
  const amounts = async (pool: number) => (await readBook(world, farm.wrapper, pool)).payments().map(({ account, amount }) => [account, amount])
  expect(await amounts(0)).toEqual([[visitor.address, 500n], [visitor.address, 500n], [visitor.address, 500n]])
  expect(await amounts(1)).toEqual([[visitor.address, 250n], [visitor.address, 250n]])
  expect(await world.readBalance(farm.sushi, visitor.address)).toBe(2_000n)
})

it('are not told of a farm that does not say what it pays', async () => {
  const { wrapper } = await open('MasterChef')
  expect(toRewardLogs({ ...wrapper, contracts: {} })).toEqual([])
  expect(toRewardLogs(wrapper)).toHaveLength(9)
})
