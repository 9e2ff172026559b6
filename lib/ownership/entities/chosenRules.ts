import { entityRules, usualEntityRules } from './registry'

const none = 'none'

/**
 * Reads which rules make addresses one holder, as an address names them: ids joined by commas in any order, or 'none'.
 *
 * @returns their ids in the registry's order, each once; null for the usual ones, and where there is a word that names no rule undefined
 * @example readRules('safeOwners,sharedEntity') // ['sharedEntity', 'safeOwners']
 * @example readRules('sharedEntity,deployer') // null: these count where nobody chooses
 */
export function readRules(word: string): readonly string[] | null | undefined {
  const asked = word === none ? [] : word.split(',')
  const rules = entityRules.map(({ id }) => id).filter((id) => asked.includes(id))
  if (asked.some((id) => !rules.includes(id))) return undefined
  return rules.join() === usualEntityRules.join() ? null : rules
}

/**
 * The same as an address carries it; null for the usual ones, which an address leaves out.
 *
 * @example toRulesWord([]) // 'none'
 */
export const toRulesWord = (rules: readonly string[] | null | undefined): string | null => (!rules ? null : rules.length === 0 ? none : rules.join(','))

/** What an address may name, for whoever named something else. */
export const rulesHelp = `ids of rules joined by commas (${entityRules.map(({ id }) => id).join(', ')}), or ${none}`
