import type { Database } from '@/db/database'
import { loadEventsEnd } from '@/db/eventLogs'

/**
 * Why the kept logs of some filters do not reach a block, in plain words; null where they do.
 *
 * @example await loadEventsGap(database, filters, 200) // 'its logs are read up to block 100, needed is block 200'
 */
export async function loadEventsGap(database: Database, filters: Parameters<typeof loadEventsEnd>[1], upTo: number): Promise<string | null> {
  const end = await loadEventsEnd(database, filters)
  if (end !== null && end >= upTo) return null
  return `its logs are ${end === null ? 'not read yet' : `read up to block ${end}, needed is block ${upTo}`}`
}

/**
 * That the kept logs of some filters reach a block.
 *
 * @param subject whose logs they are; null where whoever hears of the failure says it
 * @throws Error in plain words where they do not
 * @example await assertEventsReach(database, filters, 200, 'votes of UNI') // Error: votes of UNI: its logs are read up to block 100, needed is block 200
 */
export async function assertEventsReach(database: Database, filters: Parameters<typeof loadEventsEnd>[1], upTo: number, subject: string | null): Promise<void> {
  const gap = await loadEventsGap(database, filters, upTo)
  if (gap !== null) throw new Error(subject === null ? gap : `${subject}: ${gap}`)
}
