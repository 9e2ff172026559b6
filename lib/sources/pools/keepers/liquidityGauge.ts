import { liquidityGaugeStakes } from '../../liquidityGauge'
import { toOnlyAsset } from '../../wrapperFacts'
import type { ShareKeeper } from './shareKeeper'

/** Curve's first gauges. Later ones give out a token: `wrappedToken`. */
export const liquidityGauge: ShareKeeper = {
  id: 'liquidityGauge',
  toKeepings: (wrapper) => [{ asset: toOnlyAsset(wrapper, 'liquidityGauge'), stakes: liquidityGaugeStakes }],
}
