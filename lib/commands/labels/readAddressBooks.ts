import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { AddressBook } from '@/lib/protocols/addressBooks/addressBook'
import { addressBooks } from '@/lib/protocols/addressBooks/registry'
import type { InstalledBook } from '@/lib/protocols/addressBooks/toStatements'
import { checkout } from '../checkout'

/** An address book with what stands in it here. */
export interface ReadBook extends InstalledBook {
  toEntries: AddressBook['toEntries']
  content: unknown
}

const packageSchema = z.object({ version: z.string().min(1).max(60) })

/**
 * Reads the address books that are installed here; one that is not is passed over.
 *
 * @throws Error that names a package that is there and cannot be read
 */
export async function readAddressBooks(directory = join(checkout, 'node_modules')): Promise<ReadBook[]> {
  const books: ReadBook[] = []
  for (const book of addressBooks) {
    const [place, path] = [join(directory, book.package), join(directory, book.package, book.file)]
    if (!existsSync(path)) continue
    try {
      const { version } = packageSchema.parse(JSON.parse(await readFile(join(place, 'package.json'), 'utf8')))
      const content: unknown = path.endsWith('.json') ? JSON.parse(await readFile(path, 'utf8')) : await import(pathToFileURL(path).href)
      books.push({ package: book.package, version, toEntries: book.toEntries, content })
    } catch (error) {
      throw new Error(`the address book ${book.package} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
  return books
}
