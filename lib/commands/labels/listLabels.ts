import type { Database } from '@/db/database'
import { loadLabelPlaces, loadLabelStatements, removeLabelStatements } from '@/db/labels'
import { loadProtocol, loadProtocols } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { LabelOrigin } from '@/lib/domain/labelStatement'
import { toTable } from '../toTable'
import { UsageError } from '../usageError'

/**
 * `lorenz labels list`: who says how many things of which protocol's accounts; of one protocol, all that is said.
 *
 * @throws UsageError where the protocol is not followed
 */
export async function listLabels(database: Database, slug: string | null, json: boolean): Promise<string> {
  if (slug === null) {
    const places = await loadLabelPlaces(database)
    if (json) return JSON.stringify(places, null, 2)
    const rows = places.map(({ protocol, origin, file, statements, asOf }) => [protocol, origin, file, statements.toLocaleString('en'), asOf])
    return toTable(['protocol', 'origin', 'file', 'labels', 'newest'], rows, [3])
  }
  await requireFollowed(database, slug)
  const statements = await loadLabelStatements(database, slug)
  if (json) return JSON.stringify(statements.map(({ protocol: _, ...statement }) => statement), null, 2)
  const rows = statements.map(({ address, kind, role, name, origin, file, confidence, asOf }) => [toChecksumAddress(address), kind, role ?? '', name ?? '', file || origin, confidence, asOf])
  return toTable(['address', 'kind', 'role', 'name', 'said by', 'confidence', 'as of'], rows, [])
}

/**
 * `lorenz labels remove`: forgets what a file, or a whole origin, says of a protocol's accounts.
 *
 * @throws UsageError where the protocol is not followed, or nothing was said there
 */
export async function removeLabels(database: Database, slug: string, { file, origin }: { file: string | null; origin: LabelOrigin }): Promise<string> {
  await requireFollowed(database, slug)
  const gone = await removeLabelStatements(database, { protocol: slug, origin, file })
  if (gone === 0) throw new UsageError(`Nothing is kept of ${file ?? `the origin ${origin}`} for ${slug}; "lorenz labels list" shows what there is.`)
  return `${gone.toLocaleString('en')} label${gone === 1 ? ' is' : 's are'} forgotten. Figures follow with the next snapshot.`
}

async function requireFollowed(database: Database, slug: string): Promise<void> {
  if (await loadProtocol(database, slug)) return
  throw new UsageError(`${slug} is not followed here. There are: ${(await loadProtocols(database)).map((each) => each.slug).join(', ') || 'none'}.`)
}
