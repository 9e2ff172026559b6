import type { Address } from '../../domain/address'
import type { EntityEvidence } from '../../domain/entityEvidence'
import type { EntityRule } from './entityRule'

/** A Safe belongs to those who sign for it. */
export const safeOwners: EntityRule = {
  id: 'safeOwners',
  name: { en: 'Safe and its signers', de: 'Safe und seine Unterzeichner' },
  description: {
    en: 'A Safe counts with all who sign for it, and they with each other. Signers often act for others and for several Safes: an upper bound, and off unless chosen. Read of those Safes that are among the largest holders.',
    de: 'Ein Safe zählt mit allen, die für ihn unterschreiben, und diese miteinander. Sie handeln oft für andere und für mehrere Safes: eine Obergrenze, nur auf Wunsch. Gelesen bei den Safes, die zu den größten Haltern gehören.',
  },
  usual: false,
  said: false,
}

/** A Safe as it answers. */
export interface SafeSigners {
  safe: Address
  owners: readonly Address[]
  threshold: number
}

/**
 * What Safes say of owners.
 *
 * @example toSafeOwnersEvidence([{ safe: s, owners: [a], threshold: 1 }]) // [{ account: s, rule: 'safeOwners', entity: a, text: { en: '0x… signs for this Safe (1 of 1)', … } }]
 */
export const toSafeOwnersEvidence = (safes: readonly SafeSigners[]): EntityEvidence[] =>
  safes.flatMap(({ safe, owners, threshold }) =>
    owners.map((owner) => ({
      account: safe,
      rule: safeOwners.id,
      entity: owner,
      text: { en: `${owner} signs for this Safe (${threshold} of ${owners.length})`, de: `${owner} unterschreibt für diesen Safe (${threshold} von ${owners.length})` },
    })),
  )
