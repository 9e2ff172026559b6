import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { toProgramPlaces, type ProgramPlace } from '../../sources/rewards/registry'
import { loadProgram, type ProgramRecord } from './loadProgram'

/** A contract that pays the protocol's token, with what is on record of it */
export interface RecordedProgram {
  place: ProgramPlace
  record: ProgramRecord
}

/** One whose logs or ledgers do not tell it. */
export interface UnreadProgram {
  place: ProgramPlace
  error: unknown
}

/**
 * Contracts that pay the protocol's token, and how many pay another.
 *
 * @example toOwnPrograms(aave).places.map(({ source }) => source.id) // ['stakedToken']
 */
export function toOwnPrograms({ wrappers, token }: Pick<TrackedProtocol, 'wrappers' | 'token'>): { places: ProgramPlace[]; others: number } {
  const all = wrappers.flatMap(toProgramPlaces)
  const places = all.filter(({ program }) => program.rewardToken === token.address)
  return { places, others: all.length - places.length }
}

/**
 * The records of all of them up to a block; one that cannot be told keeps no other from its turn.
 *
 * @example (await loadOwnPrograms(database, aave, 21_500_000)).recorded.length // 1
 */
export async function loadOwnPrograms(database: Database, protocol: TrackedProtocol, upTo: number): Promise<{ recorded: RecordedProgram[]; unread: UnreadProgram[] }> {
  const recorded: RecordedProgram[] = []
  const unread: UnreadProgram[] = []
  for (const place of toOwnPrograms(protocol).places)
    try {
      recorded.push({ place, record: await loadProgram(database, { chainId: protocol.token.chainId, ledgers: protocol.ledgers }, place, upTo) })
    } catch (error) {
      unread.push({ place, error })
    }
  return { recorded, unread }
}
