import { expect, it } from 'vitest'
import { readRules, toRulesWord } from './chosenRules'

it('reads rules in any order, and writes them in one', () => {
  expect(readRules('safeOwners,sharedEntity')).toEqual(['sharedEntity', 'safeOwners'])
  expect(toRulesWord(readRules('safeOwners,sharedEntity,safeOwners'))).toBe('sharedEntity,safeOwners')
  expect(readRules('none')).toEqual([])
  expect(toRulesWord([])).toBe('none')
})

it('an address names nothing where the usual rules are meant', () => {
  expect(readRules('deployer,sharedEntity')).toBeNull()
  expect(toRulesWord(null)).toBeNull()
})

it.each(['', 'x', 'deployer,', 'none,deployer', 'Deployer'])('knows no rule "%s"', (word) => {
  expect(readRules(word)).toBeUndefined()
})
