import { addressSchema, type Address } from '@/lib/domain/address'
import type { AccountRole, Label } from '@/lib/domain/label'

/** An account as an address book names it. */
export interface BookEntry {
  address: Address
  kind: Label['kind']
  role: AccountRole | null
  name: string
}

/** A package on npm in which those who deployed contracts publish where they are. It is read where it is installed, and never needed. */
export interface AddressBook {
  /** Name on npm */
  package: string
  /** What is read of it: a module or a JSON file */
  file: string
  /**
   * The accounts that it names on a chain. What does not look like one is passed over: another version may say more than this one.
   *
   * @param content what the module exports, or the file's JSON
   */
  toEntries(content: unknown, chainId: number): BookEntry[]
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The address that somebody wrote down; null for anything else. */
export function toAddress(value: unknown): Address | null {
  const parsed = addressSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/**
 * A name in capitals or in camel case as words.
 *
 * @example toWords('ECOSYSTEM_RESERVE') // 'ecosystem reserve'
 * @example toWords('SynthetixBridgeEscrow') // 'Synthetix Bridge Escrow'
 */
export const toWords = (name: string): string => (name === name.toUpperCase() ? name.toLowerCase().replaceAll('_', ' ') : name.replace(/([a-z\d])([A-Z])/g, '$1 $2'))

/** The role of the first pattern that a name matches; null where none does. */
export const toRole = (name: string, roles: readonly (readonly [RegExp, AccountRole])[]): AccountRole | null => roles.find(([pattern]) => pattern.test(name))?.[1] ?? null

/** One entry an account: who is named twice keeps the name that says a role, or the first. */
export function toOneEach(entries: readonly BookEntry[]): BookEntry[] {
  const byAddress = new Map<Address, BookEntry>()
  for (const entry of entries) {
    const before = byAddress.get(entry.address)
    if (!before || (before.role === null && entry.role !== null)) byAddress.set(entry.address, entry)
  }
  return [...byAddress.values()]
}
