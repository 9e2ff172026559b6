import type { TrackedProtocol } from '@/db/protocols'
import type { EntityMember } from '../../domain/account'
import type { Address } from '../../domain/address'
import type { EntityEvidence } from '../../domain/entityEvidence'
import { entityRules, usualEntityRules } from '../../ownership/entities/registry'
import { toEntities, type Believed } from '../ownership/representatives'

/**
 * Why a protocol's figures count an account as one holder with others, piece by piece: by the rules that count where nobody chooses, as every
 * snapshot is measured with them. After these what speaks for more, by rules that nobody follows unless they are chosen.
 *
 * @returns none where it counts alone and nothing speaks for anything else
 */
export function toEntityMembers({ slug, name: protocolName, ...believed }: Pick<TrackedProtocol, 'slug' | 'name'> & Believed, address: Address): EntityMember[] {
  const { representatives, merges } = toEntities(believed)
  const toMember = ({ account, rule, text }: EntityEvidence, representative: Address | null): EntityMember => ({
    protocol: slug,
    protocolName,
    account,
    label: believed.labels.find((label) => label.address === account)?.name ?? null,
    rule,
    ruleName: entityRules.find(({ id }) => id === rule)!.name,
    evidence: text,
    representative,
  })
  const own = representatives.get(address)
  const followed = own === undefined ? [] : merges.filter(({ representative }) => representative === own)
  const unheard = (believed.evidence ?? []).filter(({ account, entity, rule }) => (account === address || entity === address) && !usualEntityRules.includes(rule))
  return [...followed.map((piece) => toMember(piece, piece.representative)), ...unheard.map((piece) => toMember(piece, null))]
}
