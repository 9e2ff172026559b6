import type { Protocol } from '@/lib/domain/protocol'
import type { OnProgress } from '@/lib/pipeline/progress'
import { deployDistributor, openClaims, openPayouts, toAllocations } from './airdrop'
import { loadCompiled } from './artifact'
import { day, storyDays, storyStart, toTimestamp } from './calendar'
import { toCast } from './cast'
import { demoCompute, demoLend, demoSwap } from './characters'
import { deployExchanges, openPool } from './deployExchanges'
import { playFounding } from './founding'
import { openLiquidityProviders } from './liquidityProviders'
import { openRandom } from './random'
import type { Rpc } from './rpc'
import { openSmallHolders } from './smallHolders'
import { StoryChain } from './storyChain'
import { toProtocol } from './toProtocol'
import { openTraders } from './traders'
import { openVesting } from './vesting'
import { openWhales } from './whales'
import { storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

export interface StoryLength {
  seed: string
  /** 1,000 in the whole story */
  people: number
  /** 1,096 in the whole story */
  days: number
}

export const wholeStory: StoryLength = { seed: 'lorenz', people: 1000, days: storyDays }

/** What a played story leaves: the protocols as Lorenz reads them, and what it took. */
export interface PlayedStory {
  protocols: Protocol[]
  transactions: number
  logs: number
  blocks: number
}

/**
 * Plays the demo chain's story on a fresh node that mines on request and lets any account send. Same seed and length, same chain:
 * nothing here reads the clock or a random number of the machine.
 *
 * @throws Error that names the transaction, where one fails: the story allows for none
 */
export async function playStory(rpc: Rpc, { seed, people, days }: StoryLength, onProgress: OnProgress = () => {}): Promise<PlayedStory> {
  const chain = new StoryChain(rpc, storyStart)
  const cast = toCast(seed, people)
  const tell = (today: number) => onProgress({ label: 'demo story', unit: 'days', done: today, total: days })
  tell(0)
  const { swap, lend } = await playFounding(chain, cast, seed)
  const exchanges = await deployExchanges(chain, cast.deployer)
  await chain.mine(toTimestamp(12) + 10 * 3600)
  const world: World = { chain, cast, seed, exchanges }
  const habits: Habit[] = []
  const protocols: StoryProtocol[] = []
  const begin = async (protocol: StoryProtocol, invited: readonly `0x${string}`[]) => {
    protocols.push(protocol)
    await chain.mine(chain.timestamp + 60)
    habits.push(
      openLiquidityProviders(world, protocol, invited),
      openSmallHolders(world, protocol, invited),
      openWhales(world, protocol),
      openTraders(world, protocol),
      openVesting(world, protocol, 0.12),
    )
    await chain.mine(chain.timestamp + 60)
  }

  const swapPool = await openPool(world, demoSwap, swap.token, swap.tokenBlock)
  swapPool.labels.push(
    storyLabel(swap.timelock.address, 'timelock', 'Demo Swap timelock (treasury)'),
    storyLabel(swap.distributor.address, 'distributor', 'Demo Swap airdrop'),
  )
  await begin(swapPool, swap.allocations.map(([account]) => account))
  habits.push(openClaims(world, swapPool, swap.distributor, swap.claims))

  const lendPool = await openPool(world, demoLend, lend.token, lend.tokenBlock)
  lendPool.labels.push(
    storyLabel(lend.timelock.address, 'timelock', 'Demo Lend timelock (treasury)'),
    storyLabel(cast.usageReserve, 'distributor', 'Demo Lend usage reserve', 'person'),
  )
  await begin(lendPool, lend.allocations.map(([account]) => account))
  habits.push(openPayouts(world, lendPool, cast.usageReserve, lend.allocations))

  const clock = openRandom(seed, 'clock')
  for (let today = 13; today < days - 1; today++) {
    if (today === demoCompute.launch) {
      const token = chain.deploy(cast.deployer, loadCompiled('DemoComputeToken'), [cast.deployer, units(demoCompute.supply)])
      await chain.mine(toTimestamp(today) + 6 * 3600)
      const tokenBlock = chain.blockNumber
      const pool = await openPool(world, demoCompute, token, tokenBlock)
      const allocations = toAllocations(seed, demoCompute, cast.people)
      const { distributor, claims } = deployDistributor(chain, cast.deployer, token.address, allocations)
      chain.send(cast.deployer, token, 'transfer', [distributor.address, units(demoCompute.supply * demoCompute.airdrop)])
      pool.labels.push(storyLabel(distributor.address, 'distributor', 'Demo Compute airdrop'))
      await begin(pool, allocations.map(([account]) => account))
      habits.push(openClaims(world, pool, distributor, claims))
    }
    for (const habit of habits) habit(today)
    await chain.mine(toTimestamp(today) + 8 * 3600 + clock.integer(12 * 3600))
    if (today % 10 === 0) tell(today)
  }
  // Three blocks at the end: the finalized block, two below the head, then comes after the last transaction.
  await chain.mine(toTimestamp(days - 1) + day - 600)
  await chain.mineEmpty(3, 12)
  tell(days)
  return { protocols: protocols.map(toProtocol), transactions: chain.transactions, logs: chain.logs, blocks: chain.blockNumber }
}
