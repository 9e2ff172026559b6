import { readFileSync } from 'node:fs'
import { encodeFunctionData, keccak256, parseAbi, toBytes, zeroAddress, type Abi } from 'viem'
import { toArtifact, type Artifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import { addressSchema, type Address } from '@/lib/domain/address'
import { act, ask } from './contracts'
import { deployer, type TokenChain } from './tokenChain'

const packages = { Voting: 'apps-voting', TokenManager: 'apps-token-manager', MiniMeToken: 'apps-token-manager' } as const

/** One of Aragon's contracts as it was published. */
function loadAragon(name: string): Artifact {
  const file = `build/contracts/${name}.json`
  return toArtifact(name, JSON.parse(readFileSync(findPackageFile(`@aragon/${packages[name as keyof typeof packages] ?? 'apps-agent'}`, file)!, 'utf8')), name)
}

/** keccak256 of a role's name, as the apps have it. */
export const roleOf = (name: string) => keccak256(toBytes(name))

/**
 * A DAO by Aragon's own factory, in which `root` may create permissions and install apps.
 *
 * @returns its Kernel and ACL, and how apps are installed and permissions given
 */
export async function openDao(chain: TokenChain, root: Address) {
  const [kernelBase, aclBase, registry] = [await chain.deploy(loadAragon('Kernel'), [true]), await chain.deploy(loadAragon('ACL'), []), await chain.deploy(loadAragon('EVMScriptRegistryFactory'), [])]
  const { abi: factoryAbi } = loadAragon('DAOFactory')
  const factory = await chain.deploy(loadAragon('DAOFactory'), [kernelBase, aclBase, registry])
  const logs = await act(chain, root, factory, encodeFunctionData({ abi: factoryAbi, functionName: 'newDAO', args: [root] }))
  const deployed = logs.find(({ topics }) => topics[0] === keccak256(toBytes('DeployDAO(address)')))!
  const kernel = addressSchema.parse(`0x${deployed.data.slice(26)}`)
  const { abi: kernelAbi } = loadAragon('Kernel')
  const acl = addressSchema.parse(await ask(chain, kernel, kernelAbi, 'acl'))
  const { abi: aclAbi } = loadAragon('ACL')
  const run = (from: Address, to: Address, abi: Abi, functionName: string, args: readonly unknown[]) => act(chain, from, to, encodeFunctionData({ abi, functionName, args }))
  const byAcl = (from: Address, functionName: string, args: readonly unknown[]) => run(from, acl, aclAbi, functionName, args)
  await byAcl(root, 'createPermission', [root, kernel, roleOf('APP_MANAGER_ROLE'), root])

  const installs = { upgradeable: 'newAppInstance', pinned: 'newPinnedAppInstance' } as const
  let apps = 0
  async function install(name: 'Agent' | 'Voting' | 'TokenManager', kind: keyof typeof installs = 'upgradeable'): Promise<Address> {
    const base = await chain.deploy(loadAragon(name), [])
    const created = await act(chain, root, kernel, encodeFunctionData({ abi: parseAbi([`function ${installs[kind]}(bytes32,address,bytes,bool)`]), args: [roleOf(`app ${++apps}`), base, '0x', false] }))
    const made = created.find(({ topics }) => topics[0] === keccak256(toBytes('NewAppProxy(address,bool,bytes32)')))!
    return addressSchema.parse(`0x${made.data.slice(26, 66)}`)
  }

  /** A token of which the manager decides how much there is, and a vote of its holders: more than half of what is cast, a twentieth of all, three days. */
  async function openVote() {
    const token = await chain.deploy(loadAragon('MiniMeToken'), [zeroAddress, zeroAddress, 0n, 'Votes', 18, 'VOTE', true])
    const [manager, voting, agent] = [await install('TokenManager'), await install('Voting'), await install('Agent')]
    await run(deployer, token, loadAragon('MiniMeToken').abi, 'changeController', [manager])
    await run(deployer, manager, loadAragon('TokenManager').abi, 'initialize', [token, true, 0n])
    await run(deployer, voting, loadAragon('Voting').abi, 'initialize', [token, 5n * 10n ** 17n, 5n * 10n ** 16n, 259_200n])
    await run(deployer, agent, loadAragon('Agent').abi, 'initialize', [])
    return { token, manager, voting, agent }
  }
  return { kernel, acl, install, openVote, byAcl }
}
