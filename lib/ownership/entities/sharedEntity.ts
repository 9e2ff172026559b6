import type { EntityEvidence } from '../../domain/entityEvidence'
import type { Label } from '../../domain/label'
import type { EntityRule } from './entityRule'

/** Labels name the same owner. */
export const sharedEntity: EntityRule = {
  id: 'sharedEntity',
  name: { en: 'Same owner by name', de: 'Gleicher Eigentümer laut Bezeichnung' },
  description: {
    en: 'Accounts whose labels name the same owner, as the wallets of one exchange do, count as one holder. As good as the labels are.',
    de: 'Konten, deren Bezeichnungen denselben Eigentümer nennen, etwa die Wallets einer Börse, zählen als ein Halter. So verlässlich wie die Bezeichnungen selbst.',
  },
  usual: true,
  said: true,
}

/**
 * What labels say of owners. Names are compared without regard to case and spaces; what is burned belongs to nobody.
 *
 * @example toSharedEntityEvidence([{ address: a, entity: 'Binance', name: 'Binance 14', … }])
 * // [{ account: a, rule: 'sharedEntity', entity: 'binance', text: { en: 'Binance 14 belongs to Binance: https://…', … } }]
 */
export function toSharedEntityEvidence(labels: readonly Label[]): EntityEvidence[] {
  return labels.flatMap(({ address, role, entity, name, source }) =>
    entity === undefined || role === 'burn'
      ? []
      : [{ account: address, rule: sharedEntity.id, entity: entity.trim().toLowerCase().replace(/\s+/g, ' '), text: { en: `${name} belongs to ${entity}: ${source}`, de: `${name} gehört zu ${entity}: ${source}` } }],
  )
}
