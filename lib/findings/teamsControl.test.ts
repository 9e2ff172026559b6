import { describe, expect, it } from 'vitest'
import type { ContractHands, Hands } from '../governance/contractHands'
import { expectToldReason } from '@/tests/expectToldReason'
import { teamsControl, type TeamsControlEvidence } from './teamsControl'

let next = 0
const contract = (hands: Hands, signatures: number | null = null, isBound = hands === 'unread'): ContractHands => ({
  root: { address: `0x${(next += 1).toString(16).padStart(40, '0')}`, name: 'One', fact: 'by hand' }, hands, signatures, delay: signatures === null ? null : 0, isBound,
})
const many = (count: number, make: () => ContractHands) => Array.from({ length: count }, make)
const byVote = () => contract('vote')
const decided = (either: number, of = 20) => ({ decided: of, enough: either, needed: 0, either })
const evidence = (given: Partial<TeamsControlEvidence>): TeamsControlEvidence => ({ contracts: null, codes: [], decisions: null, insiderVotes: null, ...given })

function judge(given: Partial<TeamsControlEvidence>) {
  const judgement = teamsControl.judge(evidence(given))
  expectToldReason(judgement)
  return judgement
}
const verdictOf = (given: Partial<TeamsControlEvidence>) => judge(given).verdict
const figureOf = (given: Partial<TeamsControlEvidence>, id: string) => judge(given).figures.find((figure) => figure.id === id)

describe('by keys', () => {
  it('half of the contracts is enough, one below half is not', () => {
    expect(verdictOf({ contracts: [contract('keys', 2), byVote()] })).toBe('holds')
    // 2 of 5 are more than a quarter and less than a half
    expect(verdictOf({ contracts: [contract('keys', 2), contract('keys', 5), ...many(3, byVote)], decisions: decided(0) })).toBe('mixed')
  })

  it('five signatures are few, six are not', () => {
    expect(verdictOf({ contracts: [contract('keys', 5)] })).toBe('holds')
    expect(verdictOf({ contracts: [contract('keys', 6)], decisions: decided(0) })).toBe('doesNotHold')
  })

  it('exactly a quarter is not less than a quarter', () => {
    expect(verdictOf({ contracts: [contract('keys', 1), ...many(3, byVote)], decisions: decided(0) })).toBe('mixed')
    expect(verdictOf({ contracts: [contract('keys', 1), ...many(4, byVote)], decisions: decided(0) })).toBe('doesNotHold')
  })

  it('what could not be read keeps it from not holding, and never makes it hold', () => {
    // None of 4 certainly, 1 of 4 at most: a quarter. None of 2, 1 at most: half, but not certainly.
    const given = { contracts: [contract('unread'), ...many(3, byVote)], decisions: decided(0) }
    expect(verdictOf(given)).toBe('mixed')
    expect([figureOf(given, 'byFewKeys')?.value, figureOf(given, 'byFewKeysAtMost')?.value]).toEqual([0, 0.25])
    expect(verdictOf({ contracts: [contract('unread'), byVote()], decisions: decided(0) })).toBe('mixed')
  })
})

describe('by votes', () => {
  const contracts = many(4, byVote)

  it('half of the proposals is enough', () => {
    expect(verdictOf({ contracts, decisions: decided(10) })).toBe('holds')
    expect(verdictOf({ contracts, decisions: decided(9) })).toBe('mixed')
    expect(verdictOf({ contracts, decisions: decided(5) })).toBe('mixed')
    expect(verdictOf({ contracts, decisions: decided(4) })).toBe('doesNotHold')
  })

  it('alone or needed: both are told, and together they decide', () => {
    const given = { contracts, decisions: { decided: 10, enough: 3, needed: 4, either: 6 } }
    expect(verdictOf(given)).toBe('holds')
    expect(['insidersEnough', 'insidersNeeded', 'insidersDecisive'].map((id) => figureOf(given, id)?.value)).toEqual([0.3, 0.4, 0.6])
  })

  it('nine proposals are too few to tell, however they went', () => {
    expect(verdictOf({ contracts, decisions: decided(9, 9) })).toBe('cannotBeTold')
    expect(verdictOf({ contracts, decisions: decided(10, 10) })).toBe('holds')
  })
})

describe('where something is not known', () => {
  it('cannot be told without either, nor where the other does not show it', () => {
    expect(verdictOf({})).toBe('cannotBeTold')
    expect(verdictOf({ contracts: many(4, byVote) })).toBe('cannotBeTold')
    expect(verdictOf({ decisions: decided(0) })).toBe('cannotBeTold')
    expect(verdictOf({ contracts: [] })).toBe('cannotBeTold')
  })

  it('what is known alone can show it', () => {
    expect(verdictOf({ decisions: decided(12) })).toBe('holds')
    expect(figureOf({ decisions: decided(12) }, 'byFewKeys')?.value).toBeNull()
    expect(figureOf({ decisions: decided(12) }, 'contracts')?.value).toBeNull()
  })

  it('the code alone is told beside it', () => {
    expect(figureOf({ contracts: [contract('keys', 1), byVote()], codes: [contract('keys', 9), contract('nobody')] }, 'codeByFewKeys')?.value).toBe(0)
    expect(figureOf({ contracts: [contract('keys', 4), contract('keys', 3)] }, 'fewestSignatures')?.value).toBe(3)
  })
})
