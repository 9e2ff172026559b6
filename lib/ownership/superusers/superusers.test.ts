import { describe, expect, it } from 'vitest'
import type { Address } from '../../domain/address'
import type { PoolStakes, TopHolders } from '../../domain/superuser'
import { superusers, toLargestOwners } from './superusers'

const account = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`
const [whale, twin, fund, small] = [1, 2, 3, 4].map(account) as [Address, Address, Address, Address]
const apart = { representatives: new Map<Address, Address>(), names: new Map<Address, string>() }

/** A list of 1,000 holders with 10,000 units in all. */
const list = (protocol: string, top: readonly (readonly [Address, number, bigint])[], rest: Partial<TopHolders> = {}): TopHolders => ({
  protocol, protocolName: protocol.toUpperCase(), symbol: protocol, demo: false, day: '2026-04-01', block: 1, timestamp: 1, holders: 1_000, denominator: 10_000n, depth: { hundred: 100, hundredth: 10 },
  top: top.map(([holder, rank, amount]) => ({ account: holder, rank, amount })), ...rest,
})

describe('who is large in several protocols', () => {
  const lists = [
    list('uni', [[whale, 1, 2_000n], [fund, 11, 100n], [small, 100, 50n]]),
    list('comp', [[twin, 3, 500n], [small, 99, 10n], [whale, 120, 1n]]),
    list('dai', [[whale, 10, 1_000n], [fund, 101, 7n]]),
  ]

  it('counts the hundred largest, and the largest hundredth beside them', () => {
    const found = superusers(lists, [], apart)
    // The whale: 1st and 10th, and 120th, which is neither; the small one 100th and 99th; the fund is 11th, and 101st too low.
    expect(found.map(({ account: one, among }) => [one, among])).toEqual([[whale, { hundred: 2, hundredth: 2 }], [small, { hundred: 2, hundredth: 0 }]])
    expect(found[0]?.holdings.map(({ rank, share, among }) => [rank, share, among])).toEqual([[1, 0.2, ['hundred', 'hundredth']], [120, 0.0001, []], [10, 0.1, ['hundred', 'hundredth']]])
    // 0.2 + 0.1; what it has as the 120th is not among the largest.
    expect(found[0]?.shareSum).toBeCloseTo(0.3, 15)
  })

  it('an owner’s addresses count together in every protocol, by the largest of them', () => {
    const [first] = superusers(lists, [], { representatives: new Map([[whale, whale], [twin, whale]]), names: new Map([[twin, 'Fund II']]) })
    expect(first).toMatchObject({ account: whale, addresses: [whale, twin], name: 'Fund II', among: { hundred: 3, hundredth: 3 } })
    // 500 as the twin and 1 as the whale, of 10,000.
    expect(first?.holdings[1]).toEqual({ protocol: 'comp', rank: 3, amount: 501n, share: 0.0501, among: ['hundred', 'hundredth'] })
  })

  it('nobody is large in several places where there is one, or none', () => {
    expect(superusers(lists.slice(0, 1), [], apart)).toEqual([])
    expect(superusers([], [], apart)).toEqual([])
  })
})

describe('who is large in several pools', () => {
  const stake = (holder: Address, rank: number, value: bigint, fees: bigint, dollar: boolean) => ({ account: holder, rank, value: { quote: value, ether: value, dollar: dollar ? 2n * value : null }, fees: { quote: fees, ether: fees, dollar: dollar ? 2n * fees : null } })
  const pool = (index: number, stakes: PoolStakes['stakes'], demo = false): PoolStakes => ({ protocol: 'uni', protocolName: 'UNI', demo, pool: account(index), name: `pool ${index}`, stakes })
  // Three providers each: the largest third is one.
  const pools = [
    pool(0xa1, [stake(whale, 1, 60n, 9n, true), stake(fund, 2, 30n, 0n, true), stake(small, 3, 10n, 1n, true)]),
    pool(0xa2, [stake(whale, 1, 150n, 10n, false), stake(small, 2, 100n, 30n, false), stake(fund, 3, 50n, 0n, false)]),
  ]

  it('with shares in each, and of all together in a currency that all have', () => {
    const found = superusers([], pools, apart)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ account: whale, largeIn: 2, pools: [{ rank: 1, isLarge: true, liquidity: 0.6, fees: 0.9 }, { rank: 1, isLarge: true, liquidity: 0.5, fees: 0.25 }] })
    // In ether, because one pool has no price in dollars: (60 + 150) / (100 + 300), (9 + 10) / (10 + 40).
    expect(found[0]?.ofAll).toEqual({ currency: 'ether', liquidity: 0.525, fees: 0.38 })
  })

  it('adds nothing up that has no price in common, and no made-up pool to real ones', () => {
    const unpriced = { quote: 5n, ether: null, dollar: null }
    const third = pool(0xa3, [{ account: fund, rank: 1, value: unpriced, fees: unpriced }])
    expect(superusers([], [...pools, third], apart)[0]?.ofAll).toBeNull()
    expect(superusers([], [...pools, { ...third, demo: true }], apart)[0]?.ofAll?.liquidity).toBe(0.525)
  })
})

it('owners with several addresses are on a list once', () => {
  const top = list('uni', [[whale, 1, 9n], [twin, 2, 8n], [fund, 100, 1n]])
  const { members: found, holders } = toLargestOwners(top, { representatives: new Map([[whale, whale], [twin, whale]]) })
  expect([...found.hundred]).toEqual([whale, fund])
  expect([...found.hundredth]).toEqual([whale])
  expect(holders).toBe(1_000)
})
