import { encodeFunctionData, parseAbi, type Abi } from 'viem'
import { addressSchema, zeroAddress, type Address } from '@/lib/domain/address'
import { act, ask } from './contracts'
import { loadLinked } from './linkedArtifact'
import { deployer, type TokenChain } from './tokenChain'

export const aaveV2Abi = parseAbi([
  'function deposit(address asset, uint256 amount, address onBehalfOf, uint16 referralCode)',
  'function withdraw(address asset, uint256 amount, address to)',
  'function borrow(address asset, uint256 amount, uint256 interestRateMode, uint16 referralCode, address onBehalfOf)',
  'function repay(address asset, uint256 amount, uint256 interestRateMode, address onBehalfOf)',
  'function transfer(address to, uint256 amount) returns (bool)',
  'function approve(address spender, uint256 amount) returns (bool)',
  'function balanceOf(address) view returns (uint256)',
  'function scaledBalanceOf(address) view returns (uint256)',
  'function scaledTotalSupply() view returns (uint256)',
])

/** A whole Aave v2 market with one reserve: the chain's UNI. A tenth of the interest is minted to the treasury whenever the books are touched. */
export async function openAaveV2Market(chain: TokenChain, treasury: Address, incentives: Address = zeroAddress) {
  const libraries: Record<string, Address> = {}
  const deploy = (path: string, args: readonly unknown[] = []) => chain.deploy(loadLinked('@aave/protocol-v2', path, libraries), args)
  for (const name of ['ReserveLogic', 'GenericLogic', 'ValidationLogic']) libraries[name] = await deploy(`protocol/libraries/logic/${name}`)
  const provider = await deploy('protocol/configuration/LendingPoolAddressesProvider', ['Test market'])
  const run = (to: Address, signature: string, args: readonly unknown[]) => {
    const abi = parseAbi([`function ${signature}`] as never) as Abi
    return act(chain, deployer, to, encodeFunctionData({ abi, args }))
  }
  const find = async (signature: string) => addressSchema.parse(await ask(chain, provider, parseAbi([`function ${signature} view returns (address)`] as never) as Abi))
  await run(provider, 'setPoolAdmin(address)', [deployer])
  const prices = await deploy('mocks/oracle/PriceOracle')
  await run(prices, 'setAssetPrice(address,uint256)', [chain.token, 10n ** 18n])
  await run(provider, 'setPriceOracle(address)', [prices])
  await run(provider, 'setLendingRateOracle(address)', [await deploy('mocks/oracle/LendingRateOracle')])
  await run(provider, 'setLendingPoolImpl(address)', [await deploy('protocol/lendingpool/LendingPool')])
  await run(provider, 'setLendingPoolCollateralManager(address)', [await deploy('protocol/lendingpool/LendingPoolCollateralManager')])
  await run(provider, 'setLendingPoolConfiguratorImpl(address)', [await deploy('protocol/lendingpool/LendingPoolConfigurator')])
  const pool = await find('getLendingPool()')
  const configurator = await find('getLendingPoolConfigurator()')

  const ray = 10n ** 27n
  const strategy = await deploy('protocol/lendingpool/DefaultReserveInterestRateStrategy', [provider, (ray * 8n) / 10n, 0n, ray / 25n, (ray * 3n) / 4n, ray / 50n, ray])
  const receipt = await deploy('protocol/tokenization/AToken', [pool, chain.token, treasury, 'Aave UNI', 'aUNI', incentives])
  const stableDebt = await deploy('protocol/tokenization/StableDebtToken', [pool, chain.token, 'Stable debt UNI', 'sUNI', zeroAddress])
  const variableDebt = await deploy('protocol/tokenization/VariableDebtToken', [pool, chain.token, 'Variable debt UNI', 'vUNI', incentives])
  const logs = await run(configurator, 'initReserve(address,address,address,uint8,address)', [receipt, stableDebt, variableDebt, 18, strategy])
  await run(configurator, 'configureReserveAsCollateral(address,uint256,uint256,uint256)', [chain.token, 8000n, 8500n, 10_500n])
  await run(configurator, 'enableBorrowingOnReserve(address,bool)', [chain.token, false])
  await run(configurator, 'setReserveFactor(address,uint256)', [chain.token, 1000n])
  // ReserveInitialized(asset indexed, aToken indexed, stableDebtToken, variableDebtToken, …) is the configurator's last log.
  const { topics, data } = logs.at(-1)!
  return { pool, configurator, debtToken: addressSchema.parse(`0x${data.slice(90, 130)}`), aToken: addressSchema.parse(`0x${topics[2]!.slice(26)}`) }
}
