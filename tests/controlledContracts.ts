import path from 'node:path'
import { readFileSync } from 'node:fs'
import { encodeFunctionData, parseAbi, type Abi } from 'viem'
import { loadArtifact, toArtifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import { addressSchema, zeroAddress, type Address } from '@/lib/domain/address'
import { compileContracts } from './compileContracts'
import { act, ask } from './contracts'
import { deployer, type TokenChain } from './tokenChain'

/** A contract of OpenZeppelin's package, as it was compiled there. */
export const loadOpenZeppelin = (name: string) => {
  const file = `build/contracts/${name}.json`
  return toArtifact(name, JSON.parse(readFileSync(findPackageFile('@openzeppelin/contracts', file)!, 'utf8')), file)
}

/** Opens Safes on a chain: the owners, how many of them must agree, and a module that needs no signatures. */
export async function openSafes(chain: TokenChain) {
  const [safe, factory] = [loadArtifact('safe'), loadArtifact('safeProxyFactory')]
  const singleton = await chain.deploy(safe, [])
  const safeFactory = await chain.deploy(factory, [])
  let salt = 0n
  const open = async (owners: readonly Address[], threshold: number): Promise<Address> => {
    const setup = encodeFunctionData({ abi: safe.abi, functionName: 'setup', args: [owners, threshold, zeroAddress, '0x', zeroAddress, zeroAddress, 0n, zeroAddress] })
    const creation = [singleton, setup, ++salt]
    const address = addressSchema.parse(await ask(chain, safeFactory, factory.abi, 'createProxyWithNonce', creation))
    await act(chain, deployer, safeFactory, encodeFunctionData({ abi: factory.abi, functionName: 'createProxyWithNonce', args: creation }))
    return address
  }
  // The node lets anybody speak as anybody: so does the Safe to itself.
  const run = (address: Address, functionName: string, args: readonly unknown[]) => act(chain, address, address, encodeFunctionData({ abi: safe.abi, functionName, args }))
  return { open, enableModule: (address: Address, module: Address) => run(address, 'enableModule', [module]) }
}

/** Proxies of OpenZeppelin's and contracts with owners and roles, each owned as it is told. */
export function openProxies(chain: TokenChain) {
  let compiled: ReturnType<typeof compileContracts> | undefined
  // Which takes seconds: only where one of them is wanted.
  const load = (name: string) => (compiled ??= compileContracts(path.join(import.meta.dirname, 'Controlled.sol'))).get(name)!
  const harmless = encodeFunctionData({ abi: parseAbi(['function totalSupply() view returns (uint256)']) })
  const own = (name: string, args: readonly unknown[] = []) => chain.deploy(load(name), args)
  const behind = async (name: string, args: readonly unknown[]): Promise<Address> => {
    const { abi } = load(name)
    return chain.deploy(loadOpenZeppelin('ERC1967Proxy'), [await own(name), encodeFunctionData({ abi: abi as Abi, functionName: 'initialize', args })])
  }
  return {
    abiOf: (name: string) => load(name).abi,
    own,
    behind,
    transparent: (owner: Address) => chain.deploy(loadOpenZeppelin('TransparentUpgradeableProxy'), [chain.token, owner, harmless]),
    beacon: async (owner: Address) => chain.deploy(loadOpenZeppelin('BeaconProxy'), [await chain.deploy(loadOpenZeppelin('UpgradeableBeacon'), [chain.token, owner]), harmless]),
    manager: (admin: Address) => chain.deploy(loadOpenZeppelin('AccessManager'), [admin]),
    timelock: (proposers: readonly Address[], executors: readonly Address[], delay: number) => chain.deploy(loadArtifact('timelockController'), [BigInt(delay), proposers, executors, zeroAddress]),
  }
}
