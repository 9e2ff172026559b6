import { readFileSync } from 'node:fs'
import { encodeFunctionData, parseAbi, type Abi } from 'viem'
import { loadArtifact, loadCompiled, loadStakingRewards, toArtifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import { addressSchema, zeroAddress, type Address } from '@/lib/domain/address'
import { act, ask } from './contracts'
import { deployer, genesis, toAccount, type TokenChain } from './tokenChain'

const load = (packageName: string, file: string) =>
  toArtifact(file, JSON.parse(readFileSync(findPackageFile(packageName, file)!, 'utf8')), `${packageName}/${file}`)
const loadOpenZeppelin = (name: string) => load('@openzeppelin/contracts', `build/contracts/${name}.json`)

/** Deploys code as it stands, without a constructor. */
export function deployCode(chain: TokenChain, code: string): Promise<Address> {
  const length = (code.length / 2).toString(16).padStart(4, '0')
  return chain.deploy({ name: 'code', abi: [], bytecode: `0x61${length}600e60003961${length}6000f3${code}` }, [])
}

/** An EIP-1167 clone, byte for byte as the standard has it. */
export const deployClone = (chain: TokenChain, implementation: Address) =>
  deployCode(chain, `363d3d373d3d3d363d73${implementation.slice(2)}5af43d82803e903d91602b57fd5bf3`)

/** One real contract of each family that is published as bytecode, on the token chain. */
export async function deployFamilies(chain: TokenChain) {
  const { token, other, deploy } = chain
  const run = (from: Address, to: Address, abi: Abi, functionName: string, args: readonly unknown[]) =>
    act(chain, from, to, encodeFunctionData({ abi, functionName, args }))
  const v3 = loadArtifact('v3Factory')
  const v3Factory = await deploy(v3, [])
  await run(deployer, v3Factory, v3.abi, 'createPool', [token, other, 3000])
  const v3Pool = addressSchema.parse(await ask(chain, v3Factory, v3.abi, 'getPool', [token, other, 3000]))
  await run(deployer, v3Pool, loadArtifact('v3Pool').abi, 'initialize', [2n ** 96n])

  const safe = loadArtifact('safe')
  const factory = loadArtifact('safeProxyFactory')
  const singleton = await deploy(safe, [])
  const safeFactory = await deploy(factory, [])
  const owners = [toAccount(1), toAccount(2), toAccount(3)]
  const setup = [owners, 2, zeroAddress, '0x', zeroAddress, zeroAddress, 0n, zeroAddress]
  const creation = [singleton, encodeFunctionData({ abi: safe.abi, functionName: 'setup', args: setup }), 1n]
  const ownSafe = addressSchema.parse(await ask(chain, safeFactory, factory.abi, 'createProxyWithNonce', creation))
  await run(deployer, safeFactory, factory.abi, 'createProxyWithNonce', creation)

  const timelock = await deploy(loadArtifact('timelockController'), [172_800n, [deployer], [zeroAddress], zeroAddress])
  const compTimelock = await deploy(loadArtifact('compTimelock'), [deployer, 172_800n])
  const votes = await deploy(loadCompiled('DemoComputeToken'), [deployer, 10n ** 24n])
  const logic = { data: encodeFunctionData({ abi: parseAbi(['function totalSupply() view returns (uint256)']) }), implementation: token }
  const vesterTimes = [BigInt(genesis + 10_000_000), BigInt(genesis + 11_000_000), BigInt(genesis + 20_000_000)]
  const upgradeableBeacon = await deploy(loadOpenZeppelin('UpgradeableBeacon'), [token, deployer])
  return {
    v3Factory,
    v3Pool,
    singleton,
    safe: ownSafe,
    timelock,
    compTimelock,
    vault: await deploy(loadCompiled('DemoComputeVault'), [token]),
    voteEscrow: await deploy(loadArtifact('voteEscrow'), [token, 'Vote-escrowed', 've', '1.0.0']),
    stakingRewards: await deploy(loadStakingRewards(), [deployer, deployer, other, token]),
    governor: await deploy(loadCompiled('DemoComputeGovernor'), [votes, timelock, 10n ** 18n]),
    governorAlpha: await deploy(loadArtifact('governorAlpha'), [compTimelock, token]),
    governorBravo: await deploy(loadArtifact('bravoDelegator'), [compTimelock, token, deployer, await deploy(loadArtifact('bravoDelegate'), []), 5760n, 1n, 65_000n * 10n ** 18n]),
    vestingWallet: await deploy(loadArtifact('vestingWallet'), [toAccount(7), BigInt(genesis), 86_400n]),
    vester: await deploy(load('@uniswap/governance', 'build/TreasuryVester.json'), [token, toAccount(8), 10n ** 18n, ...vesterTimes]),
    distributor: await deploy(loadArtifact('merkleDistributor'), [token, `0x${'5'.repeat(64)}`]),
    proxies: {
      clone: await deployClone(chain, token),
      erc1967: await deploy(loadOpenZeppelin('ERC1967Proxy'), [token, logic.data]),
      transparent: await deploy(loadOpenZeppelin('TransparentUpgradeableProxy'), [token, deployer, logic.data]),
      beacon: await deploy(loadOpenZeppelin('BeaconProxy'), [upgradeableBeacon, logic.data]),
      upgradeableBeacon,
    },
  }
}
