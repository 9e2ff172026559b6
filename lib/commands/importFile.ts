import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { DecimalAmount } from '@/lib/lists/decimalAmount'
import { parseHolderList } from '@/lib/lists/holderList'
import { toListText } from '@/lib/lists/listText'
import { importDelegates } from '@/lib/pipeline/governance/importDelegates'
import { importList } from '@/lib/pipeline/importList'
import type { ListUnit } from '@/lib/pipeline/listUnit'
import { findProtocol } from './findProtocol'
import { readFileBytes } from './readFileBytes'
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
  /** The list is of delegates and their votes */
  votes?: boolean
}

/**
 * `lorenz import`: a holder list, or a list of delegates, becomes a snapshot of a protocol, marked as imported. A protocol that is known but not followed yet is
 * followed from now on, so that its pages are there.
 *
 * @throws Error that names the file and, where a row is wrong, its line
 */
export async function importFile(path: string, options: ImportOptions): Promise<void> {
  const { bytes, list } = await readFileBytes(path, async (bytes) => ({ bytes, list: parseHolderList(await toListText(bytes)) }))
  const origin = {
    file: { name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex') },
    asOf: options.asOf,
    blockNumber: options.block ?? null,
    unit: options.unit ?? null,
    total: options.total === undefined ? null : toScale(options.total, list.decimals),
    holders: options.holders ?? null,
  }
  const snapshot = await withInstallation(async ({ database }) => {
    const protocol = await (await findProtocol(database, options.protocol)).follow()
    return (options.votes ? importDelegates : importList)({ database, protocol, list, origin })
  })
  const population = snapshot.population === 'truncated' ? ', the top of a longer list' : ''
  process.stdout.write(`${path}: ${list.claims.length.toLocaleString('en')} ${options.votes ? 'delegates' : 'accounts'} kept for ${options.protocol}, ${options.asOf}${population}.\n`)
}

function toScale({ digits, places }: DecimalAmount, decimals: number): bigint {
  if (places <= decimals) return digits * 10n ** BigInt(decimals - places)
  throw new UsageError(`--total has ${places} decimal places, the list has ${decimals}: write it as finely as the list.`)
}
