import type { Database } from '@/db/database'
import { loadProtocols } from '@/db/protocols'
import { openHub } from '@/lib/offChain/hub'
import { openSnapshot } from '@/lib/offChain/snapshotHub'
import { syncSpace, toSpaceText } from '@/lib/pipeline/governance/syncSpace'
import { findProtocol } from '../findProtocol'
import { createReporter } from '../reporter'
import { UsageError } from '../usageError'

export interface SyncSpacesOptions {
  /** null for all that are followed and have a space */
  slugs: readonly string[] | null
  again: boolean
  /** The hub's GraphQL endpoint */
  url: string
  /** Milliseconds between two questions; the hub's own limit where absent */
  pause?: number
}

/**
 * `lorenz votes sync`: brings what spaces voted up to date. One that fails does not keep the others from their turn. A protocol that is known
 * but not followed yet is followed from now on.
 *
 * @returns a line a space
 * @throws UsageError where a protocol is not known or has no space; Error with all that failed
 */
export async function syncSpaces(database: Database, { slugs, again, url, pause }: SyncSpacesOptions): Promise<string> {
  const chosen = slugs ?? (await loadProtocols(database)).filter(({ governance }) => governance.space !== undefined).map(({ slug }) => slug)
  if (chosen.length === 0) throw new UsageError('No protocol that is followed has a space at Snapshot. Name one, as in "lorenz votes sync --protocols uniswap".')
  const found = await Promise.all(chosen.map((slug) => findProtocol(database, slug)))
  const spaceless = found.filter(({ protocol }) => protocol.governance.space === undefined).map(({ protocol }) => protocol.slug)
  if (spaceless.length > 0) throw new UsageError(`${spaceless.join(', ')}: no space at Snapshot is known; it would be "governance: { space }" in the protocol's file.`)
  const hub = openSnapshot(openHub({ url, pause }))
  const reporter = createReporter()
  const lines: string[] = []
  const failures: string[] = []
  for (const { follow } of found) {
    const protocol = await follow()
    try {
      const onProgress = (read: number, all: number) => (read % 10 === 0 || read === all ? reporter.say(`${protocol.name}: ${read} of ${all} proposals read`) : undefined)
      const sync = await syncSpace({ protocol, hub, database, now: Math.floor(Date.now() / 1000), again, onProgress })
      if (sync) lines.push(`${protocol.name}: ${toSpaceText(sync)}.`)
    } catch (error) {
      failures.push(`${protocol.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (failures.length > 0) throw new Error([...lines, ...failures].join('\n'))
  return lines.join('\n')
}
