import { sha256, stringToHex } from 'viem'
import type { Money } from '../../domain/protocol'
import { concentrationMetrics } from './concentration'
import type { FollowedPool } from './readPoolFacts'

/** Raised where the same logs come to other figures. */
const edition = 2

/**
 * What a pool's figures are made with, beside logs, prices and receipts: days whose recipe is another are made again. Names change nothing.
 *
 * @returns 16 hexadecimal digits
 * @example toPoolRecipe(pool, uniswap.money) // 'c1a7…'
 */
export function toPoolRecipe({ facts, stakings }: Pick<FollowedPool, 'facts' | 'stakings'>, { wrappedEther, dollars, dollarPool }: Money): string {
  const { source, firstBlock, contracts, tokens, feePpm, quote } = facts
  const staked = stakings.map((wrapper) => [wrapper.source, wrapper.address, wrapper.assets, wrapper.shareToken?.address, Object.entries(wrapper.contracts).sort(), ...(wrapper.farm ? [wrapper.farm.pools] : [])])
  const made = [edition, source, firstBlock, Object.entries(contracts).sort(), tokens, feePpm, quote, staked.sort(), wrappedEther, dollars, dollarPool?.address, concentrationMetrics]
  return sha256(stringToHex(JSON.stringify(made))).slice(2, 18)
}
