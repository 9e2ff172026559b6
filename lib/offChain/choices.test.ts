import { describe, expect, it } from 'vitest'
import { toSupports } from './choices'

describe('which way an option votes', () => {
  it.each([
    ['basic', ['For', 'Against', 'Abstain'], ['for', 'against', 'abstain']],
    ['single-choice', ['YAE', 'NAY', 'ABSTAIN'], ['for', 'against', 'abstain']],
    ['single-choice', ['NO', 'Yes'], ['against', 'for']],
    ['single-choice', ['👍 Yes', '👎 No', 'Abstain'], ['for', 'against', 'abstain']],
    ['single-choice', ['For - enable the fee', 'Against: leave it as it is', 'Abstain'], ['for', 'against', 'abstain']],
    ['single-choice', ['Yes, upgrade', 'No, do nothing'], ['for', 'against']],
    [null, ['Yes', 'No'], ['for', 'against']],
    // Basic is for, against, abstention by its place, in any language.
    ['basic', ['Dafür', 'Dagegen', 'Enthaltung'], ['for', 'against', 'abstain']],
    // Words count before the place.
    ['basic', ['Against', 'For', 'Abstain'], ['against', 'for', 'abstain']],
  ])('%s %j: %j', (type, options, supports) => expect(toSupports(type, options)).toEqual(supports))

  it.each([
    ['single-choice', ['Fee of 0.05%', 'Fee of 1%', 'No fee']],
    ['single-choice', ['Yes', 'No', 'Maybe']],
    // Two ways to say yes are no question of yes and no.
    ['single-choice', ['Yes', 'Yes - but later', 'No']],
    ['single-choice', ['Yes', 'Abstain']],
    ['single-choice', ['No change', 'Yes']],
    ['single-choice', []],
    ['basic', ['A', 'B', 'C', 'D']],
    ['weighted', ['For', 'Against', 'Abstain']],
    ['approval', ['For', 'Against']],
    ['ranked-choice', ['For', 'Against']],
    ['quadratic', ['For', 'Against']],
  ])('%s %j is a choice among options', (type, options) => expect(toSupports(type, options)).toBeNull())
})
