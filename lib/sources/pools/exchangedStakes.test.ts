import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Contract } from '@/lib/demo/storyChain'
import { addressSchema, type Address } from '@/lib/domain/address'
import type { PoolFacts } from '@/lib/domain/pool'
import type { Wrapper } from '@/lib/domain/protocol'
import type { ProviderFlow } from '@/lib/domain/provider'
import { loadSushi, openFarm, type FarmWorld } from '@/tests/farmChain'
import { startPairChain, type PairChain } from '@/tests/pairChain'
import { expectPairLaws } from '@/tests/pairLaws'
import { readLogs } from '@/tests/rewardBooks'
import { deployer } from '@/tests/sourceChain'
import { masterChef } from '../masterChef'
import { toHoldings } from '@/tests/toHoldings'
import { pairEvents } from './uniswapV2Logs'
import { uniswapV2Pair } from './uniswapV2Pair'

const [ann, bob, carl, dora, eve] = ['a1', 'b2', 'c3', 'd4', 'e5'].map((pair) => `0x${pair.repeat(20)}`) as [Address, Address, Address, Address, Address]
const people = [ann, bob, carl, dora, eve]
let world: PairChain
let farm: FarmWorld
/** Sushi's pair of the same two tokens, which the migrator makes */
let later: Contract
let wrapper: Wrapper
let moved = 0
beforeAll(async () => {
  world = await startPairChain(people)
  const { chain, pair, tokens, visitor } = world
  farm = await openFarm(world, 'MasterChef', () => [pair, tokens[0]], people)
  const factory = chain.deploy(deployer, loadSushi('uniswapv2/UniswapV2Factory'), [deployer])
  const migrator = chain.deploy(deployer, loadSushi('Migrator'), [farm.farm.address, world.factory.address, factory.address, 0n])
  chain.send(deployer, factory, 'setMigrator', [migrator.address])
  chain.send(deployer, farm.farm, 'setMigrator', [migrator.address])
  for (const person of [ann, bob, carl, dora]) world.deposit(person, 4_000_000n, 1_000_000n)
  await farm.mine()
  farm.deposit(ann, 0, 1_000_000n)
  farm.deposit(bob, 0, 600_000n)
  farm.deposit(carl, 0, 300_000n)
  farm.deposit(carl, 1, 77n)
  chain.send(dora, pair, 'transfer', [farm.farm.address, 5_000n])
  world.swap(eve, 0, 1_000_000n)
  await farm.mine()
  // Around the exchange in its own block: 100,000 go home before it, of the one pair, and 50,000 behind it, of the other.
  farm.withdraw(bob, 0, 100_000n)
  chain.send(eve, farm.farm, 'migrate', [0n])
  farm.withdraw(carl, 0, 50_000n)
  await farm.mine()
  moved = chain.blockNumber
  later = { name: 'later pair', address: addressSchema.parse(await chain.read(factory, 'getPair', tokens.map(({ address }) => address))), abi: loadSushi('uniswapv2/UniswapV2Pair').abi }
  const take = async (share: bigint) => ((await chain.read(later, 'getReserves')) as [bigint, bigint, number]).slice(0, 2).map((reserve) => BigInt(reserve)).map((reserve) => (reserve * share) / 1000n) as [bigint, bigint]
  const [out0, out1] = await take(40n)
  chain.send(eve, visitor, 'flash', [later.address, out0, 0n, 0n, out1 * 2n])
  for (const person of people) chain.send(person, later, 'approve', [farm.farm.address, 2n ** 256n - 1n])
  await farm.mine()
  farm.leave(ann, 0)
  farm.withdraw(bob, 0, 200_000n)
  farm.deposit(carl, 0, 50_000n)
  await farm.mine()
  const { address } = pair
  wrapper = { ...farm.wrapper, assets: [address, later.address, tokens[0].address], farm: { owed: 'pendingSushi', pools: [{ id: 0, asset: address }, { id: 1, asset: tokens[0].address }, { id: 0, asset: later.address }] } }
}, 60_000)
afterAll(() => world?.stop())

/** The source's book of one of the two pairs, from all of their logs. */
async function openBooks(pair: Address) {
  const facts: PoolFacts = { ...world.facts, address: pair }
  const wrappers = [wrapper]
  const logs = await readLogs(world, uniswapV2Pair.logs(facts, wrappers))
  const book = uniswapV2Pair.open(facts, wrappers)
  book.add(logs)
  const fees: [bigint, bigint] = [0n, 0n]
  for (const { address, topics, data } of logs)
    if (address === pair && topics[0] === pairEvents.swap.topic) for (const token of [0, 1] as const) fees[token] += (BigInt(`0x${data.slice(2 + 64 * token, 66 + 64 * token)}`) * 3n) / 1000n
  return { world, book, flows: book.takeFlows(), fees, sharesOf: () => 0n, mine: async () => undefined }
}
const inMove = ({ blockNumber, passive }: ProviderFlow) => blockNumber === moved && passive
const total = (flows: readonly ProviderFlow[], token: 0 | 1) => flows.reduce((sum, { amounts }) => sum + amounts[token], 0n)

