import type { AccountRole } from './label'

/**
 * The roles that keep tokens for others under a name that can be found: whoever reaches them reaches what they keep. An exchange and a
 * bridge can refuse to hand out; a lending market can be paused or its parameters changed by whoever governs it. A pool, a staking contract, a vault and
 * a vote escrow are left out: by their code depositors take back what is theirs, and no keeper is asked.
 */
export const custodianRoles = ['exchange', 'bridge', 'lendingMarket'] as const satisfies readonly AccountRole[]
export type CustodianRole = (typeof custodianRoles)[number]

/** What one custodian, or all with one role, keep. */
export interface CustodyPart {
  accounts: number
  /** smallest units */
  amount: bigint
}

/** What identifiable custodians keep of a distribution. */
export interface Custody extends CustodyPart {
  /** What shares are taken of, smallest units */
  denominator: bigint
  /** In the order of `custodianRoles`; a role that nobody has is left out */
  byRole: readonly (CustodyPart & { role: CustodianRole })[]
  /** Accounts of one name and role together, largest first, ties by name */
  byName: readonly (CustodyPart & { role: CustodianRole; name: string })[]
}
