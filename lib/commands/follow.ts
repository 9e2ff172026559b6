import type { Database } from '@/db/database'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import type { Protocol } from '@/lib/domain/protocol'

/** Notes what is followed, so that pages and other commands know it. */
export async function follow(database: Database, protocols: readonly Protocol[]): Promise<TrackedProtocol[]> {
  const followed: TrackedProtocol[] = []
  for (const [position, protocol] of protocols.entries()) followed.push(await saveProtocol(database, protocol, position))
  return followed
}
