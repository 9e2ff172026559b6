import { toOnlyAsset, toShareToken } from '../../wrapperFacts'
import type { ShareKeeper } from './shareKeeper'

/** One of it for each that lies there: wrapped tokens, and gauges that give out a token. */
export const wrappedToken: ShareKeeper = {
  id: 'wrappedToken',
  toKeepings: (wrapper) => [{ asset: toOnlyAsset(wrapper, 'wrappedToken'), token: toShareToken(wrapper, 'wrappedToken').address }],
}
