import type { Database } from '@/db/database'
import { loadLabelPlaces, removeLabelStatements, saveLabelStatements } from '@/db/labels'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { toBookFile, toStatements } from '@/lib/protocols/addressBooks/toStatements'
import { UsageError } from '../usageError'
import type { ReadBook } from './readAddressBooks'

/**
 * Keeps what address books say of the accounts on a protocol's chain. A version that is kept already is not read again; another version of
 * the same package goes.
 *
 * @param asOf the UTC day on which they were read
 * @returns how many labels each book said that was not kept yet
 */
export async function saveAddressBooks(database: Database, { slug, token }: Pick<TrackedProtocol, 'slug' | 'token'>, books: readonly ReadBook[], asOf: string): Promise<{ file: string; labels: number }[]> {
  const kept = (await loadLabelPlaces(database)).filter(({ protocol, origin }) => protocol === slug && origin === 'addressBook').map(({ file }) => file)
  const saved: { file: string; labels: number }[] = []
  for (const book of books) {
    const file = toBookFile(book)
    if (kept.includes(file)) continue
    const statements = toStatements(book, book.toEntries(book.content, token.chainId), asOf)
    for (const other of kept.filter((one) => one.startsWith(`${book.package}@`))) await removeLabelStatements(database, { protocol: slug, origin: 'addressBook', file: other })
    if (statements.length === 0) continue
    await saveLabelStatements(database, { protocol: slug, origin: 'addressBook', file }, statements)
    saved.push({ file, labels: statements.length })
  }
  return saved
}

/**
 * `lorenz labels books`: keeps what the installed address books say of followed protocols' chains.
 *
 * @param slugs null for all that are followed
 * @throws UsageError where one is not followed
 */
export async function keepAddressBooks(database: Database, slugs: readonly string[] | null, books: readonly ReadBook[], asOf: string): Promise<string> {
  const followed = await loadProtocols(database)
  const unknown = (slugs ?? []).filter((slug) => !followed.some((protocol) => protocol.slug === slug))
  if (unknown.length > 0) throw new UsageError(`${unknown.join(', ')} is not followed here. There are: ${followed.map(({ slug }) => slug).join(', ') || 'none'}.`)
  if (books.length === 0) return 'No address book is installed.'
  const lines: string[] = [`Installed: ${books.map(toBookFile).join(', ')}.`]
  for (const protocol of followed.filter(({ slug }) => slugs === null || slugs.includes(slug))) {
    const saved = await saveAddressBooks(database, protocol, books, asOf)
    lines.push(`${protocol.slug}: ${saved.length === 0 ? 'nothing that is not kept already' : saved.map(({ file, labels }) => `${labels.toLocaleString('en')} of ${file}`).join(', ')}.`)
  }
  return lines.join('\n')
}
