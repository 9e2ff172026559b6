import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { loadArtifact } from '@/lib/demo/artifact'
import type { Address } from '@/lib/domain/address'
import { inChainOrder } from '@/lib/domain/chainOrder'
import { cometAbi, cometIsMissing, openCometMarket, openCometRewards } from '@/tests/cometMarket'
import { act, ask } from '@/tests/contracts'
import { readBook, readLogs, readOwed } from '@/tests/rewardBooks'
import { toWrapper } from '@/tests/sourceChain'
import { deployer, genesis, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { toProgramPlaces } from './registry'
import type { PaidSums } from './rewardSource'

const unit = 10n ** 18n
const all = 2n ** 256n - 1n
const people = [1, 2, 3, 4, 5].map(toAccount) as [Address, Address, Address, Address, Address]
const [ann, bob, carl, dave, friend] = people
const [isLent, isBorrowed] = [0, 1]

describe.skipIf(cometIsMissing)('rewards of Compound v3, from its real bytecode', () => {
  let chain: TokenChain
  let reader: ChainReader
  let [reward, rewards, first, second]: Address[] = []
  const newest = async () => Number(await chain.rpc.call('eth_blockNumber'))
  let time = 0
  /** So many seconds after the one before, to the second. */
  async function run(from: Address, to: Address, functionName: string, args: readonly unknown[], seconds = 12) {
    await chain.rpc.call('evm_setNextBlockTimestamp', (time += seconds))
    return act(chain, from, to, encodeFunctionData({ abi: cometAbi, functionName, args } as never))
  }
  const read = (to: Address, functionName: string, args: readonly unknown[]) => ask(chain, to, cometAbi, functionName, args)
  const balanceOf = (account: Address) => read(reward!, 'balanceOf', [account]) as Promise<bigint>
  const claimedBy = (market: Address, account: Address) => read(rewards!, 'rewardsClaimed', [market, account]) as Promise<bigint>
  const wrapperOf = (market: Address) =>
    toWrapper('comet', { address: market, name: 'Market', assets: [chain.token], contracts: { cometRewards: rewards!, rewardsToken: reward!, baseToken: chain.other } })
  const sumsOf = async (market: Address): Promise<PaidSums> => ({ block: await newest(), sums: new Map(await Promise.all(people.map(async (account) => [account, await claimedBy(market, account)] as const))) })
  const paymentsOf = async (market: Address, side: number) => (await readBook(chain, wrapperOf(market), side, await sumsOf(market))).payments().map(({ account, amount }) => [account, amount])
  const owedTo = async (market: Address, account: Address, side: number) => readOwed({ ...chain, reader }, wrapperOf(market), account, await newest(), side, await sumsOf(market))
  async function stakesOf(side: number): Promise<Record<string, bigint>> {
    const stakes = toProgramPlaces(wrapperOf(first!))[side]!.source.stakes(wrapperOf(first!))
    if (!('logs' in stakes)) throw new Error('stakes are told by logs')
    const sums: Record<string, bigint> = {}
    for (const { account, change } of stakes.toChanges((await readLogs(chain, stakes.logs)).sort(inChainOrder))) sums[account] = (sums[account] ?? 0n) + change
    return sums
  }

  beforeAll(async () => {
    chain = await startTokenChain()
    reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
    const { token, other } = chain
    reward = await chain.deploy(loadArtifact('uni'), [deployer, deployer, BigInt(genesis + 10 ** 9)])
    // Without interest a thousand lent stay a thousand. Lenders of the first market earn two a second together, its borrowers four; lenders of the second one.
    const terms = { base: other, collateral: [{ asset: token, price: 5n }], yearly: 0n }
    first = (await openCometMarket(chain, { ...terms, speeds: { lent: 2_000n, borrowed: 4_000n } })).comet
    second = (await openCometMarket(chain, { ...terms, speeds: { lent: 1_000n, borrowed: 0n } })).comet
    rewards = await openCometRewards(chain, reward, [first, second])
    time = genesis + 10_000
    await run(deployer, reward, 'transfer', [rewards, 1_000_000n * unit])
    for (const account of people)
      for (const asset of [token, other]) {
        await run(deployer, asset, 'transfer', [account, 10_000n * unit])
        for (const market of [first, second]) await run(account, asset, 'approve', [market, all])
      }
  }, 60_000)
  afterAll(() => chain?.stop())

  it('are by side what accounts received, and what is owed is what getRewardOwed answers', async () => {
    // Of 1,000 Ann and Bob lend a half each: of two a second one is each one's. Dave alone borrows: four a second.
    await run(ann, first!, 'supply', [chain.other, 500n * unit])
    await run(bob, first!, 'supply', [chain.other, 500n * unit], 10)
    await run(dave, first!, 'supply', [chain.token, 200n * unit], 10)
    await run(dave, first!, 'withdraw', [chain.other, 400n * unit], 10)
    // Ann: 10 seconds alone, then one a second for 20 and 100: 20 + 120. Dave: 101 seconds.
    await run(ann, rewards!, 'claim', [first, ann, true], 100)
    expect(await balanceOf(ann)).toBe(140n * unit)
    await run(dave, rewards!, 'claim', [first, dave, true], 1)
    expect(await balanceOf(dave)).toBe(404n * unit)
    expect([await paymentsOf(first!, isLent), await paymentsOf(first!, isBorrowed)]).toEqual([[[ann, 140n * unit]], [[dave, 404n * unit]]])
    // One second later: Bob has one for each of 121 seconds, Ann one and Dave nothing yet.
    expect(await Promise.all([ann, bob, dave].map((account) => owedTo(first!, account, isLent)))).toEqual([unit, 121n * unit, 0n])
    expect(await Promise.all([ann, bob, dave].map((account) => owedTo(first!, account, isBorrowed)))).toEqual([0n, 0n, 0n])
    expect(await stakesOf(isLent)).toEqual({ [ann]: 500n * unit, [bob]: 500n * unit })
    expect(await stakesOf(isBorrowed)).toEqual({ [dave]: 400n * unit })
  })

  it('are for the market that the contract says, and belong to whoever earned them', async () => {
    await run(ann, second!, 'supply', [chain.other, 500n * unit])
    const anns = await balanceOf(ann)
    // Ann alone lends to the second market: one a second, sent on to a friend.
    await run(ann, rewards!, 'claimTo', [second, ann, friend, true], 50)
    await run(ann, rewards!, 'claim', [first, ann, true], 50)
    expect(await balanceOf(friend)).toBe(50n * unit)
    expect(await paymentsOf(second!, isLent)).toEqual([[ann, 50n * unit]])
    expect(await paymentsOf(first!, isLent)).toEqual([[ann, anns], [ann, (await balanceOf(ann)) - anns]])
    expect(await claimedBy(first!, ann)).toBe(await balanceOf(ann))
    // Of whom it did not answer nothing is told, and of payments after it neither.
    const { sums, block } = await sumsOf(first!)
    const silent = await readBook(chain, wrapperOf(first!), isLent, { block, sums: new Map([...sums].filter(([account]) => account !== ann)) })
    expect([silent.payments(), silent.untold!().length]).toEqual([[], 3])
    const early = await readBook(chain, wrapperOf(first!), isLent, { block: block - 1, sums: new Map([...sums, [ann, anns]]) })
    expect([early.payments().map(({ amount }) => amount), early.untold!().map(({ amount }) => amount)]).toEqual([[anns], [(await balanceOf(ann)) - anns]])
  })

  it('that were earned on both sides since the last payment are told of none', async () => {
    // Carl lends, fetches, takes it back and borrows: then he has earned on one side at a time, and with the third claim on both.
    await run(carl, first!, 'supply', [chain.other, 100n * unit])
    await run(carl, rewards!, 'claim', [first, carl, true], 100)
    const lent = await balanceOf(carl)
    await run(carl, first!, 'supply', [chain.token, 100n * unit])
    // 250 are 100 of his own and 150 that he owes.
    await run(carl, first!, 'withdraw', [chain.other, 250n * unit])
    await run(carl, rewards!, 'claim', [first, carl, true], 100)
    const both = (await balanceOf(carl)) - lent
    expect((await stakesOf(isBorrowed))[carl]).toBe(150n * unit)
    expect(await owedTo(first!, carl, isBorrowed)).toBe(0n)
    await run(carl, rewards!, 'claim', [first, carl, true], 100)
    const borrowed = (await balanceOf(carl)) - lent - both
    const carls = (payments: (Address | bigint)[][]) => payments.filter(([account]) => account === carl)
    expect(carls(await paymentsOf(first!, isLent))).toEqual([[carl, lent]])
    expect(carls(await paymentsOf(first!, isBorrowed))).toEqual([[carl, borrowed]])
    for (const side of [isLent, isBorrowed]) {
      const book = await readBook(chain, wrapperOf(first!), side, await sumsOf(first!))
      expect(book.untold!().map(({ account, amount }) => [account, amount])).toEqual([[carl, both]])
    }
    // 200 are the 150 that he owes and 50 that are lent.
    await run(carl, first!, 'supply', [chain.other, 200n * unit])
    expect([(await stakesOf(isLent))[carl], (await stakesOf(isBorrowed))[carl]]).toEqual([50n * unit, 0n])
    expect(await owedTo(first!, carl, isLent)).toMatch(/nothing says for which/)
  })
})

describe.skipIf(cometIsMissing)('stakes in a market of Compound v3 with interest', () => {
  it('are what was put in less what was taken out, and end with nothing', async () => {
    const chain = await startTokenChain()
    const run = (from: Address, to: Address, functionName: string, args: readonly unknown[], seconds?: number) => act(chain, from, to, encodeFunctionData({ abi: cometAbi, functionName, args } as never), seconds)
    const { comet } = await openCometMarket(chain, { base: chain.other, collateral: [{ asset: chain.token, price: 5n }], yearly: unit / 10n })
    for (const account of people)
      for (const asset of [chain.token, chain.other]) {
        await run(deployer, asset, 'transfer', [account, 10_000n * unit])
        await run(account, asset, 'approve', [comet, all])
      }
    await run(ann, comet, 'supply', [chain.other, 1_000n * unit])
    await run(dave, comet, 'supply', [chain.token, 500n * unit])
    await run(dave, comet, 'withdraw', [chain.other, 700n * unit], 1)
    // A year on both have grown: everything is paid back and taken out. In between 333,333 smallest units come and go, of which rounding takes some.
    await run(bob, comet, 'supply', [chain.other, 333_333n], 31_536_000)
    await run(bob, comet, 'withdraw', [chain.other, 333_332n])
    await run(dave, comet, 'supply', [chain.other, all])
    await run(ann, comet, 'withdraw', [chain.other, all])
    const wrapper = toWrapper('comet', { address: comet, assets: [chain.token], contracts: { cometRewards: friend, rewardsToken: chain.token, baseToken: chain.other } })
    for (const [side, ups] of [[isLent, [1_000n * unit, 333_333n]], [isBorrowed, [700n * unit]]] as const) {
      const stakes = toProgramPlaces(wrapper)[side]!.source.stakes(wrapper)
      if (!('logs' in stakes)) throw new Error('stakes are told by logs')
      const changes = stakes.toChanges((await readLogs(chain, stakes.logs)).sort(inChainOrder)).map(({ change }) => change)
      // Whoever was in is out again; what was lent first may be told off by a unit.
      const sum = changes.reduce((total, change) => total + change, 0n)
      expect(sum >= 0n && sum <= 4n).toBe(true)
      for (const [place, up] of ups.entries()) expect([0n, 1n, 2n]).toContain(up - changes.filter((change) => change > 0n)[place]!)
    }
    await chain.stop()
  }, 60_000)
})
