import type { Address } from '../../domain/address'
import type { Outlook } from '../../domain/outlook'
import { mergeEntities, type Entities } from '../../ownership/entities/mergeEntities'
import { usualEntityRules } from '../../ownership/entities/registry'
import { toSharedEntityEvidence } from '../../ownership/entities/sharedEntity'

/** What says who belongs together. */
export type Believed = Pick<Outlook, 'labels' | 'evidence' | 'rules'>

/** Which addresses are one holder, and why: by what labels say and the chain tells, under the rules that somebody chose, else the usual ones. */
export const toEntities = ({ labels, evidence = [], rules = usualEntityRules }: Believed): Entities =>
  mergeEntities([...toSharedEntityEvidence(labels), ...evidence], labels, rules)

/** Which address stands for each that is known to have an owner with several. */
export const toRepresentatives = (believed: Believed): ReadonlyMap<Address, Address> => toEntities(believed).representatives
