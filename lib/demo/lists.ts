import { encodeFunctionData } from 'viem'
import type { Address } from '@/lib/domain/address'
import { loadArtifact, loadCompiled } from './artifact'
import { storyControlled, type StoryProtocol, type World } from './world'

/**
 * Two lists behind upgradeable proxies, both settled by the timelock: the code of the one is changed by three of the Safe's five owners, the code of
 * the other by a single key, that of a team member. Where power spreads both are changed by vote.
 */
export function deployLists({ chain, cast }: World, { character, governance }: StoryProtocol, { safe, timelock }: { safe: Address; timelock: Address }): void {
  const list = chain.deploy(cast.deployer, loadCompiled('DemoComputeList'))
  const settled = encodeFunctionData({ abi: list.abi, functionName: 'initialize', args: [timelock] })
  const [keeper, reporter] = character.spreading ? [timelock, timelock] : [safe, cast.team[0]!]
  for (const [name, owner] of [['Demo Compute providers', keeper], ['Demo Compute price reporters', reporter]] as const) {
    const proxy = chain.deploy(cast.deployer, loadArtifact('upgradeableProxy'), [list.address, owner, settled])
    governance.controlled.push(storyControlled(proxy.address, name))
  }
}
