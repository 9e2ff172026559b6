import { readFileSync } from 'node:fs'
import type { Abi } from 'viem'
import { z } from 'zod'
import type { Address } from '@/lib/domain/address'
import { compiledPath } from './contracts/compile'
import { linkLibraries, type LinkReferences } from './linkLibraries'
import { findPackageFile } from './packageFile'

/** A compiled contract: what viem needs to deploy and to call it. */
export interface Artifact {
  name: string
  abi: Abi
  bytecode: `0x${string}`
}

/** Where each contract of the demo chain comes from. Nothing of these packages is copied into the project. */
const published = {
  weth: ['@uniswap/v2-periphery', 'build/WETH9.json'],
  v2Factory: ['@uniswap/v2-core', 'build/UniswapV2Factory.json'],
  v2Pair: ['@uniswap/v2-core', 'build/UniswapV2Pair.json'],
  v2Router: ['@uniswap/v2-periphery', 'build/UniswapV2Router02.json'],
  v3Factory: ['@uniswap/v3-core', 'artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json'],
  v3Pool: ['@uniswap/v3-core', 'artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json'],
  v3Router: ['@uniswap/v3-periphery', 'artifacts/contracts/SwapRouter.sol/SwapRouter.json'],
  v3Positions: ['@uniswap/v3-periphery', 'artifacts/contracts/NonfungiblePositionManager.sol/NonfungiblePositionManager.json'],
  v3Staker: ['@uniswap/v3-staker', 'artifacts/contracts/UniswapV3Staker.sol/UniswapV3Staker.json'],
  uni: ['@uniswap/governance', 'build/Uni.json'],
  governorAlpha: ['@uniswap/governance', 'build/GovernorAlpha.json'],
  uniTimelock: ['@uniswap/governance', 'build/Timelock.json'],
  comp: ['@setprotocol/set-protocol-v2', 'external/abi/compound/Comp.json'],
  compTimelock: ['@setprotocol/set-protocol-v2', 'external/abi/compound/CompoundTimelock.json'],
  compGovernorAlpha: ['@setprotocol/set-protocol-v2', 'external/abi/compound/CompoundGovernorAlpha.json'],
  bravoDelegate: ['@setprotocol/set-protocol-v2', 'external/abi/compound/CompoundGovernorBravoDelegate.json'],
  bravoDelegator: ['@setprotocol/set-protocol-v2', 'external/abi/compound/CompoundGovernorBravoDelegator.json'],
  comptroller: ['@setprotocol/set-protocol-v2', 'external/abi/compound/Comptroller.json'],
  cToken: ['@setprotocol/set-protocol-v2', 'external/abi/compound/CERc20.json'],
  interestRates: ['@setprotocol/set-protocol-v2', 'external/abi/compound/WhitePaperInterestRateModel.json'],
  priceOracle: ['@setprotocol/set-protocol-v2', 'artifacts/contracts/mocks/external/CompoundPriceOracleMock.sol/CompoundPriceOracleMock.json'],
  dollar: ['@setprotocol/set-protocol-v2', 'artifacts/contracts/mocks/StandardTokenMock.sol/StandardTokenMock.json'],
  timelockController: ['@openzeppelin/contracts', 'build/contracts/TimelockController.json'],
  upgradeableProxy: ['@openzeppelin/contracts', 'build/contracts/TransparentUpgradeableProxy.json'],
  vestingWallet: ['@openzeppelin/contracts', 'build/contracts/VestingWallet.json'],
  merkleDistributor: ['@uniswap/merkle-distributor', 'build/MerkleDistributor.json'],
  voteEscrow: ['@oceanprotocol/contracts', 'artifacts/contracts/ve/veOCEAN.vy/veOCEAN.json'],
  livepeerController: ['@livepeer/sdk', 'abis/contracts/Controller.sol/Controller.json'],
  roundsManager: ['@livepeer/sdk', 'abis/contracts/rounds/RoundsManager.sol/RoundsManager.json'],
  sortedList: ['@livepeer/sdk', 'abis/contracts/libraries/SortedDoublyLL.sol/SortedDoublyLL.json'],
  bondingManager: ['@livepeer/sdk', 'abis/contracts/bonding/BondingManager.sol/BondingManager.json'],
  ticketBroker: ['@livepeer/sdk', 'abis/contracts/pm/TicketBroker.sol/TicketBroker.json'],
  safe: ['@safe-global/safe-contracts', 'build/artifacts/contracts/SafeL2.sol/SafeL2.json'],
  safeProxyFactory: ['@safe-global/safe-contracts', 'build/artifacts/contracts/proxies/SafeProxyFactory.sol/SafeProxyFactory.json'],
} as const satisfies Record<string, readonly [packageName: string, file: string]>

