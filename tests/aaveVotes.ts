import { encodeFunctionData } from 'viem'
import type { Contract, StoryChain } from '@/lib/demo/storyChain'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { loadFrom } from './proxied'
import { deployer } from './sourceChain'
import { people } from './votesChain'

const artifact = (path: string, name: string, packageName = '@aave/aave-token') => loadFrom(packageName, `artifacts/contracts/${path}/${name}.sol/${name}.json`)
/** Whoever may change the proxy: it cannot use it */
const admin = `0x${'ad'.repeat(20)}` as Address
export const unit = 10n ** 18n

/**
 * AAVE as it was on Ethereum until Governance v3: version 1 behind its proxy, with transfers that write snapshots of its own, then upgraded to
 * version 2, which lets power be delegated. `deployer` has 3,000,000 of it.
 */
export async function deployAave(chain: StoryChain): Promise<Contract> {
  const [first, second] = [chain.deploy(deployer, artifact('token', 'AaveToken')), chain.deploy(deployer, artifact('token', 'AaveTokenV2'))]
  const proxy = chain.deploy(deployer, artifact('open-zeppelin', 'InitializableAdminUpgradeabilityProxy'))
  const set = encodeFunctionData({ abi: first.abi, functionName: 'initialize', args: [`0x${'1e'.repeat(20)}`, deployer, zeroAddress] })
  // The proxy has two functions of this name: viem tells them apart by their arguments.
  chain.send(deployer, proxy, 'initialize', [first.address, admin, set])
  const token = { ...proxy, abi: second.abi }
  for (const [place, account] of people.entries()) chain.send(deployer, token, 'transfer', [account, 1_000n * unit + BigInt(place) ** 5n])
  await chain.mine(chain.timestamp + 12)
  for (const account of people.slice(4)) chain.send(account, token, 'transfer', [people[1], 7n * unit])
  chain.send(admin, proxy, 'upgradeToAndCall', [second.address, encodeFunctionData({ abi: second.abi, functionName: 'initialize' })])
  await chain.mine(chain.timestamp + 12)
  return token
}

/** Staked AAVE of version 3 of its own line, in which everybody stakes something; whatever is slashed, a share has one vote there. */
export async function deployStakedAave(chain: StoryChain, token: Contract): Promise<Contract> {
  const args = [token.address, token.address, 10, 10 ** 9, deployer, deployer, 10 ** 9, zeroAddress]
  const staked = chain.deploy(deployer, artifact('stake', 'StakedAaveV3', '@aave/aave-stake'), args)
  chain.send(deployer, staked, 'initialize', [deployer, deployer, deployer, 5000n, 'Staked Aave', 'stkAAVE', 18])
  for (const [place, account] of people.entries()) {
    chain.send(account, token, 'approve', [staked.address, 2n ** 200n])
    chain.send(account, staked, 'stake', [account, unit + BigInt(place) ** 9n])
  }
  await chain.mine(chain.timestamp + 12)
  return staked
}
