import type { Database } from '@/db/database'
import type { Ledger } from '../ledger'
import { openOtherSides } from './openOtherSides'
import { openWrappers, type OpenedOwnerships } from './openWrappers'

/**
 * To whom what a protocol's wrappers hold belongs, from what is kept in the database alone, with the owners on other chains in place of the escrows of
 * bridges.
 *
 * @param upTo the last block that will be asked about
 */
export const openOwnerships = (database: Database, ledger: Pick<Ledger, 'token' | 'outlook' | 'ledgers'>, upTo: number): Promise<OpenedOwnerships> =>
  openWrappers(database, ledger, upTo, openOtherSides(database, ledger))
