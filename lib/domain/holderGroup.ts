import { accountRoles, type AccountRole, type Label } from './label'
import type { Text } from './text'

/** Who holds: the role of an account, or what it is where it has none. Every account is in one group. */
export type HolderGroup = AccountRole | 'otherAccounts' | 'otherContracts' | 'otherMultisigs'

/** What a group is called. */
export const holderGroups: Readonly<Record<HolderGroup, Text>> = {
  ...accountRoles,
  otherMultisigs: { en: 'other multisigs', de: 'übrige Multisigs' },
  otherContracts: { en: 'other contracts', de: 'übrige Contracts' },
  otherAccounts: { en: 'other accounts', de: 'übrige Konten' },
}

/**
 * The group of an account: its role; without one, what it is. Whoever nobody knows is with the people, as an account without a label is.
 *
 * @example toHolderGroup({ role: null, kind: 'contract' }) // 'otherContracts'
 * @example toHolderGroup(undefined) // 'otherAccounts'
 */
export function toHolderGroup(label: Pick<Label, 'role' | 'kind'> | undefined): HolderGroup {
  if (label?.role) return label.role
  return label?.kind === 'contract' ? 'otherContracts' : label?.kind === 'multisig' ? 'otherMultisigs' : 'otherAccounts'
}

/** What one group holds of a distribution. */
export interface GroupShare {
  group: HolderGroup
  accounts: number
  /** smallest units */
  amount: bigint
}

/** Who held by group at the end of a day. */
export interface CompositionDay {
  /** UTC day, as in '2026-04-01' */
  day: string
  block: number
  /** Unix seconds of the block */
  timestamp: number
  /** What shares are taken of, smallest units: Σ amount */
  denominator: bigint
  shares: readonly GroupShare[]
}
