import { encodeFunctionData, keccak256, parseAbi, toBytes } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Log } from '@/lib/chain/log'
import { addressSchema, type Address } from '@/lib/domain/address'
import { openAaveMarket } from '@/tests/aaveMarket'
import { openAaveV2Market } from '@/tests/aaveV2Market'
import { act, ask } from '@/tests/contracts'
import { toWrapper } from '@/tests/sourceChain'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { aaveToken } from './aaveToken'

const unit = 10n ** 18n
const [lender, borrower, liquidator, treasury] = [toAccount(1), toAccount(2), toAccount(3), toAccount(99)]
const abi = parseAbi([
  'function transfer(address to, uint256 amount) returns (bool)',
  'function approve(address spender, uint256 amount) returns (bool)',
  'function balanceOf(address) view returns (uint256)',
  'function deposit(address asset, uint256 amount, address onBehalfOf, uint16 referralCode)',
  'function borrow(address asset, uint256 amount, uint256 interestRateMode, uint16 referralCode, address onBehalfOf)',
  'function liquidationCall(address collateralAsset, address debtAsset, address user, uint256 debtToCover, bool receiveAToken)',
  'function configureReserveAsCollateral(address asset, uint256 ltv, uint256 liquidationThreshold, uint256 liquidationBonus)',
  'function getPoolConfigurator() view returns (address)',
])

let chain: TokenChain
beforeAll(async () => void (chain = await startTokenChain()))
afterAll(() => chain?.stop())

const run = (from: Address, to: Address, functionName: string, args: readonly unknown[]): Promise<Log[]> =>
  act(chain, from, to, encodeFunctionData({ abi, functionName, args } as never))

/** Someone borrows 70 against 100, then 60 % is all that is allowed, and a liquidator pays 20 of it for 21. */
async function liquidate(pool: Address, configurator: Address) {
  const balanceOf = (account: Address) => ask(chain, chain.token, abi, 'balanceOf', [account]) as Promise<bigint>
  for (const account of [lender, borrower, liquidator]) {
    await run(deployer, chain.token, 'transfer', [account, 1_000n * unit])
    await run(account, chain.token, 'approve', [pool, 2n ** 256n - 1n])
  }
  await run(lender, pool, 'deposit', [chain.token, 500n * unit, lender, 0])
  await run(borrower, pool, 'deposit', [chain.token, 100n * unit, borrower, 0])
  await run(borrower, pool, 'borrow', [chain.token, 70n * unit, 2n, 0, borrower])
  await run(deployer, configurator, 'configureReserveAsCollateral', [chain.token, 5_000n, 6_000n, 10_500n])
  const before = await balanceOf(liquidator)
  const logs = await run(liquidator, pool, 'liquidationCall', [chain.token, chain.token, borrower, 20n * unit, false])
  return { logs, gained: (await balanceOf(liquidator)) - before }
}

async function check(wrapper: ReturnType<typeof toWrapper>, { logs, gained }: Awaited<ReturnType<typeof liquidate>>) {
  const [filter] = aaveToken.logs(wrapper)
  const written = logs.filter(({ address, topics }) => address === filter!.address && filter!.topics.includes(topics[0] as never))
  expect(written).toHaveLength(1)
  const liquidation = aaveToken.toLiquidation(wrapper, written[0]!)!
  // Of what is owed 20 are paid for 5 per cent more of the same token: 21.
  expect(liquidation).toMatchObject({ contract: wrapper.address, borrower, liquidator, token: chain.token, debt: chain.token, repaid: 20n * unit, seized: 21n * unit })
  expect(gained).toBe(liquidation.seized - liquidation.repaid!)
  expect(aaveToken.toLiquidation({ ...wrapper, assets: [lender] }, written[0]!)).toBeNull()
}

it('tells the liquidations of Aave v3', async () => {
  const { pool, aToken, provider } = await openAaveMarket(chain, treasury)
  const configurator = addressSchema.parse(await ask(chain, provider, abi, 'getPoolConfigurator'))
  await check(toWrapper('aaveToken', { address: aToken, assets: [chain.token], contracts: { pool } }), await liquidate(pool, configurator))
})

it('tells the liquidations of Aave v2', async () => {
  const { pool, aToken, configurator } = await openAaveV2Market(chain, treasury)
  await check(toWrapper('aaveToken', { address: aToken, assets: [chain.token], contracts: { lendingPool: pool } }), await liquidate(pool, configurator))
})

it('asks the pool that the wrapper names, and nobody where it names none', () => {
  expect(aaveToken.logs(toWrapper('aaveToken', { address: lender, assets: [borrower] }))).toEqual([])
  const [filter] = aaveToken.logs(toWrapper('aaveToken', { address: lender, assets: [borrower], contracts: { pool: liquidator } }))
  expect(filter).toEqual({ address: liquidator, topics: [keccak256(toBytes('LiquidationCall(address,address,address,uint256,uint256,address,bool)'))] })
})
