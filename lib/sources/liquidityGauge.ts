import { toStakeLogs, type StakeLogs } from './foldStakes'
import { toStakesSource } from './toStakesSource'

/**
 * Deposit(address indexed provider, uint256 value) and Withdraw(address indexed provider, uint256 value). The provider is whose stake it is,
 * whoever paid.
 * https://github.com/curvefi/curve-dao-contracts/blob/master/contracts/gauges/LiquidityGauge.vy
 */
export const liquidityGaugeStakes: StakeLogs = toStakeLogs({
  putIn: { name: 'Deposit', topic: '0xe1fffcc4923d04b559f4d29a8bfc6cda04eb5b0d3c460751c2402c5c5cc9109c', indexed: 1, words: 1 },
  takenBack: { name: 'Withdraw', topic: '0x884edad9ce6fa2440d8a54cc123490eb96d2768479d49ff9c7366125a9424364', indexed: 1, words: 1 },
})

/** Curve's first LiquidityGauge and its copies, whose stakes are no token. Later gauges are ERC-20 tokens of their own: `wrappedToken` reads those. */
export const liquidityGauge = toStakesSource({
  id: 'liquidityGauge',
  name: { en: 'Liquidity gauge', de: 'Liquidity Gauge' },
  description: {
    en: 'Staked LP tokens belong to whoever’s stake they are in. What was sent there without a stake stays unresolved.',
    de: 'Eingebrachte LP-Token gehören dem, auf dessen Namen sie eingebracht sind. Was ohne Einlage dorthin überwiesen wurde, bleibt ungeklärt.',
  },
  role: 'staking',
}, liquidityGaugeStakes)
