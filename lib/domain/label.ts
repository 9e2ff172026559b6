import { z } from 'zod'
import { addressSchema } from './address'
import type { Text } from './text'

/** What an account is. */
export const accountKinds = ['person', 'contract', 'multisig', 'unknown'] as const

/** What an account does with what it holds. */
export const accountRoles = {
  treasury: { en: 'treasury', de: 'Treasury' },
  timelock: { en: 'timelock', de: 'Timelock' },
  foundation: { en: 'foundation', de: 'Stiftung' },
  team: { en: 'team', de: 'Team' },
  investor: { en: 'investor', de: 'Investor' },
  vesting: { en: 'vesting', de: 'Vesting' },
  exchange: { en: 'exchange', de: 'Börse' },
  marketMaker: { en: 'market maker', de: 'Market Maker' },
  pool: { en: 'pool', de: 'Pool' },
  lendingMarket: { en: 'lending market', de: 'Kreditmarkt' },
  staking: { en: 'staking', de: 'Staking' },
  vault: { en: 'vault', de: 'Vault' },
  voteEscrow: { en: 'vote escrow', de: 'Stimm-Treuhand' },
  bridge: { en: 'bridge', de: 'Brücke' },
  distributor: { en: 'distributor', de: 'Verteiler' },
  burn: { en: 'burn', de: 'Burn-Adresse' },
} as const satisfies Record<string, Text>

export type AccountRole = keyof typeof accountRoles

/**
 * How far a label can be believed. certain: read from the chain, or published by whoever owns the account or runs the protocol. likely: a third
 * party publishes it and shows no proof. guess: concluded from behaviour or from other accounts.
 */
export const confidences = ['certain', 'likely', 'guess'] as const
export type Confidence = (typeof confidences)[number]

/**
 * Who an account is, who says so, and since when. No label without a source. The one that counts where several say something
 * (`toEffectiveLabels`).
 */
export const labelSchema = z.object({
  address: addressSchema,
  kind: z.enum(accountKinds),
  role: z.enum(Object.keys(accountRoles) as [AccountRole, ...AccountRole[]]).nullable(),
  name: z.string().min(1),
  /** A URL, or the on-chain fact, as in 'deployed by the demo story'. */
  source: z.string().min(1),
  asOf: z.iso.date(),
  /** Where another than `source` says the role */
  roleSource: z.string().min(1).optional(),
  /** Of name and role, the lower; left out where both are certain */
  confidence: z.enum(confidences).optional(),
  /** The owner, by the name that all its addresses share */
  entity: z.string().min(1).optional(),
  /** Why a published list leaves this account out of what it counts */
  exclusion: z.string().min(1).optional(),
})
export type Label = z.infer<typeof labelSchema>
