import { expect, it } from 'vitest'
import { toProposalState, type ProposalCourse } from './proposalState'

const course = (changes: Partial<ProposalCourse> = {}): ProposalCourse => ({ start: 10, end: 20, canceled: false, executed: false, eta: null, passed: null, ...changes })
const byBlock = { clock: 'blockNumber', grace: 100 } as const
const at = (number: number, timestamp = 0) => ({ number, timestamp })

// OpenZeppelin: pending where snapshot >= clock(), active where deadline >= clock(). Bravo: block.number <= startBlock, block.number <= endBlock.
it.each([
  [9, 'pending'], [10, 'pending'], [11, 'active'], [20, 'active'], [21, null],
] as const)('at block %i is %s', (number, state) => {
  expect(toProposalState(course(), byBlock, at(number, 10 ** 9))).toBe(state)
})

it('counts by the clock that its Governor has', () => {
  expect(toProposalState(course(), { clock: 'timestamp', grace: null }, at(10 ** 6, 10))).toBe('pending')
  expect(toProposalState(course(), { clock: 'timestamp', grace: null }, at(1, 20))).toBe('active')
})

it('is decided by its votes once they are cast, and not before', () => {
  expect(toProposalState(course({ passed: true }), byBlock, at(20))).toBe('active')
  expect(toProposalState(course({ passed: true }), byBlock, at(21))).toBe('succeeded')
  expect(toProposalState(course({ passed: false }), byBlock, at(21))).toBe('defeated')
})

// block.timestamp >= eta + GRACE_PERIOD
it('expires with its timelock’s grace period, where there is one', () => {
  const queued = course({ eta: 1000, passed: true })
  expect(toProposalState(queued, byBlock, at(30, 1099))).toBe('queued')
  expect(toProposalState(queued, byBlock, at(30, 1100))).toBe('expired')
  expect(toProposalState(queued, { ...byBlock, grace: null }, at(30, 10 ** 9))).toBe('queued')
  // It was queued, so it had passed.
  expect(toProposalState({ ...queued, passed: null }, byBlock, at(30, 1099))).toBe('queued')
})

it('stays what it was ended as', () => {
  expect(toProposalState(course({ canceled: true }), byBlock, at(5))).toBe('canceled')
  expect(toProposalState(course({ eta: 1000, executed: true }), byBlock, at(30, 10 ** 6))).toBe('executed')
  expect(toProposalState(course({ eta: 1000, canceled: true }), byBlock, at(30, 10 ** 6))).toBe('canceled')
})
