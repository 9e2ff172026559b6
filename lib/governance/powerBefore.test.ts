import { describe, expect, it } from 'vitest'
import type { Support } from '@/lib/domain/ballot'
import type { Vote } from '@/lib/domain/proposal'
import { toGatheredPower, type VotesAround } from './powerBefore'
import { countingRules } from './tally'

const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as const
const list = (amounts: Record<number, bigint>) => Object.entries(amounts).map(([index, votes]) => ({ delegate: toAddress(Number(index)), votes }))
const around = (at: Record<number, bigint>, weekBefore: Record<number, bigint>, monthBefore: Record<number, bigint>, monthAfter: Record<number, bigint> | null): VotesAround =>
  ({ at: list(at), weekBefore: list(weekBefore), monthBefore: list(monthBefore), monthAfter: monthAfter && list(monthAfter) })
const vote = (index: number, votes: bigint, choice: Support): Vote =>
  ({ voter: toAddress(index), timestamp: 0, votes, parts: { for: 0n, against: 0n, abstain: 0n, [choice]: votes } })
const rule = (quorum: bigint) => ({ quorum, ...countingRules.openZeppelin })

describe('who gathered votes before a proposal', () => {
  const gathered = toGatheredPower(
    around({ 1: 60n, 2: 40n, 3: 30n, 4: 5n }, { 1: 10n, 2: 40n, 3: 30n, 4: 9n }, { 2: 45n, 3: 10n, 4: 1n }, { 1: 5n, 2: 80n, 3: 30n }),
    [vote(1, 60n, 'for'), vote(2, 40n, 'against'), vote(3, 30n, 'abstain')],
    rule(90n),
  )

  it('is told by what was there 7 and 30 days before, and 30 days after', () => {
    // 1: 60 − 10 and 60 − 0, then 60 − 5 gone. 3: 30 − 30 and 30 − 10. 4: had 9, so nothing in the week; 5 − 1 in the month, and all 5 gone. 2 had more before.
    expect(gathered.gatherers).toEqual([
      { account: toAddress(1), votes: 60n, gainedInWeek: 50n, gainedInMonth: 60n, letGo: 55n, cast: 60n },
      { account: toAddress(3), votes: 30n, gainedInWeek: 0n, gainedInMonth: 20n, letGo: 0n, cast: 30n },
      { account: toAddress(4), votes: 5n, gainedInWeek: 0n, gainedInMonth: 4n, letGo: 5n, cast: null },
    ])
    expect([gathered.gainedInWeek, gathered.gainedInMonth]).toEqual([50n, 84n])
  })

  it('decides where the winning side would have lost without it', () => {
    // 60 for, 40 against, 30 abstained: passed. Without the week's 50 it is 10 to 40.
    expect(gathered.decisive).toEqual({ week: true, month: true })
  })

  it('decides nothing where more than was gained lies between both sides', () => {
    // 60 to 5: without the 50 of the week 10 to 5, and the quorum of 10 is still reached; without all 60 it is not.
    const { decisive } = toGatheredPower(around({ 1: 60n }, { 1: 10n }, {}, null), [vote(1, 60n, 'for'), vote(2, 5n, 'against')], rule(10n))
    expect(decisive).toEqual({ week: false, month: true })
  })

  it('decides where it brought the quorum alone', () => {
    // 90 for and 10 abstained reach 100; without what 2 gained it is 90 + 0.
    const { decisive } = toGatheredPower(around({ 1: 90n, 2: 10n }, { 1: 90n }, { 1: 90n, 2: 10n }, null), [vote(1, 90n, 'for'), vote(2, 10n, 'abstain')], rule(100n))
    expect(decisive).toEqual({ week: true, month: false })
  })

  it('decides against as well as for', () => {
    // 30 to 50 failed; without 25 of those against it passes.
    const { decisive } = toGatheredPower(around({ 1: 30n, 2: 50n }, { 1: 30n, 2: 25n }, { 1: 30n, 2: 50n }, null), [vote(1, 30n, 'for'), vote(2, 50n, 'against')], rule(1n))
    expect(decisive).toEqual({ week: true, month: false })
  })

  it('takes what was gained from each part of a vote that was split', () => {
    // 40 for and 20 against by one voter who gained half: 20 for are left; 15 against by another: 20 to 35 fails.
    const split: Vote = { voter: toAddress(1), timestamp: 0, votes: 60n, parts: { for: 40n, against: 20n, abstain: 0n } }
    const { decisive } = toGatheredPower(around({ 1: 60n }, { 1: 30n }, { 1: 60n }, null), [split, vote(2, 15n, 'against')], rule(1n))
    expect(decisive).toEqual({ week: true, month: false })
  })

  it('is not known before 30 days are over, nor whether it decided without a rule', () => {
    const { gatherers, decisive } = toGatheredPower(around({ 1: 6n }, {}, {}, null), [], null)
    expect(gatherers).toEqual([{ account: toAddress(1), votes: 6n, gainedInWeek: 6n, gainedInMonth: 6n, letGo: null, cast: null }])
    expect(decisive).toBeNull()
  })
})
