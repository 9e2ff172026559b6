import type { MeasuredVotes } from '@/db/votesSnapshots'

/**
 * What was taken of votes, in plain words; nothing where there was nothing to take.
 *
 * @example toVotesText(votes, 3) // ['votes of 67 delegates', '3 days of their history']
 */
export function toVotesText(votes: Pick<MeasuredVotes, 'delegates'> | null, days: number): string[] {
  if (!votes) return []
  return [`votes of ${count(votes.delegates.length, 'delegate')}`, ...(days > 0 ? [`${count(days, 'day')} of their history`] : [])]
}

const count = (number: number, noun: string) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`

/**
 * What the audit of votes found wrong, in plain words; null where it passed or was not whole.
 *
 * @example toVotesFault({ audit, gaps, block }) // 'votes at block 17: 2 of 100 asked accounts have others by their contract'
 */
export function toVotesFault({ audit, gaps, block }: Pick<MeasuredVotes, 'audit' | 'gaps' | 'block'>): string | null {
  if (audit?.status !== 'failed') return null
  const { mismatches, sampled } = audit
  const accounts = mismatches.length > 0 ? [`${mismatches.length} of ${sampled} asked accounts have others by their contract`] : []
  const sums = gaps.filter(({ subject }) => subject.startsWith('sum of')).map(({ subject, reason }) => `${subject}: ${reason}`)
  return `votes at block ${block.number}: ${[...accounts, ...sums].join('; ')}`
}
