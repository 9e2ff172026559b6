import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookThrough } from '@/lib/ownership/lookThrough'
import { farmKinds, openFarm, visitorContracts, type FarmWorld } from '@/tests/farmChain'
import { ann, bob, carl, deployer, startSourceChain, sumOf, toToken, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { erc4626Vault } from './erc4626Vault'
import { masterChef } from './masterChef'

const people = [ann, bob, carl]
let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

/** A farm with a pool for each of the chain's two tokens, and one for SUSHI itself, in which it pays too. */
function open(kind: FarmWorld['kind']) {
  for (const token of [world.token, world.other]) for (const person of people) world.chain.send(deployer, token, 'transfer', [person, 10_000n])
  return openFarm(world, kind, (sushi) => [world.token, world.other, sushi], people)
}
const read = ({ wrapper, sushi }: FarmWorld) => world.readOwnerships(masterChef, wrapper, [sushi.address])

describe.each(farmKinds)('of %s', (kind) => {
  it('what is staked belongs to whose stake it is in, pool by pool; what was merely sent there and rewards stay the farm’s', async () => {
    const { chain, token, other } = world
    const farm = await open(kind)
    const { isFirst, sushi } = farm
    const had = await world.readBalance(token, carl)
    farm.deposit(ann, 0, 4_000n)
    farm.deposit(bob, 0, 900n)
    farm.deposit(ann, 1, 50n)
    farm.deposit(carl, 2, 700n)
    await farm.mine()
    // The later ones take in for somebody else and send to somebody else.
    farm.withdraw(bob, 0, 300n, carl)
    farm.deposit(isFirst ? ann : carl, 0, 100n, ann)
    chain.send(carl, token, 'transfer', [farm.farm.address, 7n])
    await farm.mine()
    farm.leave(ann, 1, bob)
    await farm.mine()
    // ann 4,000 + 100, bob 900 − 300, and 7 of nobody's; of the other token nothing is left; of SUSHI 700 are carl's and the rest are rewards.
    const rewards = (await world.readBalance(sushi, farm.farm.address)) - 700n
    const ownerships = await read(farm)
    const of = (asset: string) => ({ contract: farm.farm.address, source: 'masterChef', asset, shares: asset })
    expect(ownerships).toEqual([
      { ...of(token.address), claims: [{ account: ann, amount: 4_100n }, { account: bob, amount: 600n }], unresolved: [{ reason: 'surplus', amount: 7n }] },
      { ...of(sushi.address), claims: [{ account: carl, amount: 700n }], unresolved: [{ reason: 'undistributed', amount: rewards }] },
    ])
    expect(rewards).toBeGreaterThan(0n)
    expect(await world.readBalance(token, carl)).toBe(had - 7n + (isFirst ? 0n : 300n - 100n))
    expect(await world.readBalance(token, farm.farm.address)).toBe(4_707n)
    expect(await world.readBalance(other, farm.farm.address)).toBe(0n)
  })

  it.each([1, 2])('and of everybody as userInfo says after each block of chance, thrown the %i. time', async (seed) => {
    let thrown = seed * 7919
    const chance = (limit: number) => (thrown = (thrown * 48_271) % 2_147_483_647) % limit
    const { chain } = world
    const farm = await open(kind)
    const sent = [0n, 0n]
    const done = new Set<string>()
    for (let block = 0; block < 25; block++) {
      for (const person of people) {
        const [pool, to] = [chance(3), people[chance(3)]!]
        const stake = await farm.stakeOf(pool, person)
        const act = ['deposit', 'deposit', 'withdraw', 'all', 'leave', 'harvest', 'send'][chance(7)]!
        if (act === 'deposit') farm.deposit(person, pool, BigInt(1 + chance(90)), to)
        else if (act === 'withdraw') farm.withdraw(person, pool, (stake * BigInt(chance(101))) / 100n, to)
        else if (act === 'all') farm.withdraw(person, pool, stake, to)
        else if (act === 'leave') farm.leave(person, pool, to)
        else if (act === 'harvest') farm.harvest(person, pool, to)
        else if (pool < 2) {
          const amount = BigInt(1 + chance(5))
          chain.send(person, farm.tokens[pool]!, 'transfer', [farm.farm.address, amount])
          sent[pool]! += amount
        }
        done.add(act)
      }
      await farm.mine()
      const ownerships = await read(farm)
      for (const [pool, token] of farm.tokens.entries()) {
        const ownership = ownerships.find(({ asset }) => asset === token.address)
        const held = await world.readBalance(token, farm.farm.address)
        expect(ownership ? sumOf(ownership) : 0n).toBe(held)
        const stakes = await Promise.all(people.map((person) => farm.stakeOf(pool, person)))
        expect(people.map((person) => ownership?.claims.find(({ account }) => account === person)?.amount ?? 0n)).toEqual(stakes)
        // What a pool of SUSHI has beside its stakes are rewards.
        if (pool < 2) expect(stakes.reduce((sum, stake) => sum + stake, 0n)).toBe(held - sent[pool]!)
      }
    }
    expect(done.size).toBe(6)
  }, 60_000)
})

it('hands a vault’s stake on to who has the vault’s shares', async () => {
  const { chain, token } = world
  const farm = await open('MasterChef')
  const vault = chain.deploy(deployer, visitorContracts().get('FarmedVault')!, [token.address, farm.farm.address, 0n])
  chain.send(ann, token, 'approve', [vault.address, 1_000n])
  chain.send(ann, vault, 'deposit', [1_000n, ann])
  chain.send(ann, vault, 'transfer', [carl, 250n])
  farm.deposit(bob, 0, 500n)
  await farm.mine()
  const overIt = toWrapper('erc4626Vault', { address: vault.address, assets: [token.address], shareToken: toToken(vault.address) })
  const ownerships = [...(await read(farm)), ...(await world.readOwnerships(erc4626Vault, overIt))]
  const { owners, unresolved } = lookThrough([{ account: farm.farm.address, amount: await world.readBalance(token, farm.farm.address) }], ownerships, token.address)
  expect([...owners].sort((a, b) => (a.account < b.account ? -1 : 1))).toEqual([{ account: ann, amount: 750n }, { account: bob, amount: 500n }, { account: carl, amount: 250n }])
  expect(unresolved).toEqual([])
})

it.each(farmKinds)('is told by %s which token a pool takes in, and says where it is another', async (kind) => {
  const { wrapper, sushi, farm } = await open(kind)
  const ask = (pools: { id: number; asset: typeof sushi.address }[]) => {
    const asked = { ...wrapper, farm: { pools, owed: 'pendingSushi' } }
    return masterChef.read!({ wrapper: asked, balances: () => [], balanceOf: () => 0n, logs: [] }, world.reader, world.chain.blockNumber)
  }
  expect(await ask(wrapper.farm!.pools)).toEqual({ answers: null, gaps: [] })
  // Of a pool whose token was exchanged either may be asked about: before the exchange and behind it.
  expect(await ask([{ id: 2, asset: world.token.address }, { id: 2, asset: sushi.address }])).toEqual({ answers: null, gaps: [] })
  const of = (pool: number) => `pool ${pool} of ${kind} (${farm.address})`
  expect(await ask([{ id: 0, asset: sushi.address }, { id: 99, asset: sushi.address }])).toEqual({
    answers: null,
    gaps: [
      { subject: of(0), reason: `it takes in ${world.token.address}, which its wrapper does not name: what was staked there is not looked through` },
      { subject: of(99), reason: 'it does not say which token it takes in' },
    ],
  })
})

it('names a wrapper that does not say which pools it has, or names a token that is no asset', () => {
  const wrapper = toWrapper('masterChef', { address: ann, assets: [bob] })
  expect(() => masterChef.logs(wrapper)).toThrow(`masterChef (${ann}): a wrapper of source masterChef needs farm, its pools by their numbers`)
  expect(() => masterChef.logs({ ...wrapper, farm: { owed: 'pendingSushi', pools: [{ id: 3, asset: carl }] } })).toThrow(`its pool 3 takes in ${carl}, which is none of its assets`)
})
