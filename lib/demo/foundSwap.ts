import { deployDistributor, toAllocations } from './airdrop'
import { loadArtifact } from './artifact'
import { day, toTimestamp } from './calendar'
import type { Cast } from './cast'
import type { Character } from './characters'
import { toProposeArguments, toTransferAction } from './proposal'
import type { StoryChain } from './storyChain'
import { units } from './world'

/** How long a vote under Uniswap's GovernorAlpha is open, in blocks. */
const votingBlocks = 40_320

/**
 * UNI with GovernorAlpha and its Timelock; the four first investors get their part and vote on two proposals. The first, which pays the airdrop,
 * will be accepted, the second defeated, when the block `votingEnds` has passed.
 */
export async function foundSwap(chain: StoryChain, cast: Cast, seed: string, character: Character) {
  const { deployer, investors } = cast
  const [first, second, third, fourth] = investors
  if (!first || !second || !third || !fourth) throw new Error('the story needs four investors')

  const tokenBlock = chain.blockNumber + 1
  const token = chain.deploy(deployer, loadArtifact('uni'), [deployer, deployer, toTimestamp(900)])
  const timelock = chain.deploy(deployer, loadArtifact('uniTimelock'), [chain.nextContractAddress(deployer, 1), 2 * day])
  const governor = chain.deploy(deployer, loadArtifact('governorAlpha'), [timelock.address, token.address])
  if (character.spreading) chain.send(deployer, token, 'setMinter', [timelock.address])
  await chain.mine(toTimestamp(0) + 10 * 3600)

  for (const [account, share] of [[first, 0.03], [second, 0.025], [third, 0.018], [fourth, 0.012]] as const) {
    chain.send(deployer, token, 'transfer', [account, units(character.supply * share)])
    // The fourth lends its votes to the third.
    chain.send(account, token, 'delegate', [account === fourth ? third : account])
  }
  const allocations = toAllocations(seed, character, cast.people)
  const airdrop = allocations.reduce((sum, [, amount]) => sum + amount, 0n)
  chain.send(deployer, token, 'transfer', [timelock.address, airdrop + units(character.supply * 0.12)])
  const { distributor, claims } = deployDistributor(chain, deployer, token.address, allocations)
  await chain.mine(toTimestamp(0) + 11 * 3600)

  chain.send(first, governor, 'propose', toProposeArguments([toTransferAction(token, distributor.address, airdrop)], '# Airdrop to early users'))
  chain.send(second, governor, 'propose', toProposeArguments([toTransferAction(token, second, airdrop / 8n)], '# Buy the second investor out'))
  await chain.mine(toTimestamp(2) + 14 * 3600)
  const votingEnds = chain.blockNumber + 1 + votingBlocks
  await chain.mineEmpty(1, 12)
  for (const voter of [first, third]) {
    chain.send(voter, governor, 'castVote', [1, true])
    chain.send(voter, governor, 'castVote', [2, false])
  }
  chain.send(second, governor, 'castVote', [2, true])
  await chain.mine(chain.timestamp + 12)
  return { token, tokenBlock, governor, timelock, distributor, claims, allocations, votingEnds }
}
