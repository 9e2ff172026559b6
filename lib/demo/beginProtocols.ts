import { deployDistributor, openClaims, openPayouts, toAllocations } from './airdrop'
import { loadCompiled } from './artifact'
import type { Character } from './characters'
import { deployComputeGovernor, openComputeGovernance } from './computeGovernance'
import { openComputeStories } from './computeStories'
import { openPool } from './deployExchanges'
import { openDirectProviders } from './directProvider'
import { openFinalVotes } from './finalVotes'
import type { Founding } from './founding'
import { deployLists } from './lists'
import { openLendMarket } from './lendMarket'
import { openMarketHabits } from './marketHabits'
import { openNetworkPeople } from './networkPeople'
import { openPositionCare } from './positionCare'
import { openPositions } from './positions'
import { openSafe } from './safe'
import { openVault } from './vault'
import { openVoteLocks } from './voteLocks'
import type { Contract } from './storyChain'
import { toStoryWrapper } from './storyWrapper'
import { storyControlled, storyGovernor, storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

/** A protocol whose token is out, and what its people do every day from then on. */
export interface BegunProtocol {
  protocol: StoryProtocol
  habits: Habit[]
  /** What is done when the day's blocks are mined, in a block of its own */
  evenings: Habit[]
}

/** Where power spreads, keys are with those who vote. */
const toKeeper = ({ spreading }: Character, timelock: Contract) => (spreading ? timelock.address : undefined)

/** Demo Swap opens: the exchange, with a v3 pool beside the v2 pair. UNI and its governor are there already. */
export async function beginSwap(world: World, { token, tokenBlock, governor, timelock, distributor, claims, allocations }: Founding['swap'], days: number) {
  const protocol = await openPool(world, world.characters.swap, token, tokenBlock, toKeeper(world.characters.swap, timelock))
  const invited = allocations.map(([account]) => account)
  protocol.labels.push(
    storyLabel(timelock.address, 'timelock', 'Demo Swap timelock (treasury)'),
    storyLabel(distributor.address, 'distributor', 'Demo Swap airdrop'),
  )
  protocol.governance.controlled.push(storyControlled(timelock.address, 'Demo Swap timelock'), storyControlled(governor.address, 'Demo Swap Governor'))
  protocol.governance.governors.push(storyGovernor('governorAlpha', governor.address, 'Demo Swap Governor', tokenBlock))
  protocol.wrappers.push(toStoryWrapper(world.chain, distributor, { source: 'merkleDistributor', name: 'Demo Swap airdrop', assets: [token.address] }))
  const vote = { governor, proposalId: 3, title: 'Liquidity for market makers', days, yes: true, no: false }
  const habits = [openClaims(world, protocol, distributor, claims), ...openMarketHabits(world, protocol, invited, 0.12)]
  await world.chain.mine(world.chain.timestamp + 60)
  const { pool, habit } = await openPositions(world, protocol, invited)
  habits.push(habit)
  // Where power spreads no account alone has what it takes to propose something to this Governor.
  if (!protocol.character.spreading) habits.push(openFinalVotes(world, protocol, invited, vote))
  const evenings = [openPositionCare(world, protocol, pool, days)]
  if (!protocol.character.spreading) evenings.push(openDirectProviders(world, protocol, pool, days))
  return { protocol, habits, evenings } satisfies BegunProtocol
}

/** Demo Lend opens: the lender, which pays its users out of a reserve. COMP and its governor are there already. */
export async function beginLend(world: World, { token, tokenBlock, governor, alpha, timelock, allocations }: Founding['lend'], days: number) {
  const protocol = await openPool(world, world.characters.lend, token, tokenBlock, toKeeper(world.characters.lend, timelock))
  const invited = allocations.map(([account]) => account)
  protocol.labels.push(
    storyLabel(timelock.address, 'timelock', 'Demo Lend timelock (treasury)'),
    storyLabel(world.cast.usageReserve, 'distributor', 'Demo Lend usage reserve', 'person'),
  )
  protocol.governance.controlled.push(storyControlled(timelock.address, 'Demo Lend timelock'), storyControlled(governor.address, 'Demo Lend Governor'))
  protocol.governance.governors.push(
    storyGovernor('governorBravo', governor.address, 'Demo Lend Governor', tokenBlock),
    storyGovernor('governorAlpha', alpha.address, 'Demo Lend Governor Alpha, the first one', tokenBlock),
  )
  const vote = { governor, proposalId: 4, title: 'Raise the reserve factor', days, yes: 1, no: 0 }
  const habits = [openPayouts(world, protocol, world.cast.usageReserve, allocations), ...openMarketHabits(world, protocol, invited, 0.14)]
  await world.chain.mine(world.chain.timestamp + 60)
  if (!protocol.character.spreading) habits.push(openFinalVotes(world, protocol, invited, vote))
  return { protocol, habits, evenings: [await openLendMarket(world, protocol)] } satisfies BegunProtocol
}

/** Demo Compute opens, token and all: with a vault, a vote escrow, a governor of its own, a Safe, two lists behind proxies, and a network of operators. */
export async function beginCompute(world: World) {
  const { chain, cast, seed, characters: { compute } } = world
  const token = chain.deploy(cast.deployer, loadCompiled('DemoComputeToken'), [cast.deployer, units(compute.supply)])
  await chain.mine(chain.timestamp + 60)
  const protocol = await openPool(world, compute, token, chain.blockNumber)
  const allocations = toAllocations(seed, compute, cast.people)
  const invited = allocations.map(([account]) => account)
  const { distributor, claims } = deployDistributor(chain, cast.deployer, token.address, allocations)
  chain.send(cast.deployer, token, 'transfer', [distributor.address, units(compute.supply * compute.airdrop)])
  protocol.labels.push(storyLabel(distributor.address, 'distributor', 'Demo Compute airdrop'))
  protocol.wrappers.push(toStoryWrapper(chain, distributor, { source: 'merkleDistributor', name: 'Demo Compute airdrop', assets: [token.address] }))
  if (!compute.spreading) chain.send(cast.investors[0]!, token, 'delegate', [cast.investors[0]!])
  const habits = [openClaims(world, protocol, distributor, claims), ...openMarketHabits(world, protocol, invited, 0.1)]
  await chain.mine(chain.timestamp + 60)
  habits.push(openVault(world, protocol, invited), openVoteLocks(world, protocol, invited))
  const governor = deployComputeGovernor(world, protocol, 0.12)
  if (compute.spreading) chain.send(cast.deployer, protocol.rewards, 'nominateNewOwner', [governor.timelock.address])
  const { safe, pay } = await openSafe(world, protocol, 0.05)
  habits.push(openComputeGovernance(world, protocol, invited, governor), pay)
  // Who has too much power makes the stories: where it spreads there are none.
  if (!compute.spreading) habits.push(openComputeStories(world, protocol, invited, governor))
  deployLists(world, protocol, { safe: safe.address, timelock: governor.timelock.address })
  const network = await openNetworkPeople(world, protocol, invited)
  habits.push(network.habit)
  await chain.mine(chain.timestamp + 60)
  return { protocol, habits, evenings: [network.evening] } satisfies BegunProtocol
}
