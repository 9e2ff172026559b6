import type { Locale } from '@/lib/domain/text'
import { readRules, toRulesWord } from '@/lib/ownership/entities/chosenRules'
import { entityRules, usualEntityRules } from '@/lib/ownership/entities/registry'

/** One rule that can be switched on or off. */
export interface RuleOption {
  id: string
  name: string
  description: string
  isChosen: boolean
  /** What an address names after it was switched; null for nothing */
  rules: string | null
}

/**
 * The rules by which addresses become one holder, each with what switching it alone leads to.
 *
 * @param rules ids of those that are on; null or absent for the usual ones
 * @example toRuleChoices(null, 'en').find(({ id }) => id === 'safeOwners')?.rules // 'sharedEntity,deployer,safeOwners'
 */
export function toRuleChoices(rules: readonly string[] | null | undefined, locale: Locale): RuleOption[] {
  const chosen = rules ?? usualEntityRules
  return entityRules.map(({ id, name, description }) => {
    const isChosen = chosen.includes(id)
    const switched = isChosen ? chosen.filter((one) => one !== id) : [...chosen, id]
    return { id, name: name[locale], description: description[locale], isChosen, rules: toRulesWord(readRules(switched.join() || 'none')) }
  })
}
