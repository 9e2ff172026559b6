import { expect, it } from 'vitest'
import { expectToldReason } from '@/tests/expectToldReason'
import { largeEverywhere, type LargeEvidence } from './largeEverywhere'

const judge = (evidence: Partial<LargeEvidence>) => {
  const judgement = largeEverywhere.judge({ listed: 100, shared: 10, sharedHeld: 0.2, others: 4, moreThanChance: 2, ...evidence })
  expectToldReason(judgement)
  return judgement
}
const figureOf = (judgement: ReturnType<typeof judge>, id: string) => judgement.figures.find((figure) => figure.id === id)!.value

it('holds with a tenth of the list on another and more than chance with half of the others: the borders are in', () => {
  expect(judge({}).verdict).toBe('holds')
  expect(figureOf(judge({}), 'sharedAccounts')).toBe(0.1)
})

it('is mixed where one of both is so', () => {
  expect(judge({ shared: 9 }).verdict).toBe('mixed')
  expect(judge({ moreThanChance: 1 }).verdict).toBe('mixed')
  // 2 of 5 are less than half.
  expect(judge({ others: 5 }).verdict).toBe('mixed')
})

it('does not hold where neither is so; nobody in common is 0, not unknown', () => {
  const none = judge({ shared: 0, sharedHeld: 0, moreThanChance: 0 })
  expect([none.verdict, figureOf(none, 'sharedAccounts'), figureOf(none, 'sharedHeld')]).toEqual(['doesNotHold', 0, 0])
})

it('cannot be told alone, and has no figures then but how many there are', () => {
  const alone = judge({ others: 0, listed: 0, shared: 0, moreThanChance: 0 })
  expect([alone.verdict, figureOf(alone, 'sharedAccounts'), figureOf(alone, 'sharedHeld'), figureOf(alone, 'others')]).toEqual(['cannotBeTold', null, null, 0])
})
