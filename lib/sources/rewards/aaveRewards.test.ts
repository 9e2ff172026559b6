import { encodeFunctionData, type Abi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { zeroAddress, type Address } from '@/lib/domain/address'
import type { Wrapper } from '@/lib/domain/protocol'
import { aaveAbi, openAaveMarket } from '@/tests/aaveMarket'
import { aaveV2Abi, openAaveV2Market } from '@/tests/aaveV2Market'
import { oneToEverythingCode } from '@/tests/compoundMarket'
import { act, ask } from '@/tests/contracts'
import { loadLinked } from '@/tests/linkedArtifact'
import { readBook, readLogs, readOwed } from '@/tests/rewardBooks'
import { toWrapper } from '@/tests/sourceChain'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { toProgramPlaces } from './registry'

const unit = 10n ** 18n
const most = 2n ** 256n - 1n
const [ann, bob, carl, treasury] = [1, 2, 3, 99].map(toAccount) as [Address, Address, Address, Address]
const controllerAbi = loadLinked('@aave/aave-stake', 'stake/AaveIncentivesController').abi
const rewardsAbi = loadLinked('@aave/periphery-v3', 'rewards/RewardsController').abi

let chain: TokenChain
let reader: ChainReader
beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
})
afterAll(() => chain?.stop())

const run = (abi: Abi | readonly unknown[], from: Address, to: Address, functionName: string, args: readonly unknown[] = [], seconds = 12) =>
  act(chain, from, to, encodeFunctionData({ abi: abi as Abi, functionName, args } as never), seconds)
const rewardOf = (account: Address) => ask(chain, chain.other, aaveAbi, 'balanceOf', [account]) as Promise<bigint>
const toNow = async () => {
  const { number, timestamp } = (await chain.rpc.call('eth_getBlockByNumber', 'latest', false)) as { number: string; timestamp: string }
  return { block: Number(number), time: BigInt(timestamp) }
}
const owedTo = async (wrapper: Wrapper, account: Address, nth = 0) => readOwed({ ...chain, reader }, wrapper, account, (await toNow()).block, nth)

/** Ann lends 300 and bob 100, of which he borrows 40, all at an index of 1: their scaled balances are what they lent. */
async function lend(pool: Address, deposit: 'deposit' | 'supply') {
  const abi = [...aaveAbi, ...aaveV2Abi]
  for (const account of [ann, bob]) {
    await run(abi, deployer, chain.token, 'transfer', [account, 400n * unit])
    await run(abi, account, chain.token, 'approve', [pool, most])
    await run(abi, account, pool, deposit, [chain.token, account === ann ? 300n * unit : 100n * unit, account, 0])
  }
  await run(abi, bob, pool, 'borrow', [chain.token, 40n * unit, 2n, 0, bob])
}

/** Lent 300 and 100, owed 40: as the programme's own logs say it. */
async function readStakes(wrapper: Wrapper, nth = 0): Promise<Map<Address, bigint>> {
  const { source } = toProgramPlaces(wrapper)[nth]!
  const stakes = source.stakes(wrapper)
  if (!('logs' in stakes)) throw new Error('scaled balances are told by logs')
  const sums = new Map<Address, bigint>()
  for (const { account, change } of stakes.toChanges(await readLogs(chain, stakes.logs))) sums.set(account, (sums.get(account) ?? 0n) + change)
  return sums
}