export type PublishedContract = keyof typeof published

/** The packages that the demo chain's contracts come from. */
export const contractPackages = [...new Set([...Object.values(published).map(([name]) => name), 'synthetix', 'viem'])].sort()

const bytecodeSchema = z.string().regex(/^(0x)?[0-9a-fA-F]+$/, 'not a bytecode without open links')
// Waffle keeps it under evm.bytecode.object, Hardhat under bytecode.
const artifactSchema = z.object({
  abi: z.array(z.looseObject({ type: z.string() })),
  bytecode: bytecodeSchema.optional(),
  evm: z.object({ bytecode: z.object({ object: bytecodeSchema }) }).optional(),
})

const linkedSchema = z.looseObject({ bytecode: z.string(), linkReferences: z.custom<LinkReferences>() })

/**
 * A published contract, read from its package.
 *
 * @param libraries where those stand that it calls, by their names
 * @throws Error that names the package where it is not installed
 * @example loadArtifact('uni').bytecode.slice(0, 8) // '0x608060'
 */
export function loadArtifact(name: PublishedContract, libraries?: Record<string, Address>): Artifact {
  const [packageName, file] = published[name]
  const json = readPackageJson(packageName, file)
  const place = `${packageName}/${file}`
  if (!libraries) return toArtifact(name, json, place)
  const { bytecode, linkReferences, ...rest } = linkedSchema.parse(json)
  return toArtifact(name, { ...rest, bytecode: linkLibraries(bytecode, linkReferences, libraries) }, place)
}

/** Synthetix' StakingRewards with the bytecode of its mainnet deployment. */
export function loadStakingRewards(): Artifact {
  const file = 'publish/deployed/mainnet/deployment.json'
  const deployment = z.object({ sources: z.object({ StakingRewards: z.unknown() }) }).parse(readPackageJson('synthetix', file))
  return toArtifact('stakingRewards', deployment.sources.StakingRewards, `synthetix/${file}`)
}

/** One of the contracts in contracts/. */
export function loadCompiled(name: 'DemoComputeToken' | 'DemoComputeVault' | 'DemoComputeGovernor' | 'DemoComputeList' | 'DemoMinter' | 'DemoProvider'): Artifact {
  const compiled = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(compiledPath, 'utf8')))
  return toArtifact(name, compiled[name], `${name} in ${compiledPath}`)
}

/** The creation code of Multicall3, which viem carries but does not export. */
export function loadMulticall3CreationCode(): `0x${string}` {
  const source = readPackageText('viem', '_cjs/constants/contracts.js')
  const found = /multicall3Bytecode = '(0x[0-9a-f]+)'/.exec(source)
  if (!found) throw new Error('viem/_cjs/constants/contracts.js has no multicall3Bytecode: viem has changed, look for it there')
  return found[1] as `0x${string}`
}

/** Reads what a compiler wrote, in the forms of Waffle and Hardhat. */
export function toArtifact(name: string, json: unknown, place: string): Artifact {
  const parsed = artifactSchema.safeParse(json)
  if (!parsed.success) throw new Error(`${place} is no contract artifact: ${z.prettifyError(parsed.error)}`)
  const bytecode = parsed.data.bytecode ?? parsed.data.evm?.bytecode.object
  if (!bytecode) throw new Error(`${place} has no bytecode`)
  return { name, abi: parsed.data.abi as unknown as Abi, bytecode: `0x${bytecode.replace(/^0x/, '')}` }
}

function readPackageJson(packageName: string, file: string): unknown {
  return JSON.parse(readPackageText(packageName, file))
}

function readPackageText(packageName: string, file: string): string {
  const place = findPackageFile(packageName, file)
  if (!place) throw new Error(`The demo chain needs ${packageName}/${file}, which is not installed: run "npm ci" with the development dependencies.`)
  return readFileSync(place, 'utf8')
}
