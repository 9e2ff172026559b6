import type { TrackedProtocol } from '@/db/protocols'
import type { EntityMember } from '../../domain/account'
import type { Address } from '../../domain/address'
import { mergeEntities } from '../../ownership/entities/mergeEntities'
import { entityRules, usualEntityRules } from '../../ownership/entities/registry'
import { toSharedEntityEvidence } from '../../ownership/entities/sharedEntity'

/**
 * Why a protocol's figures count an account as one holder with others, piece by piece: by the rules that count where nobody chooses, as every
 * snapshot is measured with them.
 *
 * @returns none where it counts alone
 */
export function toEntityMembers({ slug, name: protocolName, labels }: Pick<TrackedProtocol, 'slug' | 'name' | 'labels'>, address: Address): EntityMember[] {
  if (!labels.some((label) => label.address === address && label.entity !== undefined)) return []
  const { representatives, merges } = mergeEntities(toSharedEntityEvidence(labels), labels, usualEntityRules)
  const representative = representatives.get(address)
  if (representative === undefined) return []
  return merges.filter((piece) => piece.representative === representative).map(({ account, rule, text }) => ({
    protocol: slug,
    protocolName,
    account,
    label: labels.find((label) => label.address === account)?.name ?? null,
    rule,
    ruleName: entityRules.find(({ id }) => id === rule)!.name,
    evidence: text,
    representative,
  }))
}
