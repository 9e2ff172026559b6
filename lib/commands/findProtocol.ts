import type { Database } from '@/db/database'
import { loadProtocol, loadProtocols, saveProtocol, type TrackedProtocol } from '@/db/protocols'
import type { Protocol } from '@/lib/domain/protocol'
import { UsageError } from './usageError'

/** A protocol that is followed, or known and not followed yet: then with what follows it. */
export interface FoundProtocol {
  protocol: Protocol | TrackedProtocol
  /** Follows it from now on where it is not followed yet */
  follow: () => Promise<TrackedProtocol>
}

/**
 * The protocol of a slug, followed or only known.
 *
 * @throws UsageError that names those there are
 */
export async function findProtocol(database: Database, slug: string): Promise<FoundProtocol> {
  const followed = await loadProtocol(database, slug)
  if (followed !== null) return { protocol: followed, follow: () => Promise.resolve(followed) }
  const { protocols } = await import('@/lib/protocols/registry')
  const position = protocols.findIndex((protocol) => protocol.slug === slug)
  const known = protocols[position]
  if (known !== undefined) return { protocol: known, follow: () => saveProtocol(database, known, position) }
  const others = [...(await loadProtocols(database)), ...protocols].map((protocol) => protocol.slug)
  throw new UsageError(`There is no protocol ${slug}. There are: ${[...new Set(others)].join(', ')}.`)
}
