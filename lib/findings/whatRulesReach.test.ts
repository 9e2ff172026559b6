import { describe, expect, it } from 'vitest'
import type { Hands } from '../governance/contractHands'
import { expectToldReason } from '@/tests/expectToldReason'
import { whatRulesReach, type WhatRulesReachEvidence } from './whatRulesReach'

const contract = (hands: Hands, isNamed = false) => ({
  root: { address: `0x${'1'.repeat(40)}` as const, name: 'One', fact: 'by hand' }, hands, signatures: hands === 'keys' ? 3 : null, delay: hands === 'keys' ? 0 : null, isBound: hands === 'unread', isNamed,
})
const of = (hands: Hands, count: number) => Array.from({ length: count }, () => contract(hands))

function judge(underCustody: number | null, contracts: WhatRulesReachEvidence['contracts']) {
  const judgement = whatRulesReach.judge({ underCustody, contracts, controllers: 1 })
  expectToldReason(judgement)
  return judgement
}

describe('what rules reach', () => {
  it('half with custodians is enough, whatever is known of keys', () => {
    expect(judge(0.5, null).verdict).toBe('holds')
    expect(judge(0.5, of('vote', 4)).verdict).toBe('holds')
    expect(judge(0.499, of('vote', 4)).verdict).toBe('mixed')
  })

  it('half of the contracts with a named keeper is enough, keys of nobody known are not', () => {
    expect(judge(null, [contract('keys', true), contract('vote')]).verdict).toBe('holds')
    expect(judge(0, [contract('keys', true), contract('vote')]).verdict).toBe('holds')
    expect(judge(0, [contract('keys'), contract('vote')]).verdict).toBe('mixed')
  })

  it('does not hold where both are below a quarter, what could not be read counted in', () => {
    expect(judge(0.249, [contract('keys'), ...of('vote', 4)]).verdict).toBe('doesNotHold')
    expect(judge(0.25, of('vote', 5)).verdict).toBe('mixed')
    // 1 of 4 is a quarter, be it sure or not.
    expect(judge(0, [contract('keys'), ...of('vote', 3)]).verdict).toBe('mixed')
    const open = judge(0, [contract('unread'), ...of('vote', 3)])
    expect(open.verdict).toBe('mixed')
    expect(['withKeys', 'withKeysAtMost'].map((id) => open.figures.find((figure) => figure.id === id)?.value)).toEqual([0, 0.25])
  })

  it('cannot be told where one is not known and the other is not enough', () => {
    expect(judge(0.3, null).verdict).toBe('cannotBeTold')
    expect(judge(null, of('vote', 3)).verdict).toBe('cannotBeTold')
    expect(judge(null, null).verdict).toBe('cannotBeTold')
    expect(judge(0.1, []).verdict).toBe('cannotBeTold')
  })

  it('tells who is named apart from who is not', () => {
    const { figures } = judge(0.1, [contract('keys', true), contract('keys'), ...of('nobody', 6)])
    expect(Object.fromEntries(figures.map(({ id, value }) => [id, value]))).toEqual({ underCustody: 0.1, withKeys: 0.25, withKeysAtMost: 0.25, namedKeys: 0.125, contracts: 8, controllers: 1 })
  })
})