describe('a pool whose token was exchanged for another', () => {
  it('gives back what its stakers had in the one pair, and puts it into the other, theirs as before', async () => {
    const [before, behind] = [await openBooks(world.pair.address), await openBooks(later.address)]
    for (const books of [before, behind]) expectPairLaws(books)
    const out = before.flows.filter(inMove)
    const into = behind.flows.filter(inMove)
    const accounts = (flows: readonly ProviderFlow[], kind: ProviderFlow['kind']) => flows.filter((flow) => flow.kind === kind).map(({ account }) => account).sort()
    expect(accounts(out, 'withdrawal')).toEqual([ann, bob, carl])
    expect(accounts(into, 'deposit')).toEqual([ann, bob, carl])
    // What had merely been sent to the farm is its own, there and here: it paid it in and took it out itself.
    const own = ({ account, blockNumber }: ProviderFlow) => account === farm.farm.address && blockNumber === moved
    for (const token of [0, 1] as const) {
      const [gone, come] = [total(out, token) + total(before.flows.filter(own), token), total(into, token) + total(behind.flows.filter(own), token)]
      expect(gone).toBe(come)
      expect(gone).toBeGreaterThan(0n)
      // Ann had 1,000,000 of the 1,805,000 that lay there: each part is rounded for itself.
      const annIn = total(into.filter(({ account }) => account === ann), token)
      const share = (come * 1_000_000n) / 1_805_000n
      expect(annIn - share).toBeGreaterThanOrEqual(-1n)
      expect(annIn - share).toBeLessThanOrEqual(1n)
    }
    // Nothing is left of the stakes in the first pair, and nobody was paid twice: what each has there lies in its wallet.
    const holding = (books: typeof before, account: Address) => books.book.holdings().find((one) => one.account === account && one.positions > 0)
    expect(holding(before, farm.farm.address)).toBeUndefined()
    expect(holding(behind, farm.farm.address)).toBeDefined()
    for (const account of [ann, bob, carl, dora]) expect(holding(before, account)).toBeDefined()
    expect(holding(behind, dora)).toBeUndefined()
  })

  it('pays in the other pair what the book says', async () => {
    const { book } = await openBooks(later.address)
    const { chain, rpc, act, balance, balances } = world
    for (const account of [ann, bob, carl]) {
      const stake = await farm.stakeOf(0, account)
      const snapshot = await rpc.call('evm_snapshot')
      const had = await balances(account)
      if (stake > 0n) await act(account, farm.farm, 'withdraw', [0n, stake])
      await act(account, later, 'transfer', [later.address, await balance(later, account)])
      await act(account, later, 'burn', [account])
      const has = await balances(account)
      await rpc.call('evm_revert', snapshot)
      const { principal, owed } = book.holdings().find((one) => one.account === account)!
      expect([principal[0] + owed[0], principal[1] + owed[1]]).toEqual([has[0] - had[0], has[1] - had[1]])
      expect(owed[1]).toBeGreaterThan(0n)
    }
    expect(await farm.stakeOf(0, ann)).toBe(0n)
    expect(await farm.stakeOf(0, bob)).toBe(300_000n)
    expect(await farm.stakeOf(0, carl)).toBe(300_000n)
    expect(chain.blockNumber).toBe(moved + 2)
  })

  it('pays its rewards for the one pair up to the exchange and for the other from then on', async () => {
    const [before, behind] = [await openBooks(world.pair.address), await openBooks(later.address)]
    const kept = [moved - 1, moved, moved + 1].map((block) => [before.book.isKept(farm.farm.address, block), behind.book.isKept(farm.farm.address, block)])
    expect(kept).toEqual([[true, false], [true, false], [false, true]])
    expect(before.book.isKept(ann, moved + 1)).toBe(true)
  })

  it('hands what lies there of either on to the same stakers', async () => {
    const logs = await readLogs(world, masterChef.logs(wrapper))
    const at = async (block: number) => {
      const held = async (token: Contract) => z.bigint().parse(await world.reader.readContracts([{ address: token.address, abi: token.abi, functionName: 'balanceOf', args: [farm.farm.address] }], block).then(([answer]) => (answer?.status === 'ok' ? answer.value : null)))
      const lying = new Map([[world.pair.address, await held(world.pair)], ...(block >= moved ? [[later.address, await held(later)] as const] : [])])
      const input = { wrapper, logs: logs.filter(({ blockNumber }) => blockNumber <= block), answers: null, ...toHoldings((token) => (lying.has(token) ? [{ account: farm.farm.address, amount: lying.get(token)! }] : [])) }
      return new Map(masterChef.toOwnerships(input).map((one) => [one.asset, one]))
    }
    const first = (await at(moved - 1)).get(world.pair.address)!
    expect(first.claims).toEqual([{ account: ann, amount: 1_000_000n }, { account: bob, amount: 600_000n }, { account: carl, amount: 300_000n }])
    expect(first.unresolved).toEqual([{ reason: 'surplus', amount: 5_000n }])
    const second = (await at(moved)).get(later.address)!
    expect(second.claims).toEqual([{ account: ann, amount: 1_000_000n }, { account: bob, amount: 500_000n }, { account: carl, amount: 250_000n }])
    expect(second.unresolved).toEqual([{ reason: 'surplus', amount: 5_000n }])
  })
})
