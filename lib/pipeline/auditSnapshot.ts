import { erc20Abi } from 'viem'
import type { CallResult, ChainReader } from '../chain/reader'
import type { Address } from '../domain/address'
import type { Claim } from '../domain/distribution'
import type { Audit, Gap } from '../domain/snapshot'

const sampleSize = 200

/**
 * Which balances to compare with the chain: the 100 largest, those below zero (at most 50: there a log is missing, or the token moves
 * without), and as many as are left of 200 spread evenly over all others. No dice: the same ledger is always asked about in the same places.
 *
 * @param claims largest first
 */
export function toSample(claims: readonly Claim[], size = sampleSize): Claim[] {
  if (claims.length <= size) return [...claims]
  const largest = claims.slice(0, size / 2)
  const rest = claims.slice(size / 2)
  const below = rest.slice(-size / 4).filter(({ amount }) => amount < 0n)
  const others = rest.slice(0, rest.length - below.length)
  const left = size - largest.length - below.length
  const step = others.length / left
  return [...largest, ...Array.from({ length: left }, (_, index) => others[Math.floor(index * step)]!), ...below]
}

/**
 * Whether an account is the token's own and below zero: the token issues from its own account, and not from the zero address, as Compound v2's
 * cTokens do. What it has there itself, no log tells.
 *
 * @example isOwnIssue({ account: cToken, amount: -5n }, cToken) // true
 */
export const isOwnIssue = ({ account, amount }: Claim, token: Address): boolean => account === token && amount < 0n

/**
 * Holds a ledger against the chain at one block: Σ claims = totalSupply, and sampled balances = balanceOf. Of a token that issues from its own
 * account, what it has there is taken from the chain.
 *
 * @param claims all balances, largest first, negative ones included
 * @returns the audit, the supply that was read, and a gap for each read that failed. An audit with gaps is 'incomplete'
 *   unless what could be read already fails it.
 */
export async function auditSnapshot(
  reader: ChainReader,
  token: Address,
  blockNumber: number,
  claims: readonly Claim[],
): Promise<{ audit: Audit; gaps: Gap[] }> {
  const told = claims.filter((claim) => !isOwnIssue(claim, token))
  const issuesItself = told.length < claims.length
  const sample = toSample(told)
  const [supplyAnswer, ...answers] = await reader.readContracts(
    [
      { address: token, abi: erc20Abi, functionName: 'totalSupply' },
      ...[...sample.map(({ account }) => account), ...(issuesItself ? [token] : [])].map((account) => ({ address: token, abi: erc20Abi, functionName: 'balanceOf', args: [account] })),
    ],
    blockNumber,
  )
  const gaps: Gap[] = []
  const toAmount = (answer: CallResult | undefined, subject: string): bigint | null => {
    if (answer?.status === 'ok' && typeof answer.value === 'bigint') return answer.value
    gaps.push({ subject, reason: answer?.status === 'failed' ? answer.reason : 'the answer is no amount' })
    return null
  }
  const supply = toAmount(supplyAnswer, 'totalSupply')
  const mismatches = sample.flatMap(({ account, amount }, index) => {
    const chain = toAmount(answers[index], `balanceOf ${account}`)
    return chain === null || chain === amount ? [] : [{ account, ledger: amount, chain }]
  })
  const own = issuesItself ? toAmount(answers.at(-1), `balanceOf ${token}`) ?? 0n : 0n
  const claimed = told.reduce((sum, { amount }) => sum + amount, own)
  const failed = mismatches.length > 0 || (supply !== null && supply !== claimed)
  const status = failed ? 'failed' : gaps.length > 0 ? 'incomplete' : 'passed'
  return { audit: { status, claimed, supply, sampled: sample.length, mismatches }, gaps }
}
