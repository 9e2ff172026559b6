import { accountRoles, type AccountRole } from '@/lib/domain/label'
import type { Locale } from '@/lib/domain/text'

/** One holder as a view reads it: a row of the ledger, ranked under a lens. */
export interface HolderRow {
  /** 1 is the largest */
  rank: number
  /** EIP-55, as people read it */
  address: string
  /** smallest units */
  amount: bigint
  /** The same as decimal digits, where they are at hand: to write out a large number takes longer than the rest of a row */
  digits?: string
  label: { name: string; role: AccountRole | null; source: string } | null
  /** How it came to what it owns, largest first; they add up to the amount. Absent where the lens does not look through contracts */
  ways?: readonly HolderWay[]
}

/** A contract on a way; of a bridge's escrow that is looked through, with the block of the other chain whose owners stand in its place. */
export interface WayContract {
  address: string
  name: string
  side?: { chainId: number; block: number }
}

/** A way by which tokens came to an owner. */
export interface HolderWay {
  /** The contracts from the token down; none: its own wallet */
  contracts: readonly WayContract[]
  /** True for many small ways taken together, of which only the last contracts are told */
  merged: boolean
  /** smallest units */
  amount: bigint
}

/**
 * An address short enough for a chart: its first six and last four characters.
 *
 * @example shortAddress('0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984') // '0x1F98…F984'
 */
export const shortAddress = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`

/** What a role is called; empty for none. */
export const roleText = (role: AccountRole | null, locale: Locale): string => (role ? accountRoles[role][locale] : '')
