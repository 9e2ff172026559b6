import { sha256, stringToHex } from 'viem'
import type { VotesContract } from '../../domain/governance'
import { metrics } from '../../metrics/registry'

/**
 * What a day of votes is made with, beside logs and balances: the contracts that count them, and which metrics there are. Days whose recipe is
 * another are stale; names and facts change nothing.
 *
 * @returns 16 hexadecimal digits
 * @example toVotesRecipe(uniswap.governance.votes) // 'c1a7…'
 */
export function toVotesRecipe(contracts: readonly VotesContract[]): string {
  const counted = contracts.map(({ source, address, firstBlock, contracts }) => [source, address, firstBlock, Object.entries(contracts).sort()])
  return sha256(stringToHex(JSON.stringify([counted.sort(), metrics.map(({ id }) => id)]))).slice(2, 18)
}
