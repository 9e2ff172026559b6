import type { Address } from './address'
import type { AccountRole } from './label'
import type { Gap } from './snapshot'

/** Accounts that first received a token within the same three months of its life. */
export interface Cohort {
  /** The first and the last UTC day of its quarter; of the newest one the last day of the study */
  from: string
  to: string
  /** How many first received in it */
  receivers: number
  /** How many of them held something at the end of the study */
  holders: number
}

/** What was held at the end of a month, by when its holders had first received. Smallest units throughout. */
export interface CohortMonth {
  /** The month's last whole UTC day, and that day's last block */
  day: string
  block: number
  /** Of all accounts that count, those among them that never received any themselves included */
  held: bigint
  /** By cohort, in the order of the cohorts */
  cohorts: readonly bigint[]
  /** By tenths of all who ever received, the first to receive first */
  tenths: readonly bigint[]
  /** Of the first hundred, and of the first hundredth, rounded up */
  firstHundred: bigint
  firstPercent: bigint
}

/** Who stood near a protocol before others did, or holds for it. */
export const insiderRoles = ['team', 'investor', 'foundation', 'treasury', 'timelock', 'vesting'] as const satisfies readonly AccountRole[]
export type InsiderRole = (typeof insiderRoles)[number]

/** What insiders held in their own accounts at the end of a month, smallest units. */
export interface InsiderMonth {
  day: string
  block: number
  /** Σ of all balances */
  supply: bigint
  byRole: Readonly<Record<InsiderRole, bigint>>
  /** What left vesting contracts in the month */
  paidOut: bigint
}

/** How it is known whom a distributor paid: by its own logs, or by the ledger, as far as first tokens came in a block in which it paid. */
export const payoutProofs = ['claims', 'firstReceipts'] as const
export type PayoutProof = (typeof payoutProofs)[number]

/** What became of what a distributor paid to accounts that count. */
export interface Payout {
  address: Address
  name: string
  proof: PayoutProof
  /** All that left it up to the end of the study, smallest units */
  paidOut: bigint
  /** How many of them there are, and what they received from it */
  receivers: number
  received: bigint
  /** Receivers that do not count: contracts, exchanges and insiders, by their labels */
  leftOut: number
  /** How many hold at least what they received, a part of it, or nothing at the end of the study */
  holdAll: number
  holdPart: number
  holdNothing: number
  months: readonly PayoutMonth[]
}

/** What receivers had received by the end of a month, and how much of it they still held. */
export interface PayoutMonth {
  day: string
  block: number
  receivers: number
  /** How many of them held something */
  holders: number
  received: bigint
  /** Σ of the smaller one of what each had received and what it held */
  kept: bigint
}

/** Who came when, and what they still hold: from a token's first day to the last whole one. */
export interface CohortStudy {
  /** How many accounts that count ever received the token */
  receivers: number
  /** How many accounts are left out of them: contracts, exchanges and others that hold for others, by their labels */
  leftOut: number
  cohorts: readonly Cohort[]
  /** Oldest first */
  months: readonly CohortMonth[]
  /** How many labelled accounts have a role of insiders */
  insiders: Readonly<Record<InsiderRole, number>>
  insiderMonths: readonly InsiderMonth[]
  /** The one with most receivers first */
  payouts: readonly Payout[]
  /** What could not be read */
  gaps: readonly Gap[]
}
