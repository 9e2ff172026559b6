import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import type { Address } from '@/lib/domain/address'
import { addCompoundMarket, openCompoundMarket } from '@/tests/compoundMarket'
import { comp, compOf, compRewardsAbi, placeComp, runCompound } from '@/tests/compoundRewards'
import { ask } from '@/tests/contracts'
import { readBook, readLogs, readOwed } from '@/tests/rewardBooks'
import { toWrapper } from '@/tests/sourceChain'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { toProgramPlaces } from './registry'

const unit = 10n ** 18n
const [ann, bob, carl, grantee] = [1, 2, 3, 4].map(toAccount) as [Address, Address, Address, Address]

let chain: TokenChain
let reader: ChainReader
let comptroller: Address
let [first, second]: Address[] = []

const run = (from: Address, to: Address, functionName: string, args: readonly unknown[] = []) => runCompound(chain, from, to, functionName, args)
const wrapperOf = (market: Address) =>
  toWrapper('compoundToken', { address: market, name: 'Market', assets: [chain.token], contracts: { comptroller, rewardsToken: comp } })
const isLent = 0
const isBorrowed = 1

/** By account, what a side of a market was paid. */
async function sumPaid(market: Address, side: number): Promise<Map<Address, bigint>> {
  const sums = new Map<Address, bigint>()
  for (const { account, amount } of (await readBook(chain, wrapperOf(market), side)).payments()) sums.set(account, (sums.get(account) ?? 0n) + amount)
  return sums
}

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  await placeComp(chain)
  const market = await openCompoundMarket(chain)
  comptroller = market.comptroller
  ;[first, second] = [market.cToken, await addCompoundMarket(chain, market)]
  for (const account of [ann, bob, carl]) {
    await run(deployer, chain.token, 'transfer', [account, 1_000n * unit])
    for (const spender of [first, second]) await run(account, chain.token, 'approve', [spender!, 2n ** 256n - 1n])
    await run(account, comptroller, 'enterMarkets', [[first, second]])
  }
  await run(ann, first!, 'mint', [300n * unit])
  await run(bob, first!, 'mint', [100n * unit])
  await run(bob, first!, 'borrow', [10n * unit])
  await run(deployer, comptroller, '_setCompRate', [unit])
  await run(deployer, comptroller, '_addCompMarkets', [[first, second]])
}, 60_000)
afterAll(() => chain?.stop())

