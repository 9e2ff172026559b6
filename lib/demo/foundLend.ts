import { encodeAbiParameters } from 'viem'
import { toAllocations } from './airdrop'
import { loadArtifact } from './artifact'
import { day } from './calendar'
import type { Cast } from './cast'
import type { Character } from './characters'
import { toProposeArguments, toTransferAction, type ProposalAction } from './proposal'
import type { StoryChain } from './storyChain'
import { shareOf, units } from './world'

/** How long a vote is open, in blocks: the shortest that GovernorBravo allows. */
export const bravoVotingBlocks = 5760

/** Between queueing and executing, in the timelock. */
const handOverSeconds = 2 * day

/**
 * COMP with a GovernorAlpha that is about to be followed by GovernorBravo, and its Timelock; the four first investors get their part.
 * `voteLend` goes on when the timelock lets it, two days later.
 */
export async function foundLend(chain: StoryChain, cast: Cast, seed: string, character: Character) {
  const { deployer, investors } = cast
  const tokenBlock = chain.blockNumber + 1
  const token = chain.deploy(deployer, loadArtifact('comp'), [deployer])
  const timelock = chain.deploy(deployer, loadArtifact('compTimelock'), [deployer, handOverSeconds])
  const alpha = chain.deploy(deployer, loadArtifact('compGovernorAlpha'), [timelock.address, token.address, deployer])
  const delegate = loadArtifact('bravoDelegate')
  const implementation = chain.deploy(deployer, delegate)
  const settings = [timelock.address, token.address, deployer, implementation.address, bravoVotingBlocks, 1, units(65_000)]
  const governor = { ...chain.deploy(deployer, loadArtifact('bravoDelegator'), settings), abi: delegate.abi }
  await chain.mine(chain.timestamp + 12)
  for (const [place, share] of [0.03, 0.025, 0.018, 0.012].entries()) {
    const investor = investors[place]!
    chain.send(deployer, token, 'transfer', [investor, units(character.supply * share)])
    chain.send(investor, token, 'delegate', [place === 3 ? investors[2] : investor])
  }
  chain.send(deployer, token, 'transfer', [timelock.address, units(character.supply * (character.airdrop + 0.14))])
  const acceptBravo = encodeAbiParameters([{ type: 'address' }], [governor.address])
  const handOverFrom = chain.timestamp + handOverSeconds + 60
  const handOver = [timelock.address, 0, 'setPendingAdmin(address)', acceptBravo, handOverFrom] as const
  chain.send(deployer, timelock, 'queueTransaction', handOver)
  await chain.mine(chain.timestamp + 12)
  return { character, token, tokenBlock, governor, timelock, alpha, handOver, handOverFrom, allocations: toAllocations(seed, character, cast.people) }
}

/**
 * GovernorBravo takes over, and the investors vote: proposal 2, which pays the users' reserve, is accepted, and proposal 3 defeated, when
 * `bravoVotingBlocks` more have passed.
 */
export async function voteLend(chain: StoryChain, cast: Cast, lend: Awaited<ReturnType<typeof foundLend>>) {
  const { character, token, governor, timelock, alpha, handOver, handOverFrom } = lend
  const [first, second, third] = cast.investors
  if (!first || !second || !third) throw new Error('the story needs three investors')
  chain.send(cast.deployer, timelock, 'executeTransaction', handOver)
  // GovernorBravo continues the count of a GovernorAlpha, which must have had a proposal; nobody votes on this one.
  chain.send(first, alpha, 'propose', toProposeArguments([toTransferAction(token, first, 1n)], 'Move to Governor Bravo'))
  await chain.mine(handOverFrom + 60)
  chain.send(cast.deployer, governor, '_initiate', [alpha.address])
  if (character.spreading) chain.send(cast.deployer, governor, '_setPendingAdmin', [timelock.address])
  await chain.mine(chain.timestamp + 12)
  const payouts = units(character.supply * character.airdrop)
  const pay = toTransferAction(token, cast.usageReserve, payouts)
  // Where power spreads the voters take over the Governor itself.
  const takeOver: ProposalAction[] = character.spreading ? [{ target: governor.address, signature: '_acceptAdmin()', parameters: '0x' }] : []
  chain.send(first, governor, 'propose', toProposeArguments([pay, ...takeOver], '# Pay those who use the market'))
  chain.send(second, governor, 'propose', toProposeArguments([toTransferAction(token, second, shareOf(payouts, 0.1))], '# Grant for marketing'))
  await chain.mine(chain.timestamp + 12)
  await chain.mineEmpty(1, 12)
  for (const voter of [first, third]) {
    chain.send(voter, governor, 'castVote', [2, 1])
    chain.send(voter, governor, 'castVoteWithReason', [3, 0, 'The treasury is for users.'])
  }
  chain.send(second, governor, 'castVote', [2, 2])
  chain.send(second, governor, 'castVote', [3, 1])
  await chain.mine(chain.timestamp + 12)
}
