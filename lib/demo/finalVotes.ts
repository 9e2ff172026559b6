import type { Address } from '@/lib/domain/address'
import { toDelegates } from './delegations'
import { toProposeArguments, toTransferAction } from './proposal'
import type { Contract } from './storyChain'
import { randomFor, units, type Habit, type StoryProtocol, type World } from './world'

/**
 * A vote that is still open when the story ends, under GovernorAlpha or GovernorBravo: by then a period of 40,320 blocks would take the node
 * minutes, so the only later vote of these two is one whose end nobody sees.
 *
 * @param vote `yes` and `no` as the governor takes them: true and false, or 1 and 0; `days` is the story's length
 */
export function openFinalVotes(
  world: World,
  protocol: StoryProtocol,
  invited: readonly Address[],
  vote: { governor: Contract; proposalId: number; title: string; days: number; yes: unknown; no: unknown },
): Habit {
  const { governor, proposalId, title, days, yes, no } = vote
  const { chain, cast } = world
  const { character, token } = protocol
  const random = randomFor(world, protocol, 'final votes')
  const operators = character.whales.map((place) => cast.whales[place]!)
  const proposer = cast.investors[0]!
  return (today) => {
    if (today === days - 4) {
      const pays = toTransferAction(token, operators[0]!, units(character.supply * 0.01))
      chain.send(proposer, governor, 'propose', toProposeArguments([pays], `# ${title}`))
    } else if (today === days - 2) {
      const voters = [...cast.investors, ...toDelegates(world.seed, character, invited), ...operators]
      for (const voter of voters) if (random.chance(0.8)) chain.send(voter, governor, 'castVote', [proposalId, random.chance(0.7) ? yes : no])
    }
  }
}