describe('what Compound’s Comptroller pays', () => {
  it('is nothing as long as it merely adds up', async () => {
    // All that is borrowed is of the first market: from the block of _addCompMarkets on, one COMP a block goes to its lenders. 400 are lent, 300 of them by ann.
    await chain.mine(99)
    await run(ann, comptroller, 'claimComp', [ann])
    expect(await compOf(chain, ann)).toBe(0n)
    const wrapper = wrapperOf(first!)
    const book = await readBook(chain, wrapper, isLent)
    expect(book.payments()).toEqual([])
    // 100 blocks, three quarters of them. This market was used before COMP came to it: its index begins at 0 and ann's at 1, and so 1 is missing for each unit of
    // her cTokens, 300 / 0.02 with 8 decimals.
    const owed = book.accrued(ann)!
    expect(owed.own).toBe(75n * unit - 15_000n * 10n ** 8n)
    expect(owed).toEqual({ own: await ask(chain, comptroller, compRewardsAbi, 'compAccrued', [ann]), all: owed.own })
    expect(await readOwed({ ...chain, reader }, wrapper, ann, Number(await chain.rpc.call('eth_blockNumber')), isLent)).toBe(owed.own)
    expect(await readOwed({ ...chain, reader }, wrapper, ann, Number(await chain.rpc.call('eth_blockNumber')), isBorrowed)).toBe(0n)
  })

  it('is paid by transfer, on both sides of several markets at once: of each what it had added up there', async () => {
    await run(deployer, comp, 'transfer', [comptroller, 100_000n * unit])
    // Bob owed before he was added up for: his debt counts from its next touch on. Carl lends to the second market and owes it as much as bob owes the first.
    await run(bob, first!, 'borrow', [10n * unit])
    await run(carl, second!, 'mint', [100n * unit])
    await run(carl, second!, 'borrow', [20n * unit])
    await run(bob, second!, 'mint', [100n * unit])
    await run(deployer, comptroller, 'refreshCompSpeeds')
    await run(carl, second!, 'borrow', [unit])
    await chain.mine(200)
    await run(bob, first!, 'repayBorrow', [5n * unit])
    await run(ann, first!, 'transfer', [carl, 1_000n * 10n ** 8n])
    await chain.mine(50)
    for (const account of [ann, bob, carl]) await run(account, comptroller, 'claimComp', [account])
    const programs = await Promise.all([first!, second!].flatMap((market) => [isLent, isBorrowed].map((side) => sumPaid(market, side))))
    for (const account of [ann, bob, carl]) {
      const parts = programs.map((sums) => sums.get(account) ?? 0n)
      // Nobody had COMP: what each has is what it was paid.
      expect([account, parts.reduce((sum, part) => sum + part, 0n)]).toEqual([account, await compOf(chain, account)])
    }
    const [lentFirst, owedFirst, lentSecond, owedSecond] = programs as [Map<Address, bigint>, Map<Address, bigint>, Map<Address, bigint>, Map<Address, bigint>]
    expect([...owedFirst.keys(), ...owedSecond.keys()]).toEqual([bob, carl])
    expect([...lentFirst.keys()].sort()).toEqual([ann, bob, carl])
    // Bob and carl have lent as much to the second market since its first COMP: both were paid the same, but for the blocks between their claims.
    const [bobs, carls] = [lentSecond.get(bob)!, lentSecond.get(carl)!]
    expect(lentSecond.size).toBe(2)
    expect(Number(bobs) / Number(carls)).toBeCloseTo(1, 1)
    // Both sides of a market are given as much: what two lenders got is what the one borrower got, but for the first block and the last ones.
    expect(Number(bobs + carls) / Number(owedSecond.get(carl)!)).toBeCloseTo(1, 1)
  })

  it('is not what governance grants from it', async () => {
    const grant = 7n * unit
    const wrapper = wrapperOf(first!)
    const count = (await readBook(chain, wrapper, isLent)).payments().length
    // Later Comptrollers log a grant after its transfer: the one that was published here has none, so its log stands in for it.
    const { source } = toProgramPlaces(wrapper)[isLent]!
    const book = source.open(wrapper)
    const logs = await readLogs(chain, source.logs(wrapper))
    for (const log of logs) book.add(log)
    const paid = logs.findLast(({ address }) => address === comp)!
    const word = (value: bigint | Address) => BigInt(value).toString(16).padStart(64, '0')
    const later = paid.blockNumber + 1
    // Ann has accrued enough that a transfer to her alone would count as a reward.
    const accrued = logs.find(({ topics }) => topics[2]?.endsWith(ann.slice(2)))!
    book.add({ ...accrued, blockNumber: later, logIndex: 0, data: `0x${word(grant)}${word(0n)}` })
    book.add({ ...paid, blockNumber: later, logIndex: 1, topics: [paid.topics[0]!, paid.topics[1]!, `0x${word(ann)}`], data: `0x${word(grant)}` })
    book.add({ ...paid, address: comptroller, blockNumber: later, logIndex: 2, topics: ['0x98b2f82a3a07f223a0be64b3d0f47711c64dccd1feafb94aa28156b38cd9695c'], data: `0x${word(ann)}${word(grant)}` })
    expect(book.payments()).toHaveLength(count)
    expect(book.accrued(ann)!.own).toBeGreaterThanOrEqual(grant)
    expect(book.accrued(grantee)).toEqual({ own: 0n, all: 0n })
  })

  it('stakes are cTokens and debts, as the markets say them', async () => {
    const wrapper = wrapperOf(first!)
    const [lent, borrowed] = toProgramPlaces(wrapper)
    expect(lent!.source.stakes(wrapper)).toEqual({ ledger: first, without: first })
    expect([lent!.program.isDebt, borrowed!.program]).toEqual([false, { stakeToken: chain.token, rewardToken: comp, isDebt: true }])
    const stakes = borrowed!.source.stakes(wrapper)
    if (!('logs' in stakes)) throw new Error('debts are told by logs')
    const changes = stakes.toChanges(await readLogs(chain, stakes.logs))
    // Bob borrowed 10 and 10 and paid back 5; what he owes since has grown by interest alone.
    expect(changes.map(({ account }) => account)).toEqual([bob, bob, bob])
    const debt = changes.reduce((sum, { change }) => sum + change, 0n)
    expect(changes[0]!.change).toBe(10n * unit)
    expect(Number(debt) / Number(15n * unit)).toBeCloseTo(1, 3)
    expect(toProgramPlaces({ ...wrapper, contracts: {} })).toEqual([])
  })
})
