import { encodePacked, keccak256 } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrakisIsMissing, loadArrakisVault } from '@/tests/arrakisVault'
import { startReplayChain, type ReplayChain } from '@/tests/replayChain'
import { deployer, toAccount } from '@/tests/tokenChain'
import type { Address } from '../../domain/address'
import type { ProviderFlow } from '../../domain/provider'
import type { TokenPair } from '../../domain/pool'
import { positionAmounts } from '../../liquidity/positionAmounts'
import { maxTick, minTick, sqrtPriceAtTick } from '../../liquidity/sqrtPriceAtTick'
import { addPair, noTokens, subtractPair } from '../../liquidity/tokenPair'
import { findShareManagers } from './shareManagerFacts'
import { uniswapV3Pool } from './uniswapV3Pool'

const [ann, bob, carl, treasury] = [toAccount(1), toAccount(2), toAccount(3), toAccount(8)]
const unit = 10n ** 18n
const [lowest, highest] = [sqrtPriceAtTick(minTick) + 1n, sqrtPriceAtTick(maxTick) - 1n]
let chain: ReplayChain
beforeAll(async () => {
  if (!arrakisIsMissing) chain = await startReplayChain()
})
afterAll(() => chain?.stop())

const sum = (pairs: readonly TokenPair[]) => pairs.reduce(addPair, noTokens)
const isNear = (one: bigint, two: bigint, units: bigint) => one - two <= units && two - one <= units

