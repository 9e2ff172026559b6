import { encodeFunctionData, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { loadStakingRewards } from '@/lib/demo/artifact'
import type { Address } from '@/lib/domain/address'
import { wrapperSchema } from '@/lib/domain/protocol'
import { addCompoundMarket, compoundAbi, openCompoundMarket } from '@/tests/compoundMarket'
import { act, ask } from '@/tests/contracts'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { syncProtocol } from '../syncProtocol'
import { takeSnapshots } from '../takeSnapshots'
import { makeFarming } from './makeFarming'
import { loadLiquidations } from './loadLiquidations'

const unit = 10n ** 18n
const day = 86_400
const abi = parseAbi([
  'function stake(uint256 amount)', 'function withdraw(uint256 amount)', 'function getReward()', 'function exit()', 'function notifyRewardAmount(uint256 reward)',
  'function setRewardsDuration(uint256 duration)', 'function transfer(address to, uint256 amount) returns (bool)', 'function approve(address spender, uint256 amount) returns (bool)',
  'function balanceOf(address) view returns (uint256)', 'function mint(address to) returns (uint256)', 'function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes data)',
  'function getReserves() view returns (uint112, uint112, uint32)', 'function liquidateBorrow(address borrower, uint256 repayAmount, address cTokenCollateral) returns (uint256)',
  'function _setCloseFactor(uint256) returns (uint256)', 'function _setLiquidationIncentive(uint256) returns (uint256)', 'function _setCollateralFactor(address cToken, uint256 factor) returns (uint256)',
])
const [seller, compounder, giver, keeper, late, borrower, liquidator] = [1, 2, 3, 4, 5, 6, 7].map(toAccount) as [Address, Address, Address, Address, Address, Address, Address]
const crowd = Array.from({ length: 30 }, (_, nth) => toAccount(100 + nth))
const friend = toAccount(500)

let chain: TokenChain
let reader: ChainReader
let server: OpenTestDatabase
let protocol: TrackedProtocol
let rewards: Address
let paid: Map<Address, bigint>

const run = (from: Address, to: Address, functionName: string, args: readonly unknown[] = [], seconds = 12) =>
  act(chain, from, to, encodeFunctionData({ abi: [...abi, ...compoundAbi], functionName, args } as never), seconds)
const balanceOf = (token: Address, account: Address) => ask(chain, token, abi, 'balanceOf', [account]) as Promise<bigint>

/** Several calls of an account in one block, as a router makes them. */
async function together(from: Address, calls: readonly (readonly [to: Address, functionName: string, args: readonly unknown[]])[]) {
  for (const [to, functionName, args] of calls) await chain.send(from, to, encodeFunctionData({ abi, functionName, args } as never))
  await chain.mine()
}

/** Whoever adds so much of both tokens at price 1 gets as many shares, less the 1,000 units of the first. */
const provide = (account: Address, amount: bigint) =>
  together(account, [[chain.token, 'transfer', [chain.pair, amount]], [chain.other, 'transfer', [chain.pair, amount]], [chain.pair, 'mint', [account]]])

/** Fetches what an account has earned. @returns how much came */
async function fetch(account: Address): Promise<bigint> {
  const before = await balanceOf(chain.token, account)
  await run(account, rewards, 'getReward')
  const got = (await balanceOf(chain.token, account)) - before
  paid.set(account, (paid.get(account) ?? 0n) + got)
  return got
}

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  server = await openTestDatabase()
  paid = new Map()
  const market = await openCompoundMarket(chain)
  const lent = await addCompoundMarket(chain, market)
  rewards = await chain.deploy(loadStakingRewards(), [deployer, deployer, chain.token, chain.pair])
  const wrappers = [
    wrapperSchema.parse({ source: 'stakingRewards', address: rewards, name: 'Rewards', firstBlock: 1, assets: [chain.pair, chain.token], contracts: { stakingToken: chain.pair, rewardsToken: chain.token }, fact: 'the test' }),
    wrapperSchema.parse({
      source: 'compoundToken', address: market.cToken, name: 'Compound UNI', firstBlock: 1, assets: [chain.token], contracts: { lent }, fact: 'the test',
      shareToken: { chainId: 31337, address: market.cToken, symbol: 'cUNI', name: 'Compound UNI', decimals: 8, firstBlock: 1 },
    }),
  ]
  protocol = await saveProtocol(server.database, { ...chain.protocol, wrappers }, 0)

  const stakers = [seller, compounder, giver, keeper, late]
  for (const account of [...stakers, ...crowd]) {
    for (const token of [chain.token, chain.other]) await run(deployer, token, 'transfer', [account, 10_000n * unit])
    await provide(account, stakers.includes(account) ? 1_000n * unit : 10n * unit)
    await run(account, chain.pair, 'approve', [rewards, 2n ** 256n - 1n])
    await run(account, rewards, 'stake', [await balanceOf(chain.pair, account)])
  }
  await run(deployer, rewards, 'setRewardsDuration', [100 * day])
  await run(deployer, chain.token, 'transfer', [rewards, 8_640n * unit])
  await run(deployer, rewards, 'notifyRewardAmount', [8_640n * unit])
  await chain.mine(1, 10 * day)

  // The compounder puts all of it into the pool again, and stakes.
  await provide(compounder, await fetch(compounder))
  await run(compounder, rewards, 'stake', [await balanceOf(chain.pair, compounder)])
  // The seller swaps all of it in the block after.
  const sold = await fetch(seller)
  const out = [0n, sold / 2n] as const
  const [own] = [chain.token, chain.other].sort()
  await together(seller, [[chain.token, 'transfer', [chain.pair, sold]], [chain.pair, 'swap', [...(own === chain.token ? out : [...out].reverse()), seller, '0x']]])
  await run(giver, chain.token, 'transfer', [friend, (await fetch(giver)) / 2n])
  await fetch(keeper)
  for (const account of crowd) await fetch(account)
  await chain.mine(35, day)
  // His time is not over at the end.
  await run(late, chain.token, 'transfer', [friend, await fetch(late)])
  await liquidate(market.comptroller, market.cToken, lent)
  await chain.mine(5, day)
  await syncProtocol({ protocol, reader, database: server.database })
  await takeSnapshots({ protocol, reader, database: server.database })
}, 120_000)

afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

/** 70 of 100 are borrowed, then half is all that is allowed; a liquidator pays 10 and takes 10.8. */
async function liquidate(comptroller: Address, cToken: Address, lent: Address) {
  for (const account of [borrower, liquidator]) {
    await run(deployer, chain.token, 'transfer', [account, 1_000n * unit])
    for (const spender of [cToken, lent]) await run(account, chain.token, 'approve', [spender, 2n ** 256n - 1n])
  }
  await run(deployer, comptroller, '_setCloseFactor', [unit / 2n])
  await run(deployer, comptroller, '_setLiquidationIncentive', [(unit * 108n) / 100n])
  await run(liquidator, lent, 'mint', [500n * unit])
  await run(borrower, cToken, 'mint', [100n * unit])
  await run(borrower, comptroller, 'enterMarkets', [[cToken, lent]])
  await run(borrower, lent, 'borrow', [70n * unit])
  await run(deployer, comptroller, '_setCollateralFactor', [cToken, unit / 2n])
  await run(liquidator, lent, 'liquidateBorrow', [borrower, 10n * unit, cToken])
}

describe('rewards, from a chain to what is published', () => {
  it('are by account what balances grew by', async () => {
    const farming = (await makeFarming(server.database, protocol))!
    expect(farming.gaps).toEqual([])
    const [program] = farming.programs
    expect(new Map(program!.each.map(({ account, rewards: got }) => [account, got]))).toEqual(paid)
    // Everybody staked 1,000 or 10; who put back what it got has more than the others, by that.
    expect(program!.each[0]).toMatchObject({ account: compounder, peak: 1_000n * unit + paid.get(compounder)!, payments: 1 })
    expect(program!.stake).toEqual({ symbol: 'UNI-V2', decimals: 18 })
  })

  it('go to tenths of stakers by size: five of 35 have 5,000 of 5,300 and 94 % of what is paid', async () => {
    const [program] = (await makeFarming(server.database, protocol))!.programs
    if (program!.farming.status !== 'ok') throw new Error(program!.farming.reason)
    const { deciles } = program!.farming
    expect(deciles.map(({ stakers }) => stakers)).toEqual([3, 4, 3, 4, 3, 4, 3, 4, 3, 4])
    // The seller was the pair's first provider and has 1,000 units less: the other four are the largest.
    expect(deciles[9]!.rewards).toBe([compounder, giver, keeper, late].reduce((sum, account) => sum + paid.get(account)!, 0n))
    // No receipt was read, and no pool leads to ether: gas is not known, and no 0.
    expect([deciles[9]!.gasWei, deciles[9]!.afterGas]).toEqual([null, null])
    expect(deciles[9]!.beforeGas).toBeGreaterThan(0)
  })

  it('were sold, put to work, given on or kept, as it happened', async () => {
    const { programs, compounding } = (await makeFarming(server.database, protocol))!
    const [program] = programs
    const given = paid.get(giver)! / 2n
    const kept = [keeper, ...crowd].reduce((sum, account) => sum + paid.get(account)!, 0n) + paid.get(giver)! - given
    expect(program!.used).toEqual({ sold: paid.get(seller), worked: paid.get(compounder), given, kept })
    expect(program!.tooSoon).toBe(paid.get(late))
    // Everybody still has what it kept or put to work; the latecomer's was given on at once.
    expect(compounding!.fromRewards).toBe(kept + paid.get(compounder)!)
    expect(compounding!.held).toBeGreaterThan(compounding!.fromRewards)
  })

  it('are by month of those who already were large', async () => {
    const [program] = (await makeFarming(server.database, protocol))!.programs
    // January 2024 has ten days of rewards, February the latecomer's. Of 35 the three largest are a tenth: of four with 1,000 those with the first addresses.
    expect(program!.months.map(({ month }) => month)).toEqual(['2024-01', '2024-02'])
    expect(program!.months.reduce((sum, { rewards: got }) => sum + got, 0n)).toBe([...paid.values()].reduce((sum, got) => sum + got, 0n))
    expect(program!.months[0]!.toLargest).toBe([compounder, giver, keeper].reduce((sum, account) => sum + paid.get(account)!, 0n))
  })
})

describe('liquidations, from a chain to what is published', () => {
  it('tell who lost what, in the token', async () => {
    const liquidations = (await loadLiquidations(server.database, protocol, null))!
    expect(liquidations.gaps).toEqual([])
    expect(liquidations.rows).toHaveLength(1)
    // 540 cUNI at 0.02.
    expect(liquidations.rows[0]).toMatchObject({ borrower, liquidator, repaid: 10n * unit, seized: 540n * 10n ** 8n, amount: (108n * unit) / 10n })
  })
})
