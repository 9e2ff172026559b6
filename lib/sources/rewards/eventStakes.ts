import type { Address } from '../../domain/address'
import { toParty, toWord } from '../eventWords'
import { toTopics, type StakeEvents } from '../foldStakes'
import type { Stakes } from './rewardSource'

/**
 * Stakes of a contract that keeps books of its own, from its two events.
 *
 * @example eventStakes('0x…', stakingRewardsEvents).logs // [{ address: '0x…', topics: ['0x9e71…', '0x7084…'] }]
 */
export const eventStakes = (address: Address, events: StakeEvents): Extract<Stakes, { logs: unknown }> => ({
  logs: [{ address, topics: toTopics(events) }],
  toChanges: (logs) => logs.map((log) => {
    const amount = toWord(log, 0)
    return { account: toParty(log, 1), blockNumber: log.blockNumber, logIndex: log.logIndex, change: log.topics[0] === events.takenBack.topic ? -amount : amount }
  }),
})