describe('what Aave’s incentives pay', () => {
  it('is, in v2, the part of a claim that follows from what was lent and how far its index moved', async () => {
    const controller = await chain.deploy(loadLinked('@aave/aave-stake', 'stake/AaveIncentivesController'), [chain.other, zeroAddress, 0n, deployer])
    await run(controllerAbi, deployer, controller, 'initialize', [deployer, 10n ** 9n, deployer])
    await run(aaveAbi, deployer, chain.other, 'approve', [controller, most])
    const { pool, aToken, debtToken } = await openAaveV2Market(chain, treasury, controller)
    await lend(pool, 'deposit')
    const [supplied, owed] = (await Promise.all([aToken, debtToken].map((token) => ask(chain, token, aaveV2Abi, 'scaledTotalSupply')))) as [bigint, bigint]
    expect(supplied).toBe(400n * unit)
    // 8 a second to lenders, 2 to borrowers.
    await run(controllerAbi, deployer, controller, 'configureAssets', [[
      { emissionPerSecond: 8n * unit, totalStaked: supplied, underlyingAsset: aToken }, { emissionPerSecond: 2n * unit, totalStaked: owed, underlyingAsset: debtToken },
    ]])
    const start = (await toNow()).time
    const wrapper = toWrapper('aaveToken', { address: aToken, assets: [chain.token], contracts: { incentivesController: controller, rewardsToken: chain.other } })
    await chain.mine(1, 1_000)
    const after = (await toNow()).time - start
    // Ann’s are three quarters of 8 a second, bob’s a quarter; he alone owes, which the controller knows and this programme does not count.
    expect(await owedTo(wrapper, ann)).toBe(6n * unit * after)
    expect(await owedTo(wrapper, bob)).toBe(2n * unit * after)
    await run(controllerAbi, ann, controller, 'claimRewards', [[aToken], most, ann, false])
    const annsTime = (await toNow()).time - start
    await run(controllerAbi, bob, controller, 'claimRewards', [[aToken, debtToken], most, carl, false])
    const bobsTime = (await toNow()).time - start
    const payments = (await readBook(chain, wrapper)).payments()
    expect(payments.map(({ account, amount, token }) => [account, amount, token])).toEqual([[ann, 6n * unit * annsTime, chain.other], [bob, 2n * unit * bobsTime, chain.other]])
    expect(await rewardOf(ann)).toBe(6n * unit * annsTime)
    // To carl went both: a quarter of 8, and 2 for the debt.
    const debts = (await rewardOf(carl)) - 2n * unit * bobsTime
    // Rounded down to what his 40 make of an index of 18 decimals.
    expect(2n * unit * bobsTime - debts).toBeLessThan(100n)
    expect(await owedTo(wrapper, bob)).toBe(0n)
    expect(await readStakes(wrapper)).toEqual(new Map([[ann, 300n * unit], [bob, 100n * unit]]))
  })

  it('is, in v3, what has accrued for each asset, on both sides', async () => {
    const controller = await chain.deploy(loadLinked('@aave/periphery-v3', 'rewards/RewardsController'), [])
    await run(rewardsAbi, deployer, controller, 'initialize', [deployer])
    const { pool, aToken, debtToken } = await openAaveMarket(chain, treasury, controller)
    await lend(pool, 'supply')
    const strategy = await chain.deploy(loadLinked('@aave/periphery-v3', 'rewards/transfer-strategies/PullRewardsTransferStrategy'), [controller, deployer, deployer])
    await run(aaveAbi, deployer, chain.other, 'approve', [strategy, most])
    const oracle = await chain.deploy({ name: 'oracle', abi: [], bytecode: `0x${oneToEverythingCode}` }, [])
    const end = Number((await toNow()).time) + 10 ** 8
    const toConfig = (asset: Address, emissionPerSecond: bigint) => ({ emissionPerSecond, totalSupply: 0n, distributionEnd: end, asset, reward: chain.other, transferStrategy: strategy, rewardOracle: oracle })
    await run(rewardsAbi, deployer, controller, 'configureAssets', [[toConfig(aToken, 8n * unit), toConfig(debtToken, 2n * unit)]])
    const start = (await toNow()).time
    const wrapper = toWrapper('aaveToken', { address: aToken, assets: [chain.token], contracts: { rewardsController: controller, rewardsToken: chain.other, debtToken } })
    expect(toProgramPlaces(wrapper).map(({ source, program }) => [source.id, program.stakeToken, program.isDebt])).toEqual([['aaveLent', aToken, false], ['aaveBorrowed', debtToken, true]])
    await chain.mine(1, 1_000)
    const after = (await toNow()).time - start
    expect([await owedTo(wrapper, ann), await owedTo(wrapper, bob)]).toEqual([6n * unit * after, 2n * unit * after])
    const before = { ann: await rewardOf(ann), bob: await rewardOf(bob) }
    // Bob takes some more in between: that accrues and pays nothing.
    await run(aaveAbi, bob, pool, 'supply', [chain.token, unit, bob, 0])
    expect((await readBook(chain, wrapper)).payments()).toEqual([])
    expect(await owedTo(wrapper, bob)).toBe(2n * unit * ((await toNow()).time - start))
    await run(rewardsAbi, ann, controller, 'claimAllRewards', [[aToken, debtToken], ann])
    await run(rewardsAbi, bob, controller, 'claimAllRewards', [[aToken, debtToken], bob])
    const [lent, borrowed] = await Promise.all([0, 1].map(async (nth) => (await readBook(chain, wrapper, nth)).payments()))
    expect(lent!.map(({ account }) => account)).toEqual([ann, bob])
    expect(lent![0]!.amount).toBe((await rewardOf(ann)) - before.ann)
    expect(borrowed!.map(({ account }) => account)).toEqual([bob])
    expect(lent![1]!.amount + borrowed![0]!.amount).toBe((await rewardOf(bob)) - before.bob)
    // He alone owes: 2 a second, rounded down to what 40 make of an index of 18 decimals.
    const bobsTime = (await toNow()).time - start
    expect(2n * unit * bobsTime - borrowed![0]!.amount).toBeLessThan(100n)
    expect([await owedTo(wrapper, bob), await owedTo(wrapper, bob, 1)]).toEqual([0n, 0n])
    expect([...(await readStakes(wrapper, 1)).keys()]).toEqual([bob])
  })
})
