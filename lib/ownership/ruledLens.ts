import type { Lens } from '../domain/lens'
import { entityRules } from './entities/registry'

/**
 * A lens under which somebody chose by which rules addresses are one holder: it says so wherever it is named. The same where nobody chose, or
 * where the lens merges nothing.
 *
 * @param rules ids; null or absent for the usual ones
 * @example toRuledLens(toLens('raw-entities'), ['safeOwners']).name.en // 'All addresses, entities merged (Safe and its signers)'
 */
export function toRuledLens(lens: Lens, rules: readonly string[] | null | undefined): Lens {
  if (!rules || !lens.mergesEntities) return lens
  const chosen = entityRules.filter(({ id }) => rules.includes(id))
  const list = (locale: 'en' | 'de') => chosen.map(({ name }) => name[locale]).join('; ') || { en: 'by no rule', de: 'nach keiner Regel' }[locale]
  const rest = { en: 'The rules by which addresses count as one holder were chosen: ', de: 'Nach welchen Regeln Adressen als ein Halter zählen, wurde gewählt: ' }
  return {
    ...lens,
    name: { en: `${lens.name.en} (${list('en')})`, de: `${lens.name.de} (${list('de')})` },
    description: { en: `${lens.description.en} ${rest.en}${list('en')}.`, de: `${lens.description.de} ${rest.de}${list('de')}.` },
  }
}
