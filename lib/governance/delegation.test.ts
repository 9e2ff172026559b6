import { expect, it } from 'vitest'
import type { Proposal } from '@/lib/domain/proposal'
import { toDecided } from './decidedProposals'
import { countVotes, toDelegation } from './delegation'

const [a, b, c] = ['0x000000000000000000000000000000000000000a', '0x000000000000000000000000000000000000000b', '0x000000000000000000000000000000000000000c'] as const

it('tells what is delegated, to oneself and to others, and what never votes', () => {
  const delegates = [
    { delegate: a, votes: 50n, delegators: 3, own: 10n },
    { delegate: b, votes: 20n, delegators: 1, own: 20n },
    { delegate: c, votes: 5n, delegators: 1, own: 0n },
  ]
  // 75 of 200 are delegated, 30 of them to oneself; only b has nobody's but its own. b and c never voted: 25.
  expect(toDelegation(delegates, 200n, new Set([a]))).toEqual({
    supply: 200n, delegated: 75n, undelegated: 125n, own: 30n, delegates: 3, onlyOwn: 1, never: { delegates: 2, votes: 25n },
  })
})

it('says what it cannot tell', () => {
  expect(toDelegation([{ delegate: a, votes: 50n, delegators: null, own: null }], 40n, null)).toEqual({
    supply: 40n, delegated: 50n, undelegated: 0n, own: null, delegates: 1, onlyOwn: null, never: null,
  })
})

const proposal = (key: string, state: Proposal['state'], origin: Proposal['origin'], closes: number): Proposal => ({
  origin, place: 'x', key, title: key, description: '', proposer: null, created: { block: null, timestamp: 0 }, countedAt: null, opens: 0, closes, calls: [], rule: null,
  threshold: null, state, queued: null, executed: null, options: [], counted: null, gaps: [],
})

it('takes decided proposals of the chain where there are any, newest first', () => {
  const all = [
    proposal('1', 'executed', 'chain', 5),
    proposal('2', 'defeated', 'chain', 9),
    proposal('3', 'active', 'chain', 11),
    proposal('4', 'canceled', 'chain', 10),
    proposal('5', 'executed', 'offChain', 8),
  ]
  const { origin, decided } = toDecided(all)
  expect([origin, decided.map(({ key }) => key)]).toEqual(['chain', ['2', '1']])
  expect(toDecided(all.slice(2)).origin).toBe('offChain')
  expect(toDecided(all.slice(2, 4))).toEqual({ origin: null, decided: [] })
})

it('counts on how many proposals an owner voted, with any of its addresses, each proposal once', () => {
  const votedOn = new Map([[a, [1, 2, 9]], [b, [2, 3]]])
  expect([...countVotes(votedOn, new Set([1, 2]), (account) => account)]).toEqual([[a, 2], [b, 1]])
  // Both addresses are one owner's: 1, 2 and 3.
  expect([...countVotes(votedOn, new Set([1, 2, 3]), () => a)]).toEqual([[a, 3]])
  expect(countVotes(votedOn, new Set([9]), (account) => account).has(b)).toBe(false)
})
