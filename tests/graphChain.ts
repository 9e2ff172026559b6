import path from 'node:path'
import { encodeFunctionData, keccak256, toBytes, type Abi } from 'viem'
import type { Contract } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'
import { compileContracts } from './compileContracts'
import { loadLinked } from './linkedArtifact'
import { deployer, toWrapper, type SourceChain } from './sourceChain'

const load = (path: string, libraries: Record<string, Address> = {}) => loadLinked('@graphprotocol/contracts', path, libraries)

/** Blocks of an epoch. */
export const epochLength = 5

export type GraphChain = Awaited<ReturnType<typeof openGraph>>

/**
 * The Graph's contracts as their package has them: token, Controller, epochs, and Staking with its extension, behind its proxies. New tokens come from a
 * stand-in for the RewardsManager. Some accounts have 100,000 GRT each.
 */
export async function openGraph({ chain }: SourceChain, people: readonly Address[]) {
  const mine = () => chain.mine(chain.timestamp + 12)
  const controller = chain.deploy(deployer, load('governance/Controller'))
  const admin = chain.deploy(deployer, load('upgrades/GraphProxyAdmin'))
  const token = chain.deploy(deployer, load('token/GraphToken'), [10n ** 27n])
  const rewards = chain.deploy(deployer, compileContracts(path.join(import.meta.dirname, 'GraphRewards.sol')).get('GraphRewards')!, [token.address])
  const exponential = chain.deploy(deployer, load('staking/libs/Exponential:LibExponential'))
  const extension = chain.deploy(deployer, load('staking/StakingExtension'))
  await mine()
  const behind = (name: string, path: string, libraries: Record<string, Address>, args: readonly unknown[], also?: Abi): Contract => {
    const implementation = chain.deploy(deployer, load(path, libraries))
    const proxy = chain.deploy(deployer, load('upgrades/GraphProxy'), [implementation.address, admin.address])
    const data = encodeFunctionData({ abi: implementation.abi, functionName: 'initialize', args: args as unknown[] })
    chain.send(deployer, admin, 'acceptProxyAndCall', [implementation.address, proxy.address, data])
    chain.send(deployer, controller, 'setContractProxy', [keccak256(toBytes(name)), proxy.address])
    return { name, address: proxy.address, abi: [...implementation.abi, ...(also ?? [])] as Abi }
  }
  for (const [name, { address }] of Object.entries({ GraphToken: token, RewardsManager: rewards })) chain.send(deployer, controller, 'setContractProxy', [keccak256(toBytes(name)), address])
  const epochs = behind('EpochManager', 'epochs/EpochManager', {}, [controller.address, epochLength])
  // An indexer has at least 1,000; thawing takes 10 blocks, taking back a delegation 1 epoch; a tenth of what is collected is burned as tax; rebates are whole.
  const rebates = { alphaNumerator: 1, alphaDenominator: 1, lambdaNumerator: 6, lambdaDenominator: 10 }
  const terms = [controller.address, 10n ** 21n, 10, 100_000, 0, 28, 1, 16, rebates, extension.address]
  const staking = behind('Staking', 'staking/L1Staking', { LibExponential: exponential.address }, terms, extension.abi)
  chain.send(deployer, controller, 'setPaused', [false])
  chain.send(deployer, controller, 'setPartialPaused', [false])
  chain.send(deployer, token, 'addMinter', [rewards.address])
  for (const person of people) {
    chain.send(deployer, token, 'transfer', [person, 10n ** 23n])
    chain.send(person, token, 'approve', [staking.address, 10n ** 30n])
  }
  await mine()
  const wrapper = toWrapper('graphStaking', { address: staking.address, assets: [token.address], contracts: { rewardsManager: rewards.address } })
  return { token, controller, epochs, staking, rewards, wrapper }
}
