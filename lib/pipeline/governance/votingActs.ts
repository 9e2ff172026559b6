import type { Database } from '@/db/database'
import { loadNewestEvents, streamEvents, type EventFilter } from '@/db/eventLogs'
import type { TrackedProtocol } from '@/db/protocols'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import { toGovernorSource } from '../../sources/governors/registry'
import { toVotesSource } from '../../sources/votes/registry'
import { assertEventsReach } from '../assertEventsReach'

/** What somebody does to take part: gives votes to a delegate, itself among them, or votes. */
export type VotingAct = 'delegation' | 'vote'

/** Logs of one kind of act in one contract. */
interface ActPlace {
  filter: EventFilter
  /** All of the filter's events where absent */
  topic?: `0x${string}`
  /** null for a log that is no such act */
  toActor: (log: Log) => Address | null
}

/** Of so many acts of each kind the cost is looked at: the newest ones, as fees change from year to year. */
const actsLookedAt = 200

function toPlaces({ token: { chainId }, governance }: Pick<TrackedProtocol, 'token' | 'governance'>, act: VotingAct): ActPlace[] {
  if (act === 'delegation') {
    return governance.votes.flatMap((contract) => {
      const { logs, giving } = toVotesSource(contract.source)
      return logs(contract).filter(({ topics }) => topics.includes(giving.topic)).map((filter) => ({ filter: { chainId, ...filter }, topic: giving.topic, toActor: giving.toGiver }))
    })
  }
  return governance.governors.map((governor) => {
    const source = toGovernorSource(governor.source)
    const toActor = (log: Log) => {
      const event = source.toEvent(log)
      return event.kind === 'cast' ? event.voter : null
    }
    return { filter: { chainId, ...source.logs(governor)[1] }, toActor }
  })
}

/** Somebody who took part, and in which transaction; null where that is not kept. */
export interface NewestAct {
  account: Address
  blockNumber: number
  transaction: `0x${string}` | null
}

/** The newest acts of a kind in a protocol, up to a block; of several contracts as many of each. */
export async function loadNewestActs(database: Database, protocol: Pick<TrackedProtocol, 'token' | 'governance'>, act: VotingAct, upTo: number): Promise<NewestAct[]> {
  const lists = await Promise.all(toPlaces(protocol, act).map(async ({ filter, topic, toActor }) => {
    const logs = await loadNewestEvents(database, filter, { topic, upTo, limit: actsLookedAt })
    return logs.flatMap((log): NewestAct[] => {
      const account = toActor(log)
      return account === null ? [] : [{ account, blockNumber: log.blockNumber, transaction: (log.transactionHash ?? null) as NewestAct['transaction'] }]
    })
  }))
  return lists.flat()
}

/**
 * Everybody who ever gave votes to a delegate, itself among them, up to a block.
 *
 * @throws Error in plain words where the logs are not kept up to there
 */
export async function loadGivers(database: Database, protocol: Pick<TrackedProtocol, 'token' | 'governance'>, upTo: number): Promise<Set<Address>> {
  const givers = new Set<Address>()
  for (const { filter, topic, toActor } of toPlaces(protocol, 'delegation')) {
    await assertEventsReach(database, [filter], upTo, `delegations at ${filter.address}`)
    for await (const logs of streamEvents(database, filter, { topic: topic!, upTo })) for (const log of logs) {
      const giver = toActor(log)
      if (giver !== null) givers.add(giver)
    }
  }
  return givers
}
