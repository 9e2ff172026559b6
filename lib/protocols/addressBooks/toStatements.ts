import { labelStatementSchema, type LabelStatement } from '@/lib/domain/labelStatement'
import type { BookEntry } from './addressBook'

/** An address book as it is installed. */
export interface InstalledBook {
  package: string
  version: string
}

/** The name under which a version's labels are kept: another version is another. */
export const toBookFile = ({ package: name, version }: InstalledBook): string => `${name}@${version}`

/**
 * What an address book says, as statements: certain, because those who deployed the contracts publish it.
 *
 * @param asOf the day on which it was read
 * @example toStatements({ package: 'synthetix', version: '2.102.1' }, entries, '2026-11-22')[0]?.source // 'https://www.npmjs.com/package/synthetix/v/2.102.1'
 */
export const toStatements = (book: InstalledBook, entries: readonly BookEntry[], asOf: string): LabelStatement[] =>
  entries.map((entry) =>
    labelStatementSchema.parse({ ...entry, origin: 'addressBook', file: toBookFile(book), source: `https://www.npmjs.com/package/${book.package}/v/${book.version}`, asOf, confidence: 'certain' }),
  )
