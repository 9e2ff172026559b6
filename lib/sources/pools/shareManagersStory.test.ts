import path from 'node:path'
import { encodePacked, keccak256 } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compileContracts } from '@/tests/compileContracts'
import { startReplayChain, type ReplayChain } from '@/tests/replayChain'
import { deployer, toAccount } from '@/tests/tokenChain'
import type { Address } from '../../domain/address'
import type { ProviderFlow } from '../../domain/provider'
import type { TokenPair } from '../../domain/pool'
import { maxTick, minTick, sqrtPriceAtTick } from '../../liquidity/sqrtPriceAtTick'
import { addPair, noTokens } from '../../liquidity/tokenPair'
import { uniswapV3Pool } from './uniswapV3Pool'

const people = [1, 2, 3, 4].map(toAccount)
const other = toAccount(9)
const unit = 10n ** 18n
let chain: ReplayChain
beforeAll(async () => void (chain = await startReplayChain()))
afterAll(() => chain?.stop())

const sum = (pairs: readonly TokenPair[]) => pairs.reduce(addPair, noTokens)
const isNear = (one: bigint, two: bigint, units: bigint) => one - two <= units && two - one <= units

it.each([1, 2])('chance, thrown the %i. time: everybody has what the contracts would pay, and earned what came while they had shares', async (seed) => {
  let thrown = seed * 7919
  const chance = (limit: number) => (thrown = (thrown * 48_271) % 2_147_483_647) % limit
  const pick = <Item>(items: readonly Item[]) => items[chance(items.length)]!
  const pool = await chain.openPool([500, 3000][seed - 1]!)
  const { act, ask, gain } = chain
  const manager = await chain.deploy(compileContracts(path.resolve('tests/ShareManagers.sol')).get('DirectManager')!, [pool, -1200, 1200])
  for (const account of [...people, other]) {
    await chain.fund(account, 10n ** 24n)
    for (const token of chain.tokens) await act(account, token, 'approve', manager, 10n ** 24n)
  }
  await act(deployer, chain.direct, 'provide', pool, other, -12_000, 12_000, 500n * unit)
  const place = chain.toPlace(pool, [manager])
  const facts = await uniswapV3Pool.readFacts(place, chain.reader, Number(await chain.rpc.call('eth_blockNumber')))
  const book = uniswapV3Pool.open({ ...facts, quote: 1 }, [])
  const flows: ProviderFlow[] = []
  let next = 0
  async function catchUp() {
    book.add(await chain.readLogs(pool, next, [manager]))
    next = Number(await chain.rpc.call('eth_blockNumber')) + 1
    const news = book.takeFlows()
    flows.push(...news)
    return news
  }
  const sharesOf = async (account: Address) => (await ask(manager, 'balanceOf', account)) as bigint
  const liquidity = async () => (await ask(manager, 'liquidity')) as bigint
  const supply = async () => (await ask(manager, 'totalSupply')) as bigint
  /** Fees that could be fetched now. */
  const owed = () => gain(manager, () => act(deployer, manager, 'fetch'))

  /** What each has earned, by what every swap brought and how many shares each had then: units, in doubles */
  const earned = new Map<Address, [number, number]>()
  const collected: [bigint, bigint] = [0n, 0n]
  async function trade() {
    const before = await owed()
    const sells0 = chance(2) === 0
    await chain.trade(pool, sells0, BigInt(1 + chance(200)) * (unit / 20n), sells0 ? sqrtPriceAtTick(minTick) + 1n : sqrtPriceAtTick(maxTick) - 1n)
    const after = await owed()
    const all = Number(await supply())
    for (const account of people) {
      const part = all === 0 ? 0 : Number(await sharesOf(account)) / all
      const known = earned.get(account) ?? [0, 0]
      earned.set(account, [known[0] + part * Number(after[0] - before[0]), known[1] + part * Number(after[1] - before[1])])
    }
  }
  const done = new Map<string, number>()
  /** Fees leave the position with nearly all that the manager does. */
  async function fetchWith(attempt: () => Promise<unknown>) {
    const before = await owed()
    await attempt()
    const after = await owed()
    for (const token of [0, 1] as const) collected[token] += before[token] - after[token]
  }
  const steps: Record<string, () => Promise<unknown>> = {
    mint: () => fetchWith(() => act(pick(people), manager, 'mint', BigInt(1 + chance(1000)) * (unit / 10n), pick(people))),
    burn: async () => {
      const account = pick(people)
      const shares = await sharesOf(account)
      return fetchWith(() => act(account, manager, 'burn', chance(3) === 0 ? shares : shares / BigInt(2 + chance(5)), pick(people)))
    },
    transfer: async () => {
      const account = pick(people)
      return act(account, manager, 'transfer', pick(people.filter((each) => each !== account)), (await sharesOf(account)) / BigInt(1 + chance(3)))
    },
    compound: () => fetchWith(async () => act(deployer, manager, 'compound', (await liquidity()) / BigInt(2000 + chance(9000)))),
    pull: async () => act(deployer, manager, 'pull', (await liquidity()) / BigInt(2 + chance(9))),
    rebalance: () =>
      fetchWith(async () => {
        const [, tick] = (await ask(pool, 'slot0')) as [bigint, number]
        const middle = Math.round(tick / 60) * 60
        const sells0 = chance(2) === 0
        const limit = sells0 ? sqrtPriceAtTick(minTick) + 1n : sqrtPriceAtTick(maxTick) - 1n
        return act(deployer, manager, 'rebalance', middle - 60 * (5 + chance(30)), middle + 60 * (5 + chance(30)), (await liquidity()) / BigInt(3 + chance(6)), sells0, chance(2) === 0 ? 0 : unit / 10n, limit)
      }),
    mintIdle: () => fetchWith(() => act(pick(people), manager, 'mintIdle', unit, unit, unit, pick(people))),
    give: () => act(deployer, manager, 'give', pick(people), unit / 10n),
  }
  const names = Object.keys(steps)
  let [checked, left] = [0, 0]

  await steps.mint!()
  await catchUp()
  for (let move = 0; move < 120; move++) {
    if (chance(2) === 0) await trade()
    else {
      const name = pick(names)
      // What the contract refuses (nothing to burn, too little idle) happens to nobody.
      if (await steps[name]!().then(() => true, () => false)) done.set(name, (done.get(name) ?? 0) + 1)
    }
    const news = await catchUp()
    expect(news.filter(({ account }) => account === manager)).toEqual([])
    // Who puts in or takes out is who has more or fewer shares; for all others the manager does it.
    expect(news.filter(({ kind, passive }) => kind === 'deposit' && !passive).length).toBeLessThan(2)
    if (move % 6 !== 5) continue

    const [all, used, fees] = [await supply(), await liquidity(), await owed()]
    const [lower, upper] = [await ask(manager, 'lower'), await ask(manager, 'upper')]
    const key = keccak256(encodePacked(['address', 'int24', 'int24'], [manager, lower as number, upper as number]))
    expect(((await ask(pool, 'positions', key)) as bigint[])[0]).toBe(used)
    const holdings = book.holdings().filter(({ account }) => account !== other)
    const of = (account: Address) => holdings.find((one) => one.account === account)
    // What the manager has beside the pool, once all fees are fetched: of it everybody gets a part too.
    const idle = await chain.tryOut(async () => {
      await act(deployer, manager, 'fetch')
      return chain.balancesOf(manager)
    })
    const whole = used === 0n ? noTokens : await chain.tryOut(async () => {
      await act(deployer, manager, 'fetch')
      return gain(manager, () => act(deployer, manager, 'pull', used))
    })
    if (all > 0n) {
      // Together they have the manager's part, to the unit.
      expect(sum(holdings.map((one) => one.principal))).toEqual(whole)
      expect(sum(holdings.map((one) => one.owed))).toEqual(fees)
      expect(book.ranges().filter(({ account }) => account !== other).reduce((together, range) => together + range.liquidity, 0n)).toBe(used)
    }
    for (const account of people) {
      const shares = await sharesOf(account)
      const ranges = book.ranges().filter((range) => range.account === account)
      const part = all === 0n ? 0n : (shares * used) / all
      expect(isNear(ranges.reduce((together, range) => together + range.liquidity, 0n), part, 1n)).toBe(true)
      if (shares === 0n) continue
      const paid = await gain(account, () => act(account, manager, 'burn', shares, account))
      // The contract rounds liquidity down by up to a unit, worth less than one of either token here, and each of three amounts.
      for (const token of [0, 1] as const) expect(isNear((of(account)?.principal[token] ?? 0n) + (shares * idle[token]) / all, paid[token], 4n), `move ${move} of ${account}`).toBe(true)
      checked++
    }
    for (const account of people) {
      const paid = sum(flows.filter((flow) => flow.account === account && flow.kind === 'fees').map(({ amounts }) => amounts))
      for (const token of [0, 1] as const) {
        const told = Number(paid[token] + (of(account)?.owed[token] ?? 0n))
        // Each swap's fees are rounded down to a unit, for everybody.
        expect(Math.abs(told - (earned.get(account)?.[token] ?? 0)), `move ${move}: fees of ${account}`).toBeLessThan(move + 10)
      }
      const basis = (kinds: readonly ProviderFlow['kind'][]) => sum(flows.filter((flow) => flow.account === account && kinds.includes(flow.kind)).map((flow) => flow.basis))
      expect(basis(['deposit', 'received'])).toEqual(addPair(basis(['withdrawal', 'given']), of(account)?.basis ?? noTokens))
      if ((await sharesOf(account)) === 0n) left++
    }
    expect(sum(flows.filter(({ account, kind }) => kind === 'fees' && account !== other).map(({ amounts }) => amounts))).toEqual(collected)
  }
  expect([...done.keys()].sort()).toEqual([...names].sort())
  expect(Math.min(checked, 20)).toBe(20)
  expect(left).toBeGreaterThan(0)
}, 120_000)
