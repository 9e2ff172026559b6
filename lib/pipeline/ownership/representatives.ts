import type { Address } from '../../domain/address'
import type { Label } from '../../domain/label'
import { mergeEntities } from '../../ownership/entities/mergeEntities'
import { usualEntityRules } from '../../ownership/entities/registry'
import { toSharedEntityEvidence } from '../../ownership/entities/sharedEntity'

/** Which address stands for each that is known to have an owner with several: by the rules that count where nobody chooses, and what labels say. */
export const toRepresentatives = (labels: readonly Label[]): ReadonlyMap<Address, Address> =>
  mergeEntities(toSharedEntityEvidence(labels), labels, usualEntityRules).representatives
