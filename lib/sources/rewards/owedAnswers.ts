import { z } from 'zod'
import type { CallResult, ContractCall } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { ProgramPlace } from './registry'
import type { RewardBook, ToOwed } from './rewardSource'

/**
 * All that a contract is asked for what it owes an account: what its family answers for everybody, and for what else its book knows of.
 *
 * @example toOwedCalls(place, ann, book).map(({ functionName }) => functionName) // ['rewards', 'getRewardInfo']
 */
export const toOwedCalls = ({ source, wrapper }: Pick<ProgramPlace, 'source' | 'wrapper'>, account: Address, book: RewardBook): ContractCall[] =>
  [source.owed.toCall(wrapper, account), ...(book.questions?.(account) ?? [])]

/**
 * What its answers come to; a reason where one of them is missing.
 *
 * @param results of those calls, in their order
 * @example readOwedAnswers(place.source, ann, [{ status: 'ok', value: 5n }], book) // 5n
 */
export function readOwedAnswers({ owed: { toAnswer = z.bigint().parse, toOwed } }: ProgramPlace['source'], account: Address, results: readonly CallResult[], book: RewardBook): bigint | string {
  const failed = results.find((result) => result.status === 'failed')
  if (failed?.status === 'failed') return failed.reason
  const [first, ...more] = results.flatMap((result) => (result.status === 'ok' ? [result.value] : []))
  return first === undefined ? 'no answer' : toOwed(account, toAnswer(first), book, more.map((value) => z.bigint().parse(value)))
}

/**
 * What of a sum that a contract owes for all stakes together is for the one.
 *
 * @example ofOwnStake(ann, 0n, book) // 0n
 */
export const ofOwnStake: ToOwed = (account, answer, book) => {
  const earned = book.earnedFor?.(account) ?? 'none'
  if (answer === 0n || earned === 'others') return 0n
  return earned === 'own' ? answer : `${answer} are owed to ${account}, and nothing says for which of its stakes`
}
