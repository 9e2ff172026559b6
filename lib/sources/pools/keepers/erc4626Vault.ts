import { toOnlyAsset, toShareToken } from '../../wrapperFacts'
import type { ShareKeeper } from './shareKeeper'

/** Its shares are a part of all that lies in it or is staked by it, which may become more or less without their number changing. */
export const erc4626Vault: ShareKeeper = {
  id: 'erc4626Vault',
  toKeepings: (wrapper) => [{ asset: toOnlyAsset(wrapper, 'erc4626Vault'), token: toShareToken(wrapper, 'erc4626Vault').address }],
}
