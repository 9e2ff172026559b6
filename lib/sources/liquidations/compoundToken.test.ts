import { encodeFunctionData, keccak256, parseAbi, toBytes } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import { addCompoundMarket, openCompoundMarket } from '@/tests/compoundMarket'
import { act, ask } from '@/tests/contracts'
import { toWrapper } from '@/tests/sourceChain'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { compoundToken } from './compoundToken'

const unit = 10n ** 18n
const [lender, borrower, liquidator] = [toAccount(1), toAccount(2), toAccount(3)]
const abi = parseAbi([
  'function transfer(address to, uint256 amount) returns (bool)',
  'function approve(address spender, uint256 amount) returns (bool)',
  'function balanceOf(address) view returns (uint256)',
  'function enterMarkets(address[] cTokens) returns (uint256[])',
  'function mint(uint256 mintAmount) returns (uint256)',
  'function borrow(uint256 borrowAmount) returns (uint256)',
  'function liquidateBorrow(address borrower, uint256 repayAmount, address cTokenCollateral) returns (uint256)',
  'function _setCloseFactor(uint256) returns (uint256)',
  'function _setLiquidationIncentive(uint256) returns (uint256)',
  'function _setCollateralFactor(address cToken, uint256 factor) returns (uint256)',
])

let chain: TokenChain
let logs: Log[] = []
beforeAll(async () => void (chain = await startTokenChain()))
afterAll(() => chain?.stop())

const run = async (from: Address, to: Address, functionName: string, args: readonly unknown[]) =>
  (logs = await act(chain, from, to, encodeFunctionData({ abi, functionName, args } as never)))

it('tells who lost which cTokens to whom, as balances say', async () => {
  const market = await openCompoundMarket(chain)
  const { cToken, comptroller } = market
  const lent = await addCompoundMarket(chain, market)
  const balanceOf = (account: Address) => ask(chain, cToken, abi, 'balanceOf', [account]) as Promise<bigint>
  for (const account of [lender, borrower, liquidator]) {
    await run(deployer, chain.token, 'transfer', [account, 1_000n * unit])
    for (const spender of [cToken, lent]) await run(account, chain.token, 'approve', [spender, 2n ** 256n - 1n])
  }
  await run(deployer, comptroller, '_setCloseFactor', [unit / 2n])
  await run(deployer, comptroller, '_setLiquidationIncentive', [(unit * 108n) / 100n])
  await run(lender, lent, 'mint', [500n * unit])
  await run(borrower, cToken, 'mint', [100n * unit])
  await run(borrower, comptroller, 'enterMarkets', [[cToken, lent]])
  await run(borrower, lent, 'borrow', [70n * unit])
  // 70 of 100 were allowed at three quarters; at a half they are 20 too many.
  await run(deployer, comptroller, '_setCollateralFactor', [cToken, unit / 2n])
  const before = await balanceOf(borrower)
  await run(liquidator, lent, 'liquidateBorrow', [borrower, 10n * unit, cToken])
  const wrapper = toWrapper('compoundToken', { address: cToken, assets: [chain.token], contracts: { lent } })
  const [own, filter] = compoundToken.logs(wrapper)
  const written = logs.filter(({ address, topics }) => address === filter!.address && filter!.topics.includes(topics[0] as never))
  expect([own!.address, written.length]).toEqual([cToken, 1])
  const liquidation = compoundToken.toLiquidation(wrapper, written[0]!)!
  expect(liquidation).toMatchObject({ contract: cToken, borrower, liquidator, token: cToken, debt: lent, repaid: 10n * unit })
  expect(liquidation.seized).toBe(before - (await balanceOf(borrower)))
  expect(liquidation.seized).toBe(await balanceOf(liquidator))
  // 10 UNI and 8 per cent are 10.8 UNI: at 0.02 UNI each 540 cUNI (8 decimals). Nobody borrows in this market: no interest makes them dearer.
  expect(liquidation.seized).toBe(540n * 10n ** 8n)
  // In the collateral's market 100 UNI lie for 5,000 cUNI and nobody borrowed: 540 of these are 10.8 UNI.
  const books = { getCash: String(100n * unit), totalBorrows: '0', totalReserves: '0', totalSupply: String(5_000n * 10n ** 8n) }
  expect(compoundToken.toAmount(liquidation, books)).toBe((108n * unit) / 10n)
  expect(compoundToken.toAmount(liquidation, null)).toBeNull()
  // Of another market's collateral it says nothing, and of another event it is none.
  expect(compoundToken.toLiquidation({ ...wrapper, address: lender }, written[0]!)).toBeNull()
  expect(() => compoundToken.toLiquidation(wrapper, logs.find(({ topics }) => topics[0] !== filter!.topics[0])!)).toThrow('is no LiquidateBorrow')
})

it('asks the market itself and those that the wrapper names', () => {
  const filters = compoundToken.logs(toWrapper('compoundToken', { address: lender, assets: [borrower], contracts: { ether: liquidator } }))
  expect(filters.map(({ address }) => address)).toEqual([lender, liquidator])
  expect(filters[0]!.topics).toEqual([keccak256(toBytes('LiquidateBorrow(address,address,uint256,address,uint256)'))])
})
