import { expect, it } from 'vitest'
import { toRuleChoices } from './ruleChoices'

it('each switches one rule and leaves the others; back at the usual ones the address names nothing', () => {
  expect(toRuleChoices(null, 'en').map(({ id, isChosen, rules }) => [id, isChosen, rules])).toEqual([
    ['sharedEntity', true, 'deployer'], ['deployer', true, 'sharedEntity'], ['fundedBy', false, 'sharedEntity,deployer,fundedBy'], ['safeOwners', false, 'sharedEntity,deployer,safeOwners'],
  ])
  expect(toRuleChoices(['sharedEntity'], 'de').map(({ rules }) => rules)).toEqual(['none', null, 'sharedEntity,fundedBy', 'sharedEntity,safeOwners'])
  expect(toRuleChoices([], 'de').every(({ isChosen }) => !isChosen)).toBe(true)
})
