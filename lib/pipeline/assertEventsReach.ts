import type { Database } from '@/db/database'
import { loadEventsEnd } from '@/db/eventLogs'

/**
 * That the kept logs of some filters reach a block.
 *
 * @param subject whose logs they are; null where whoever hears of the failure says it
 * @throws Error in plain words where they do not
 * @example await assertEventsReach(database, filters, 200, 'votes of UNI') // Error: votes of UNI: its logs are read up to block 100, needed is block 200
 */
export async function assertEventsReach(database: Database, filters: Parameters<typeof loadEventsEnd>[1], upTo: number, subject: string | null): Promise<void> {
  const end = await loadEventsEnd(database, filters)
  if (end !== null && end >= upTo) return
  throw new Error(`${subject === null ? '' : `${subject}: `}its logs are ${end === null ? 'not read yet' : `read up to block ${end}, needed is block ${upTo}`}`)
}
