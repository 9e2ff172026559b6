import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Database } from '@/db/database'
import { loadProtocol, loadProtocols, saveProtocol, type TrackedProtocol } from '@/db/protocols'
import type { DecimalAmount } from '@/lib/lists/decimalAmount'
import { parseHolderList, type HolderList } from '@/lib/lists/holderList'
import { toListText } from '@/lib/lists/listText'
import { importList, type ListUnit } from '@/lib/pipeline/importList'
import { UsageError } from './usageError'
import { withInstallation } from './withInstallation'

export interface ImportOptions {
  protocol: string
  /** UTC day, as in '2026-04-01' */
  asOf: string
  block?: number
  unit?: ListUnit
  total?: DecimalAmount
  holders?: number
}

/**
 * `lorenz import`: a holder list becomes a snapshot of a protocol, marked as imported. A protocol that is known but not followed yet is
 * followed from now on, so that its pages are there.
 *
 * @throws Error that names the file and, where a row is wrong, its line
 */
export async function importFile(path: string, options: ImportOptions): Promise<void> {
  const { bytes, list } = await readList(path)
  const origin = {
    file: { name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex') },
    asOf: options.asOf,
    blockNumber: options.block ?? null,
    unit: options.unit ?? null,
    total: options.total === undefined ? null : toScale(options.total, list.decimals),
    holders: options.holders ?? null,
  }
  const snapshot = await withInstallation(async ({ database }) => {
    const protocol = await findProtocol(database, options.protocol)
    return importList({ database, protocol, list, origin })
  })
  const population = snapshot.population === 'truncated' ? ', the top of a longer list' : ''
  process.stdout.write(`${path}: ${list.claims.length.toLocaleString('en')} accounts kept for ${options.protocol}, ${options.asOf}${population}.\n`)
}

async function readList(path: string): Promise<{ bytes: Uint8Array; list: HolderList }> {
  try {
    const bytes = await readFile(path)
    return { bytes, list: parseHolderList(await toListText(bytes)) }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Error(`${path}: ${missing ? 'there is no such file' : error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

async function findProtocol(database: Database, slug: string): Promise<TrackedProtocol> {
  const followed = await loadProtocol(database, slug)
  if (followed !== null) return followed
  const { protocols } = await import('@/lib/protocols/registry')
  const position = protocols.findIndex((protocol) => protocol.slug === slug)
  const known = protocols[position]
  if (known !== undefined) return saveProtocol(database, known, position)
  const others = [...(await loadProtocols(database)), ...protocols].map((protocol) => protocol.slug)
  throw new UsageError(`There is no protocol ${slug}. There are: ${[...new Set(others)].join(', ')}.`)
}

function toScale({ digits, places }: DecimalAmount, decimals: number): bigint {
  if (places <= decimals) return digits * 10n ** BigInt(decimals - places)
  throw new UsageError(`--total has ${places} decimal places, the list has ${decimals}: write it as finely as the list.`)
}
