import { loadReadiness } from '@/db/readiness'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { saysNoDatabase, sharedDatabase } from '../database'
import { openHeaders } from '../http/respond'

export const dynamic = 'force-dynamic'

/** The process can answer pages: its database answers and has this version's tables. How old the newest snapshot is stands beside it. */
export async function GET(): Promise<Response> {
  try {
    const { isMigrated, newestSnapshot } = await loadReadiness(sharedDatabase())
    return say(isMigrated ? 200 : 503, {
      status: isMigrated ? 'ready' : 'not ready',
      database: 'answers',
      migrations: isMigrated ? 'applied' : 'missing: npm start and every lorenz command apply them',
      newest_snapshot: newestSnapshot === null ? null : { block_time: toIsoTime(newestSnapshot), age_seconds: Math.max(0, Math.floor(Date.now() / 1000) - newestSnapshot) },
    })
  } catch (error) {
    if (!saysNoDatabase(error)) throw error
    return say(503, { status: 'not ready', database: 'does not answer' })
  }
}

const say = (status: number, body: object): Response => Response.json(body, { status, headers: { ...openHeaders, 'Cache-Control': 'no-store' } })