it.skipIf(arrakisIsMissing)('a vault of Arrakis’ belongs to those who have its shares: liquidity, payouts and fees as its own contract has them', async () => {
  const { act, ask, gain } = chain
  const pool = await chain.openPool()
  const vault = await chain.deploy(loadArrakisVault(), [deployer, treasury])
  // It keeps 2.5 % of fees for Arrakis and 10 % for who manages it.
  await act(deployer, vault, 'initialize', 'vault', 'V', pool, 1000, -600, 600, deployer)
  for (const account of [ann, bob, carl]) {
    await chain.fund(account, 10n ** 24n)
    for (const token of chain.tokens) await act(account, token, 'approve', vault, 10n ** 24n)
  }
  await chain.open(carl, 3000, [-6000, 6000], 100n * unit)
  const facts = await uniswapV3Pool.readFacts(chain.toPlace(pool, [vault]), chain.reader, Number(await chain.rpc.call('eth_blockNumber')))
  const book = uniswapV3Pool.open({ ...facts, quote: 1 }, [])
  const flows: ProviderFlow[] = []
  let next = 0
  const holdingOf = (account: Address) => book.holdings().find((holding) => holding.account === account)
  const amountsOf = (account: Address, kind: ProviderFlow['kind']) => sum(flows.filter((flow) => flow.account === account && flow.kind === kind).map(({ amounts }) => amounts))

  /** Everything that the vault says, against what was folded from logs. @returns what happened since the last check */
  async function check() {
    book.add(await chain.readLogs(pool, next, [vault]))
    next = Number(await chain.rpc.call('eth_blockNumber')) + 1
    const news = book.takeFlows()
    flows.push(...news)
    const [tickLower, tickUpper] = [Number(await ask(vault, 'lowerTick')), Number(await ask(vault, 'upperTick'))]
    const key = keccak256(encodePacked(['address', 'int24', 'int24'], [vault, tickLower, tickUpper]))
    const [liquidity] = (await ask(pool, 'positions', key)) as [bigint]
    const [sqrtPrice, tick] = (await ask(pool, 'slot0')) as [bigint, number]
    const supply = (await ask(vault, 'totalSupply')) as bigint
    // Liquidity, fees not collected less what it keeps of them, and what lies idle.
    const [all0, all1] = (await ask(vault, 'getUnderlyingBalances')) as [bigint, bigint]
    const principal = positionAmounts({ tickLower, tickUpper, liquidity }, { sqrtPrice, tick })
    const beside = subtractPair([all0, all1], principal)
    const holdings = book.holdings().filter(({ account }) => account !== carl)
    expect(holdings.map(({ account }) => account)).not.toContain(vault)
    expect(sum(holdings.map((holding) => holding.principal))).toEqual(principal)
    for (const account of [ann, bob]) {
      const shares = (await ask(vault, 'balanceOf', account)) as bigint
      const used = book.ranges().filter((range) => range.account === account).reduce((together, range) => together + range.liquidity, 0n)
      expect(isNear(used, (shares * liquidity) / supply, 1n)).toBe(true)
      if (shares === 0n) continue
      const paid = await gain(account, () => act(account, vault, 'burn', shares, account))
      // Four amounts are rounded down, and liquidity by up to a unit, which is worth less than one of either token here.
      for (const token of [0, 1] as const) expect(isNear((holdingOf(account)?.principal[token] ?? 0n) + (shares * beside[token]) / supply, paid[token], 6n)).toBe(true)
    }
    return news.filter(({ account }) => account !== carl)
  }
  const trade = async (amount: bigint) => {
    await chain.trade(pool, true, amount, lowest)
    await chain.trade(pool, false, amount, highest)
  }
  const kinds = (news: readonly ProviderFlow[]) => news.map(({ account, kind, passive }) => [account, kind, passive ?? false])

  await act(ann, vault, 'mint', 30n * unit, ann)
  expect(kinds(await check())).toEqual([[ann, 'deposit', false]])
  expect(await findShareManagers(chain.reader, pool, [vault, pool, chain.tokens[0], ann], next - 1)).toEqual([vault])
  expect(await findShareManagers(chain.reader, chain.manager, [vault], next - 1)).toEqual([])
  await trade(5n * unit)
  await check()
  const before = holdingOf(ann)!.owed
  expect(before[0] > 0n && before[1] > 0n).toBe(true)
  // Bob pays for a quarter of all, fees that are not collected too: what of that is liquidity beyond his quarter came to Ann from him.
  const spent = await chain.balancesOf(bob)
  await act(bob, vault, 'mint', 10n * unit, bob)
  const paid = subtractPair(spent, await chain.balancesOf(bob))
  expect(kinds(await check())).toEqual([[ann, 'received', true], [bob, 'deposit', false]])
  const idle = await chain.balancesOf(vault)
  for (const token of [0, 1] as const) {
    expect(isNear(amountsOf(bob, 'deposit')[token] + amountsOf(ann, 'received')[token], paid[token] - idle[token], 2n)).toBe(true)
    // He pays P / 3 + 0.875 fees / 3 (10 new shares to 30), of which all but what lies idle becomes liquidity D; hers are three quarters of P + D then, so she has
    // got 3 D / 4 − P / 4 = 0.875 fees / 4 − 3 idle / 4.
    expect(Number(amountsOf(ann, 'received')[token]) / (0.875 * 0.25 * Number(before[token]) - 0.75 * Number(idle[token]))).toBeCloseTo(1, 9)
  }
  expect([holdingOf(ann)!.owed, holdingOf(bob)!.owed]).toEqual([before, noTokens])

  await trade(3n * unit)
  await check()
  const [anns, bobs] = [holdingOf(ann)!.owed, holdingOf(bob)!.owed]
  for (const token of [0, 1] as const) expect(isNear(anns[token] - before[token], 3n * bobs[token], 4n)).toBe(true)
  // Any burn collects all fees: to whom they came.
  await act(ann, vault, 'burn', 6n * unit, ann)
  expect(kinds(await check()).sort()).toEqual([[ann, 'fees', true], [ann, 'withdrawal', false], [bob, 'fees', true]].sort())
  expect([amountsOf(ann, 'fees'), amountsOf(bob, 'fees')]).toEqual([anns, bobs])

  // Gelato puts fees to work: everybody's deposit, and of nobody alone.
  await trade(4n * unit)
  await act(deployer, vault, 'rebalance', 0, 0, false, 0, chain.tokens[0])
  expect([...new Set(kinds(await check()).map(([account, kind, passive]) => `${account} ${kind} ${passive}`))].sort()).toEqual([ann, bob].flatMap((account) => [`${account} deposit true`, `${account} fees true`]).sort())
  const basis = [holdingOf(ann)!.basis, holdingOf(bob)!.basis]
  // To another range, with a swap of half of what is left over: what did not fit was taken out, or was swapped at a cost.
  await act(deployer, vault, 'executiveRebalance', -1200, 300, lowest, 5000, true)
  const moved = await check()
  expect(moved.filter(({ kind }) => kind === 'deposit' || kind === 'received' || kind === 'given')).toEqual([])
  expect(moved.every(({ passive }) => passive)).toBe(true)
  for (const [place, account] of [ann, bob].entries()) for (const token of [0, 1] as const) expect(holdingOf(account)!.basis[token]).toBeGreaterThan(basis[place]![token] / 2n)

  await act(ann, vault, 'transfer', bob, 24n * unit)
  expect(kinds(await check())).toEqual([[ann, 'given', false], [bob, 'received', false]])
  await trade(2n * unit)
  await act(bob, vault, 'burn', 34n * unit, bob)
  book.add(await chain.readLogs(pool, next, [vault]))
  expect(kinds(book.takeFlows()).filter(([account]) => account === bob).map(([, kind]) => kind).sort()).toEqual(['fees', 'withdrawal'])
  expect(book.holdings().filter(({ account, positions }) => account !== carl && positions > 0)).toEqual([])
})
