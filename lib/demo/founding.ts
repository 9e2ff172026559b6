import { encodeAbiParameters } from 'viem'
import { loadArtifact } from './artifact'
import { deployDistributor, toAllocations } from './airdrop'
import { day, toTimestamp } from './calendar'
import type { Cast } from './cast'
import { demoLend, demoSwap } from './characters'
import { toProposeArguments, toTransferAction } from './proposal'
import type { Contract, StoryChain } from './storyChain'
import { shareOf, units } from './world'

/** A voting period of Uniswap's GovernorAlpha. */
const alphaVotingBlocks = 40_320
const bravoVotingBlocks = 17_280

/** A token with the governor that its founders set up, and the timelock that keeps the treasury. */
export interface FoundedToken {
  token: Contract
  tokenBlock: number
  governor: Contract
  timelock: Contract
}

/**
 * The first twelve days: UNI with GovernorAlpha, COMP with GovernorBravo. In each the investors accept one proposal, which opens the airdrop, and
 * defeat another. Both votes are counted in blocks, some 40,000 of them, so they are held while the chain is young: mining a block takes the longer
 * the more accounts there are.
 */
export async function playFounding(chain: StoryChain, cast: Cast, seed: string) {
  const { deployer, usageReserve } = cast
  const [first, second, third, fourth] = cast.investors
  if (!first || !second || !third || !fourth) throw new Error('the story needs four investors')

  const uniBlock = chain.blockNumber + 1
  const uni = chain.deploy(deployer, loadArtifact('uni'), [deployer, deployer, toTimestamp(900)])
  const uniTimelock = chain.deploy(deployer, loadArtifact('uniTimelock'), [chain.nextContractAddress(deployer, 1), 2 * day])
  const alpha = chain.deploy(deployer, loadArtifact('governorAlpha'), [uniTimelock.address, uni.address])
  const comp = chain.deploy(deployer, loadArtifact('comp'), [deployer])
  const compTimelock = chain.deploy(deployer, loadArtifact('compTimelock'), [deployer, 2 * day])
  const compAlpha = chain.deploy(deployer, loadArtifact('compGovernorAlpha'), [compTimelock.address, comp.address, deployer])
  const delegate = loadArtifact('bravoDelegate')
  const implementation = chain.deploy(deployer, delegate)
  const threshold = units(65_000)
  const bravoArguments = [compTimelock.address, comp.address, deployer, implementation.address, bravoVotingBlocks, 1, threshold]
  const bravo = { ...chain.deploy(deployer, loadArtifact('bravoDelegator'), bravoArguments), abi: delegate.abi }
  await chain.mine(toTimestamp(0) + 10 * 3600)

  for (const [token, { supply }] of [[uni, demoSwap], [comp, demoLend]] as const) {
    for (const [account, share] of [[first, 0.03], [second, 0.025], [third, 0.018], [fourth, 0.012]] as const) {
      chain.send(deployer, token, 'transfer', [account, units(supply * share)])
      // The fourth lends its votes to the third.
      chain.send(account, token, 'delegate', [account === fourth ? third : account])
    }
  }
  chain.send(deployer, uni, 'transfer', [uniTimelock.address, units(demoSwap.supply * 0.62)])
  chain.send(deployer, comp, 'transfer', [compTimelock.address, units(demoLend.supply * 0.6)])
  const allocations = toAllocations(seed, demoSwap, cast.people)
  const { distributor, claims } = deployDistributor(chain, deployer, uni.address, allocations)
  const acceptBravo = encodeAbiParameters([{ type: 'address' }], [bravo.address])
  const handOver = [compTimelock.address, 0, 'setPendingAdmin(address)', acceptBravo, toTimestamp(2) + 12 * 3600]
  chain.send(deployer, compTimelock, 'queueTransaction', handOver)
  await chain.mine(toTimestamp(0) + 11 * 3600)

  // GovernorBravo continues the count of a GovernorAlpha, which must have had a proposal; nobody votes on this one.
  chain.send(deployer, compTimelock, 'executeTransaction', handOver)
  chain.send(first, compAlpha, 'propose', toProposeArguments([toTransferAction(comp, usageReserve, 1n)], 'Move to Governor Bravo'))
  await chain.mine(toTimestamp(2) + 12.5 * 3600)
  chain.send(deployer, bravo, '_initiate', [compAlpha.address])
  await chain.mine(toTimestamp(2) + 13 * 3600)

  const airdrop = allocations.reduce((sum, [, amount]) => sum + amount, 0n)
  const payouts = units(demoLend.supply * demoLend.airdrop)
  chain.send(first, alpha, 'propose', toProposeArguments([toTransferAction(uni, distributor.address, airdrop)], '# Airdrop to early users'))
  chain.send(second, alpha, 'propose', toProposeArguments([toTransferAction(uni, second, airdrop / 8n)], '# Buy the second investor out'))
  chain.send(first, bravo, 'propose', toProposeArguments([toTransferAction(comp, usageReserve, payouts)], '# Pay those who use the market'))
  chain.send(second, bravo, 'propose', toProposeArguments([toTransferAction(comp, second, shareOf(payouts, 0.1))], '# Grant for marketing'))
  await chain.mine(toTimestamp(2) + 14 * 3600)
  await chain.mineEmpty(1, 12)
  for (const voter of [first, third]) {
    chain.send(voter, alpha, 'castVote', [1, true])
    chain.send(voter, alpha, 'castVote', [2, false])
    chain.send(voter, bravo, 'castVote', [2, 1])
    chain.send(voter, bravo, 'castVoteWithReason', [3, 0, 'The treasury is for users.'])
  }
  chain.send(second, alpha, 'castVote', [2, true])
  chain.send(second, bravo, 'castVote', [2, 2])
  chain.send(second, bravo, 'castVote', [3, 1])
  await chain.mine(chain.timestamp + 12)
  await chain.mineEmpty(alphaVotingBlocks + 1, 12)
  chain.send(deployer, alpha, 'queue', [1])
  chain.send(deployer, bravo, 'queue', [2])
  await chain.mine(chain.timestamp + 600)
  chain.send(deployer, alpha, 'execute', [1])
  chain.send(deployer, bravo, 'execute', [2])
  await chain.mine(toTimestamp(12) + 9 * 3600)

  return {
    swap: { token: uni, tokenBlock: uniBlock, governor: alpha, timelock: uniTimelock, distributor, claims, allocations },
    lend: { token: comp, tokenBlock: uniBlock, governor: bravo, timelock: compTimelock, allocations: toAllocations(seed, demoLend, cast.people) },
  }
}
