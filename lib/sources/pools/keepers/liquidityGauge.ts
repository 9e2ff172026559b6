import { liquidityGaugeEvents } from '../../liquidityGauge'
import { toOnlyAsset } from '../../wrapperFacts'
import type { ShareKeeper } from './shareKeeper'

/** Curve's first gauges. Later ones give out a token: `wrappedToken`. */
export const liquidityGauge: ShareKeeper = {
  id: 'liquidityGauge',
  toKeeping: (wrapper) => ({ asset: toOnlyAsset(wrapper, 'liquidityGauge'), stakes: liquidityGaugeEvents }),
}
