import { toParty, toWord, assertEvent, type EventShape } from './eventWords'
import type { StakeLogs } from './foldStakes'

/** What an event of a farm's pool does to a stake, and which of its topics names whose stake it is. */
interface FarmEvent {
  shape: EventShape
  isPutIn: boolean
  account: 1 | 3
}

const toEvent = (name: string, topic: `0x${string}`, indexed: 2 | 3): FarmEvent => {
  const isPutIn = name === 'Deposit'
  return { shape: { name, topic, indexed, words: 1 }, isPutIn, account: isPutIn && indexed === 3 ? 3 : 1 }
}

/** Deposit, Withdraw and EmergencyWithdraw(address indexed user, uint256 indexed pid, uint256 amount) */
const first = [
  toEvent('Deposit', '0x90890809c654f11d6e72a28fa60149770a0d11ec6c92319d6ceb2bb0a4ea1a15', 2),
  toEvent('Withdraw', '0xf279e6a1f5e320cca91135676d9cb6e44ca8a08c0b88342bcdb1144f6511b568', 2),
  toEvent('EmergencyWithdraw', '0xbb757047c2b5f3974fe26b7c10f732e7bce710b0952a71082702781e62ae0595', 2),
]

/** The same with address indexed to behind the amount */
const later = [
  toEvent('Deposit', '0x02d7e648dd130fc184d383e55bb126ac4c9c60e8f94bf05acdf557ba2d540b47', 3),
  toEvent('Withdraw', '0x8166bf25f8a2b7ed3c85049207da4358d16edbed977d23fa2ee6f0dde3ec2132', 3),
  toEvent('EmergencyWithdraw', '0x2cac5e20e1541d836381527a43f651851e302817b71dc8e810284e69210c1c6b', 3),
]

const events = new Map([...first, ...later].map((event) => [event.shape.topic as string, event]))

/** Topics of the three events of the first MasterChef, in all of its pools. */
export const firstFarmTopics: readonly `0x${string}`[] = first.map(({ shape }) => shape.topic)

/** A pool's number as it stands in its logs. */
export const toPoolTopic = (id: number): `0x${string}` => `0x${id.toString(16).padStart(64, '0')}`

/**
 * Stakes in one pool of a MasterChef. SushiSwap's first one, and its many copies, know nobody but who called: it puts in and takes back for itself. The
 * second one, and MiniChef on other chains, put in for whomever the caller says (`to`), and take back from the caller's own stake, whomever it sends
 * that to. Whoever leaves without its rewards (EmergencyWithdraw) leaves with all that it has in.
 * https://github.com/sushiswap/sushiswap/blob/archieve/canary/contracts/MasterChef.sol, MasterChefV2.sol, MiniChefV2.sol
 *
 * @param id the pool's number
 * @example toFarmStakes(12).toStake(log) // { account: '0x…', amount: 5n, isPutIn: true }
 */
export function toFarmStakes(id: number): StakeLogs {
  const pool = toPoolTopic(id)
  return {
    topics: [...events.keys()] as `0x${string}`[],
    third: [pool],
    toStake: (log) => {
      const { shape, isPutIn, account } = events.get(log.topics[0] ?? '') ?? first[0]!
      assertEvent(log, shape)
      return log.topics[2] === pool ? { account: toParty(log, account), amount: toWord(log, 0), isPutIn } : null
    },
  }
}
