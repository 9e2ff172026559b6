import { openHeaders } from '../http/respond'

/** The process lives and answers. Asks nothing of anything else: a database that is away is no reason to begin anew. */
export const GET = (): Response => Response.json({ status: 'alive' }, { headers: { ...openHeaders, 'Cache-Control': 'no-store' } })

export const dynamic = 'force-dynamic'
