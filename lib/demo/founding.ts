import { foundingDays, toTimestamp } from './calendar'
import type { Cast } from './cast'
import { bravoVotingBlocks, foundLend, voteLend } from './foundLend'
import { foundSwap } from './foundSwap'
import type { StoryChain } from './storyChain'
import type { Characters } from './turns'

/** What the first twelve days leave. */
export type Founding = Awaited<ReturnType<typeof playFounding>>

const blockSeconds = 12

/**
 * The first twelve days: UNI with GovernorAlpha, COMP with GovernorBravo. In each the investors accept one proposal, which opens the airdrop, and
 * defeat another. These governors count time in blocks, some 40,000 of them for one vote, so the votes are held while the chain is young: a block
 * takes the longer to mine the more accounts there are.
 */
export async function playFounding(chain: StoryChain, cast: Cast, seed: string, characters: Characters) {
  const swap = await foundSwap(chain, cast, seed, characters.swap)
  // As long as possible with one token alone: what follows must just fit into the rest of the vote.
  await chain.mineEmpty(swap.votingEnds - chain.blockNumber - bravoVotingBlocks - 20, blockSeconds)
  const lend = await foundLend(chain, cast, seed, characters.lend)
  await voteLend(chain, cast, lend)
  await chain.mineEmpty(Math.max(bravoVotingBlocks, swap.votingEnds - chain.blockNumber) + 1, blockSeconds)
  chain.send(cast.deployer, swap.governor, 'queue', [1])
  chain.send(cast.deployer, lend.governor, 'queue', [2])
  await chain.mine(chain.timestamp + 600)
  chain.send(cast.deployer, swap.governor, 'execute', [1])
  chain.send(cast.deployer, lend.governor, 'execute', [2])
  await chain.mine(toTimestamp(foundingDays) + 9 * 3600)
  return { swap, lend }
}
