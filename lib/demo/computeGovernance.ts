import { encodeFunctionData } from 'viem'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { loadArtifact, loadCompiled } from './artifact'
import { day } from './calendar'
import { computeProposals, spreadingProposals, type PlannedProposal } from './computeProposals'
import { toDelegates } from './delegations'
import { openMotions, supportNumbers, type Motion, type MotionBallot } from './motions'
import type { Contract } from './storyChain'
import { toOperators } from './whales'
import { randomFor, storyControlled, storyGovernor, storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

/** Demo Compute's Governor, and the timelock that does what it decides. */
export interface ComputeGovernor {
  governor: Contract
  timelock: Contract
}

/**
 * Collects the deployment of OpenZeppelin's Governor and TimelockController over the token's votes, counted by time: a day's delay, five days of
 * voting, two days in the timelock, which holds a share of the supply.
 */
export function deployComputeGovernor({ chain, cast }: World, { character, token, labels, governance }: StoryProtocol, treasury: number): ComputeGovernor {
  const governorAddress = chain.nextContractAddress(cast.deployer, 1)
  const timelock = chain.deploy(cast.deployer, loadArtifact('timelockController'), [2 * day, [governorAddress], [zeroAddress], zeroAddress])
  const threshold = units(character.supply * 0.001)
  const governor = chain.deploy(cast.deployer, loadCompiled('DemoComputeGovernor'), [token.address, timelock.address, threshold])
  chain.send(cast.deployer, token, 'transfer', [timelock.address, units(character.supply * treasury)])
  labels.push(storyLabel(timelock.address, 'timelock', `${character.name} timelock (treasury)`))
  governance.controlled.push(storyControlled(timelock.address, `${character.name} timelock`), storyControlled(governor.address, `${character.name} Governor`))
  governance.governors.push(storyGovernor('openZeppelinGovernor', governor.address, `${character.name} Governor`, chain.blockNumber))
  return { governor, timelock }
}

/** Three years of proposals: delegates, investors and, from the second year, whales vote; what is accepted is queued and executed. */
export function openComputeGovernance(world: World, protocol: StoryProtocol, invited: readonly Address[], { governor }: ComputeGovernor): Habit {
  const { chain, cast } = world
  const { character, token, rewards } = protocol
  const random = randomFor(world, protocol, 'governance')
  const delegates = toDelegates(world.seed, character, invited)
  const operators = toOperators(world, character)
  // Where power spreads the investors are not heard.
  const [founders, proposals] = character.spreading ? [[], spreadingProposals] : [cast.investors, computeProposals]
  const proposer = founders[0] ?? cast.campaigner
  // A little more than it takes to propose something, and no vote is cast with it.
  if (character.spreading) {
    chain.send(cast.deployer, token, 'transfer', [proposer, units(character.supply * 0.0015)])
    chain.send(proposer, token, 'delegate', [proposer])
  }

  const toPayees = ({ pays }: PlannedProposal): Address[] => {
    if (pays === 'small holders') return random.shuffle(invited).slice(0, 40)
    return [pays === 'foundation' ? cast.safeOwners[0]! : operators[0]!]
  }
  const toMotion = (planned: PlannedProposal): Motion => {
    const payees = toPayees(planned)
    const amount = units((character.supply * planned.share) / payees.length)
    const calls = payees.map((payee) => ({ target: token.address, data: encodeFunctionData({ abi: token.abi, functionName: 'transfer', args: [payee, amount] }) }))
    if (planned.takesOver) calls.push({ target: rewards.address, data: encodeFunctionData({ abi: rewards.abi, functionName: 'acceptOwnership' }) })
    const end = planned.reception === 'accepted' ? 'executed' : planned.reception === 'withdrawn' ? 'withdrawn' : 'left'
    return { title: planned.title, proposer, calls, ballots: (age) => toBallots(planned, age), end }
  }
  return openMotions(chain, governor, proposals.map((planned) => ({ day: planned.day, draw: () => toMotion(planned) })))

  function toBallots({ reception }: PlannedProposal, age: number): MotionBallot[] {
    const voters = reception === 'ignored' ? delegates.slice(Math.round(delegates.length * 0.6)) : [...delegates, ...founders, ...operators]
    return voters.flatMap((voter, place): MotionBallot[] => {
      if (2 + (place % 4) !== age) return []
      const agrees = random.chance(0.88) === (reception !== 'rejected')
      return [[voter, random.chance(0.06) ? supportNumbers.abstain : agrees ? supportNumbers.for : supportNumbers.against]]
    })
  }
}
