import { basename } from 'node:path'
import type { Database } from '@/db/database'
import { countSeen, saveLabelStatements } from '@/db/labels'
import { toLabelVersion } from '@/db/labelSets'
import type { Confidence, Label } from '@/lib/domain/label'
import { parseLabelList, type LabelList } from '@/lib/lists/labelList'
import { toListText } from '@/lib/lists/listText'
import { findProtocol } from '../findProtocol'
import { readFileBytes } from '../readFileBytes'

export interface ImportLabelsOptions {
  protocol: string
  /** UTC day, as in '2026-04-01' */
  asOf: string
  source: string | null
  confidence: Confidence | null
  /** Only say what would be kept */
  check: boolean
}

/** So many words that mean nothing are told one by one. */
const toldWords = 12

/**
 * `lorenz labels import`: keeps what a file says of accounts, all of it or, where a row is wrong, nothing. The same file, by its name, takes
 * the place of what it said before. A protocol that is known but not followed yet is followed from now on.
 *
 * @returns what is said about it
 * @throws Error that names the file, and line and column of what is wrong
 */
export async function importLabels(database: Database, path: string, options: ImportLabelsOptions): Promise<string> {
  const { protocol, follow } = await findProtocol(database, options.protocol)
  const file = basename(path)
  const { asOf, source, confidence } = options
  const list = await readFileBytes(path, async (bytes) => parseLabelList(await toListText(bytes), { file, asOf, source, confidence, token: protocol.token }))
  const lines = [`${path}: ${toCount(list.statements.length, 'label')} for ${protocol.slug}${toLeftOut(list)}.`, `Roles: ${toRoles(list)}.`, ...toWords(list)]
  if (options.check) return [...lines, 'Nothing was kept: this was a check.'].join('\n')
  await follow()
  const place = { protocol: protocol.slug, origin: 'imported', file } as const
  const before = await saveLabelStatements(database, place, list.statements)
  const now = (await findProtocol(database, protocol.slug)).protocol
  const seen = await countSeen(database, place)
  return [
    ...lines,
    ...(before > 0 ? [`They take the place of ${toCount(before, 'label')} that this file said before.`] : []),
    `${seen} of the accounts ${seen === 1 ? 'has' : 'have'} been seen here; labels of the others count once a ledger or a list names them.`,
    ...toOverruled(list, now.labels),
    `The labels of ${protocol.slug} are now version ${toLabelVersion(now)}. Figures follow with the next snapshot; "lorenz recompute --protocols ${protocol.slug}" shows them now.`,
  ].join('\n')
}

const toCount = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

function toLeftOut({ rows, elsewhere, repeated }: LabelList): string {
  const parts = [elsewhere > 0 && `${elsewhere} are of other tokens or chains`, repeated > 0 && `${repeated} say again what another says`].filter((part) => part !== false)
  return parts.length === 0 ? '' : `; of ${rows.toLocaleString('en')} rows ${parts.join(' and ')}`
}

function toRoles({ statements }: LabelList): string {
  const counts = new Map<string, number>()
  for (const { role } of statements) counts.set(role ?? 'none', (counts.get(role ?? 'none') ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([role, times]) => `${role} ${times}`).join(', ')
}

function toWords({ unknownWords }: LabelList): string[] {
  if (unknownWords.length === 0) return []
  const told = unknownWords.slice(0, toldWords).map(([word, times]) => `"${word}" (${times})`)
  const left = unknownWords.length - told.length
  return [`No roles here, so their accounts have names only: ${told.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`]
}

function toOverruled({ statements }: LabelList, effective: readonly Label[]): string[] {
  const counted = new Map(effective.map((label) => [label.address, label]))
  const overruled = statements.filter(({ address, role }) => role !== null && counted.has(address) && counted.get(address)!.role !== role)
  if (overruled.length === 0) return []
  const told = overruled.slice(0, 5).map(({ address, role }) => `${address} (${counted.get(address)!.role}, not ${role})`)
  return [`${toCount(overruled.length, 'account')} ${overruled.length === 1 ? 'keeps' : 'keep'} the role that is said with more weight: ${told.join(', ')}${overruled.length > told.length ? ', …' : ''}.`]
}
