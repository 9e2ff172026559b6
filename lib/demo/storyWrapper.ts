import type { Address } from '@/lib/domain/address'
import type { Token, Wrapper } from '@/lib/domain/protocol'
import { chainId } from './chainId'
import type { Contract, StoryChain } from './storyChain'

/** What a contract gives out, where that is an ERC-20 token. */
type Shares = Pick<Token, 'symbol' | 'name'> & { decimals?: number }

/** A contract of the story that holds tokens for others. It is named when it is deployed: its first block is the next one. */
export function toStoryWrapper(
  chain: StoryChain,
  contract: Contract,
  { source, name, assets, contracts = {}, shares }: Pick<Wrapper, 'source' | 'name'> & { assets: readonly Address[]; contracts?: Wrapper['contracts']; shares?: Shares },
): Wrapper {
  const firstBlock = chain.blockNumber
  const shareToken = shares && { chainId, address: contract.address, decimals: 18, ...shares, firstBlock }
  return { source, address: contract.address, name, firstBlock, assets: [...assets], contracts, fact: 'deployed by the demo story', ...(shareToken ? { shareToken } : {}) }
}
