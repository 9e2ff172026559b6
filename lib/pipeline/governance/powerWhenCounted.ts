import type { Database } from '@/db/database'
import type { ProposalToSave } from '@/db/proposals'
import type { TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '../../chain/reader'
import type { Proposal } from '../../domain/proposal'
import { loadPastVotes, type PastMoment, type PastVotes } from './loadPastVotes'

type CountedAt = Proposal['countedAt']

/**
 * What everybody could cast when votes on proposals were counted, where what is kept tells it: who did not vote could have turned an outcome as well.
 * All logs are folded once, for all proposals, when the first is asked for.
 *
 * @param counted by the proposals' keys
 * @returns by a key what is to be saved with the proposal
 * @example const powerOf = openPowerWhenCounted({ protocol, database, reader }, counted); await saveWith((await powerOf('7'))!)
 */
export function openPowerWhenCounted(
  { protocol, database, reader }: { protocol: TrackedProtocol; database: Database; reader: Pick<ChainReader, 'readBlock'> },
  counted: ReadonlyMap<string, CountedAt>,
): (key: string) => Promise<ProposalToSave['power']> {
  const fold = async (): Promise<(key: string) => ProposalToSave['power']> => {
    const past = await loadPastVotes(database, protocol)
    if (typeof past === 'string') return () => () => past
    const moments = await Promise.all([...counted].map(async ([key, countedAt]) => ({ key, moment: await toMoment(countedAt, past, reader) })))
    const known = moments.flatMap(({ key, moment }) => (moment ? [{ key, moment }] : []))
    const votesAt = await past.at(known.map(({ moment }) => moment))
    const places = new Map(known.map(({ key }, place) => [key, place]))
    return (key) => () => {
      const place = places.get(key)
      return place === undefined ? 'notReached' : votesAt(place)
    }
  }
  let folded: ReturnType<typeof fold> | null = null
  return async (key) => (await (folded ??= fold()))(key)
}

/** When votes were counted; null where logs do not reach so far. */
async function toMoment(countedAt: CountedAt, { end, hangOnTime }: PastVotes, reader: Pick<ChainReader, 'readBlock'>): Promise<PastMoment | null> {
  const block = countedAt?.clock === 'blockNumber' ? countedAt.at : countedAt?.block
  if (!countedAt || block === undefined || block > end) return null
  return { block, timestamp: countedAt.clock === 'timestamp' ? countedAt.at : hangOnTime ? (await reader.readBlock(block)).timestamp : null }
}
