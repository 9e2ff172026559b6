import type { StoryTurn } from '@/lib/domain/environment'
import type { Protocol } from '@/lib/domain/protocol'
import type { OnProgress } from '@/lib/pipeline/progress'
import { beginCompute, beginLend, beginSwap, type BegunProtocol } from './beginProtocols'
import { day, foundingDays, storyDays, storyStart, toTimestamp } from './calendar'
import { toCast } from './cast'
import { deployExchanges } from './deployExchanges'
import { openDollars } from './dollars'
import { playFounding } from './founding'
import { openRandom } from './random'
import type { Rpc } from './rpc'
import { StoryChain } from './storyChain'
import { toProtocol } from './toProtocol'
import { openTraders } from './traders'
import { turns } from './turns'
import type { Habit, World } from './world'

// Further blocks of a day, drawn by lot.
const furtherBlocks = [0, 0, 0, 0, 0, 0, 0, 0, 1, 2]

export interface StoryLength {
  seed: string
  /** 'concentrating' where absent */
  turn?: StoryTurn
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
export async function playStory(rpc: Rpc, { seed, turn = 'concentrating', people, days }: StoryLength, onProgress: OnProgress = () => {}): Promise<PlayedStory> {
  const chain = new StoryChain(rpc, storyStart)
  const cast = toCast(seed, people)
  const characters = turns[turn]
  const tell = (today: number) => onProgress({ label: 'demo story', unit: 'days', done: today, total: days })
  tell(0)
  const founding = await playFounding(chain, cast, seed, characters)
  const exchanges = await deployExchanges(chain, cast.deployer)
  await chain.mine(toTimestamp(foundingDays) + 10 * 3600)
  const dollars = await openDollars(chain, cast, seed, exchanges)
  const world: World = { chain, cast, seed, exchanges, dollars, characters }
  const begun: (BegunProtocol & { trade: Habit })[] = []
  const begin = (one: BegunProtocol) => void begun.push({ ...one, trade: openTraders(world, one.protocol) })
  begin(await beginSwap(world, founding.swap, days))
  begin(await beginLend(world, founding.lend, days))

  const clock = openRandom(seed, 'clock')
  for (let today = foundingDays + 1; today < days - 1; today++) {
    if (today === characters.compute.launch) {
      await chain.mine(toTimestamp(today) + 6 * 3600)
      begin(await beginCompute(world))
    }
    for (const { habits, trade } of begun) for (const habit of [...habits, trade]) await habit(today)
    await dollars.habit(today)
    await chain.mine(toTimestamp(today) + 8 * 3600 + clock.integer(6 * 3600))
    // Trading goes on: on one day in five there are one or two blocks more.
    for (let block = clock.pick(furtherBlocks); block > 0; block--) {
      for (const { trade } of begun) await trade(today)
      if (chain.hasWaiting) await chain.mine(chain.timestamp + 600 + clock.integer(2 * 3600))
    }
    for (const { evenings } of begun) {
      for (const evening of evenings) await evening(today)
      if (chain.hasWaiting) await chain.mine(chain.timestamp + 600)
    }
    if (today % 10 === 0) tell(today)
  }
  // Three blocks at the end: the finalized block, two below the head, then comes after the last transaction.
  await chain.mine(toTimestamp(days - 1) + day - 600)
  await chain.mineEmpty(3, 12)
  tell(days)
  const protocols = begun.map(({ protocol }) => toProtocol(protocol, dollars.money))
  return { protocols, transactions: chain.transactions, logs: chain.logs, blocks: chain.blockNumber }
}
