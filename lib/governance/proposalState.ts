import type { Clock, ProposalState } from '@/lib/domain/proposal'

/** What a Governor's logs tell of a proposal, as far as its state depends on it. */
export interface ProposalCourse {
  /** When votes are counted, and the last moment at which one can be cast: in the Governor's own time */
  start: number
  end: number
  canceled: boolean
  executed: boolean
  /** When its timelock lets it be executed, Unix seconds; null where it was not queued */
  eta: number | null
  /** Whether it has its quorum and its majority; null where that is not known */
  passed: boolean | null
}

/** By what a Governor counts time, and for how many seconds after `eta` its timelock still executes; null: for ever. */
export interface GovernorTime {
  clock: Clock
  grace: number | null
}

/**
 * What has become of a proposal at a block, as the `state` of GovernorAlpha, GovernorBravo and OpenZeppelin's Governor (4.3 to 5.7) say it.
 * All three have the same edges: at its start a proposal is still pending, at its end still open, and at eta + grace it is expired. They differ
 * in the order in which they ask, which never matters, as what is executed cannot be canceled. Only Compound's timelock has a grace period:
 * OpenZeppelin's TimelockController executes however late.
 *
 * What was executed or queued has passed, whoever does not know its quorum. Not here: what is canceled or executed in a TimelockController
 * itself, and Governors that let a proposal succeed before its end (GovernorSuperQuorum); both only the contract can tell.
 *
 * https://github.com/OpenZeppelin/openzeppelin-contracts/blob/v5.7.0/contracts/governance/Governor.sol,
 * https://github.com/compound-finance/compound-governance/blob/main/contracts/GovernorBravoDelegate.sol
 *
 * @param now the block that it is looked at in: its number and Unix seconds
 * @returns null where voting has ended and `passed` would decide
 * @example toProposalState({ start: 10, end: 20, canceled: false, executed: false, eta: null, passed: true }, { clock: 'blockNumber', grace: null }, { number: 20, timestamp: 0 }) // 'active'
 */
export function toProposalState(
  { start, end, canceled, executed, eta, passed }: ProposalCourse,
  { clock, grace }: GovernorTime,
  now: { number: number; timestamp: number },
): ProposalState | null {
  if (executed) return 'executed'
  if (canceled) return 'canceled'
  const time = clock === 'timestamp' ? now.timestamp : now.number
  if (time <= start) return 'pending'
  if (time <= end) return 'active'
  if (eta !== null) return grace !== null && now.timestamp >= eta + grace ? 'expired' : 'queued'
  if (passed === null) return null
  return passed ? 'succeeded' : 'defeated'
}
