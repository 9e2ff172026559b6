import { encodeFunctionData } from 'viem'
import type { Address } from '@/lib/domain/address'
import { loadArtifact, loadCompiled } from './artifact'
import { storyControlled, type StoryProtocol, type World } from './world'

/**
 * Two lists behind upgradeable proxies, both settled by the timelock: the code of the one is changed by three of the Safe's five owners, the code of
 * the other by a single key, that of a team member.
 */
export function deployLists({ chain, cast }: World, { governance }: StoryProtocol, { safe, timelock }: { safe: Address; timelock: Address }): void {
  const list = chain.deploy(cast.deployer, loadCompiled('DemoComputeList'))
  const settled = encodeFunctionData({ abi: list.abi, functionName: 'initialize', args: [timelock] })
  for (const [name, keeper] of [['Demo Compute providers', safe], ['Demo Compute price reporters', cast.team[0]!]] as const) {
    const proxy = chain.deploy(cast.deployer, loadArtifact('upgradeableProxy'), [list.address, keeper, settled])
    governance.controlled.push(storyControlled(proxy.address, name))
  }
}
