import { encodeFunctionData } from 'viem'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { toDay } from './calendar'
import type { ComputeGovernor } from './computeGovernance'
import { toDelegates } from './delegations'
import { toGovernanceStories, type GovernanceStory } from './governanceStories'
import { addLiquidity } from './market'
import { openMotions, supportNumbers, type Motion, type MotionBallot } from './motions'
import type { Contract } from './storyChain'
import { storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

/** Plays the stories of governanceStories.ts: their proposals with everybody's votes, and what the people in them do before and after. */
export function openComputeStories(world: World, protocol: StoryProtocol, invited: readonly Address[], { governor, timelock }: ComputeGovernor): Habit {
  const { chain, cast } = world
  const { token, rewards, pair, character, labels } = protocol
  const { hostingFirm, campaigner, poolFirms, investors, deployer } = cast
  const lenders = investors.slice(1, 4)
  labels.push(
    storyLabel(hostingFirm, null, 'Polar Compute', 'person'),
    storyLabel(campaigner, null, 'Demo campaigner', 'person'),
    ...poolFirms.map((firm, place) => storyLabel(firm, null, `Demo pool firm ${place + 1}`, 'person')),
  )

  const call = (contract: Contract, functionName: string, args: readonly unknown[]) => ({
    target: contract.address,
    data: encodeFunctionData({ abi: contract.abi, functionName, args }),
  })
  const season = units(600_000)
  const calls: Record<GovernanceStory['id'], Motion['calls']> = {
    decidedAlone: [call(token, 'transfer', [hostingFirm, units(300_000)])],
    flipped: [call(token, 'transfer', [hostingFirm, units(600_000)])],
    missedByOne: [call(token, 'transfer', [cast.safeOwners[1], units(20_000)])],
    ownGain: [call(token, 'transfer', [rewards.address, season]), call(rewards, 'notifyRewardAmount', [season])],
  }
  const toMotion = (story: GovernanceStory): Motion => {
    const ballots = [...story.for.map((voter): MotionBallot => [voter, supportNumbers.for]), ...story.against.map((voter): MotionBallot => [voter, supportNumbers.against])]
    const ofAge = (age: number) => ballots.filter((_, place) => 2 + (place % 4) === age)
    return { title: story.title, proposer: story.proposer, calls: calls[story.id], ballots: ofAge, end: story.passed ? 'executed' : 'left' }
  }

  const give = (from: Address, to: Address, whole: number) => chain.send(from, token, 'transfer', [to, units(whole)])
  const lend = (from: Address, to: Address) => chain.send(from, token, 'delegate', [to])
  const deeds = new Map<number, () => void>([
    // The rewards reserve sells to the firm, outside of the pool.
    [toDay('2023-12-11'), () => (give(deployer, hostingFirm, 4_200_000), lend(hostingFirm, hostingFirm))],
    [toDay('2024-05-17'), () => lenders.forEach((lender) => lend(lender, campaigner))],
    [toDay('2024-06-03'), () => lenders.forEach((lender) => lend(lender, zeroAddress))],
    // Beaten, it sells all it has.
    [toDay('2024-07-01'), () => poolFirms.forEach((firm, place) => give(hostingFirm, firm, [1_900_000, 1_500_000, 1_100_000][place]!))],
    [toDay('2024-07-08'), () => poolFirms.forEach((firm) => addLiquidity(world, protocol, firm, units(100_000)))],
    [toDay('2024-07-09'), () => poolFirms.slice(0, 2).forEach(stake)],
    // Whoever may announce rewards: from now on what voters decide.
    [toDay('2025-06-20'), () => chain.send(deployer, rewards, 'setRewardsDistribution', [timelock.address])],
    [toDay('2025-07-01'), () => poolFirms.forEach((firm) => lend(firm, firm))],
    [toDay('2025-12-01'), () => poolFirms.slice(0, 2).forEach((firm) => chain.send(firm, rewards, 'getReward'))],
  ])

  function stake(firm: Address): void {
    const shares = chain.ledger.balanceOf(pair.address, firm)
    chain.send(firm, pair, 'approve', [rewards.address, shares])
    chain.send(firm, rewards, 'stake', [shares])
  }

  const mostHeard = toDelegates(world.seed, character, invited)[0]!
  const motions = openMotions(chain, governor, toGovernanceStories(cast, mostHeard).map((story) => ({ day: story.day, draw: () => toMotion(story) })))
  return (today) => {
    deeds.get(today)?.()
    return motions(today)
  }
}
