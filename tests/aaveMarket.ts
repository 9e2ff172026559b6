import { encodeFunctionData, parseAbi, type Abi } from 'viem'
import { addressSchema, zeroAddress, type Address } from '@/lib/domain/address'
import { reserveDataAbi } from '@/lib/sources/aaveToken'
import { act, ask } from './contracts'
import { loadLinked } from './linkedArtifact'
import { deployer, type TokenChain } from './tokenChain'

const ownAbi = parseAbi([
  'function supply(address asset, uint256 amount, address onBehalfOf, uint16 referralCode)',
  'function withdraw(address asset, uint256 amount, address to) returns (uint256)',
  'function borrow(address asset, uint256 amount, uint256 interestRateMode, uint16 referralCode, address onBehalfOf)',
  'function repay(address asset, uint256 amount, uint256 interestRateMode, address onBehalfOf) returns (uint256)',
  'function mintToTreasury(address[] assets)',
  'function setUserUseReserveAsCollateral(address asset, bool useAsCollateral)',
  'function transfer(address to, uint256 amount) returns (bool)',
  'function approve(address spender, uint256 amount) returns (bool)',
  'function balanceOf(address) view returns (uint256)',
  'function scaledBalanceOf(address) view returns (uint256)',
  'function scaledTotalSupply() view returns (uint256)',
])
export const aaveAbi = [...ownAbi, ...reserveDataAbi] as const

/** A whole Aave v3 market with one reserve: the chain's UNI. A tenth of the interest is the treasury's. */
export async function openAaveMarket(chain: TokenChain, treasury: Address, incentives: Address = zeroAddress) {
  const logic = 'protocol/libraries/logic'
  const deploy = (path: string, args: readonly unknown[] = [], libraries?: Record<string, Address>) => chain.deploy(loadLinked('@aave/core-v3', path, libraries), args)
  const libraries: Record<string, Address> = {}
  for (const name of ['BorrowLogic', 'SupplyLogic', 'LiquidationLogic', 'EModeLogic', 'BridgeLogic', 'ConfiguratorLogic', 'PoolLogic', 'FlashLoanLogic'])
    libraries[name] = await deploy(`${logic}/${name}`, [], libraries)

  const provider = await deploy('protocol/configuration/PoolAddressesProvider', ['Test market', deployer])
  const run = (to: Address, signature: string, args: readonly unknown[]) => {
    const abi = parseAbi([`function ${signature}`] as never) as Abi
    return act(chain, deployer, to, encodeFunctionData({ abi, args }))
  }
  const find = async (signature: string) => addressSchema.parse(await ask(chain, provider, parseAbi([`function ${signature} view returns (address)`] as never) as Abi))
  await run(provider, 'setACLAdmin(address)', [deployer])
  const acl = await deploy('protocol/configuration/ACLManager', [provider])
  await run(provider, 'setACLManager(address)', [acl])
  await run(acl, 'addPoolAdmin(address)', [deployer])
  const oracle = await deploy('mocks/oracle/PriceOracle')
  await run(oracle, 'setAssetPrice(address,uint256)', [chain.token, 10n ** 8n])
  await run(provider, 'setPriceOracle(address)', [oracle])
  await run(provider, 'setPoolImpl(address)', [await deploy('protocol/pool/Pool', [provider], libraries)])
  await run(provider, 'setPoolConfiguratorImpl(address)', [await deploy('protocol/pool/PoolConfigurator', [], libraries)])
  const pool = await find('getPool()')
  const configurator = await find('getPoolConfigurator()')

  const ray = 10n ** 27n
  const rates = [(ray * 8n) / 10n, 0n, ray / 25n, (ray * 3n) / 4n, ray / 50n, (ray * 3n) / 4n, ray / 50n, ray / 20n, ray / 5n]
  const strategy = await deploy('protocol/pool/DefaultReserveInterestRateStrategy', [provider, ...rates])
  const receipts = []
  for (const name of ['AToken', 'StableDebtToken', 'VariableDebtToken']) receipts.push(await deploy(`protocol/tokenization/${name}`, [pool]))
  const names = ['Aave UNI', 'aUNI', 'Variable debt UNI', 'vUNI', 'Stable debt UNI', 'sUNI']
  await run(configurator, 'initReserves((address,address,address,uint8,address,address,address,address,string,string,string,string,string,string,bytes)[])', [
    [[...receipts, 18, strategy, chain.token, treasury, incentives, ...names, '0x']],
  ])
  await run(configurator, 'configureReserveAsCollateral(address,uint256,uint256,uint256)', [chain.token, 8000n, 8500n, 10_500n])
  await run(configurator, 'setReserveBorrowing(address,bool)', [chain.token, true])
  await run(configurator, 'setReserveFactor(address,uint256)', [chain.token, 1000n])
  const reserve = (await ask(chain, pool, aaveAbi, 'getReserveData', [chain.token])) as { aTokenAddress: string; variableDebtTokenAddress: string }
  return { pool, aToken: addressSchema.parse(reserve.aTokenAddress), debtToken: addressSchema.parse(reserve.variableDebtTokenAddress), provider, implementation: receipts[0]! }
}
