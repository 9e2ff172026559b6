import { saidBy } from './saidBy'

// Accounts that hold many tokens: written down once, listed by every protocol whose token they may hold.

const anticapture = saidBy(
  'https://github.com/blockful/anticapture/blob/006aa5277fcc79d163cfa764dd87aaaeba5e62e2/apps/indexer/src/lib/constants.ts',
  '2026-11-22',
)
const uniswapPairContract = saidBy('https://github.com/Uniswap/v2-core/blob/v1.0.1/contracts/UniswapV2Pair.sol', '2026-11-22')
const l2beat = saidBy(
  'https://github.com/l2beat/l2beat/blob/000705cfbbe63c8526385cc1b6eab6c354216489/packages/config/src/projects/arbitrum/arbitrum.ts',
  '2026-11-22',
)
const polygon = saidBy(
  'https://github.com/0xPolygon/static/blob/01a879787e6ef4d84b591d5ebbfb72e1567be21a/network/mainnet/v1/index.json',
  '2026-11-22',
)
const viem = saidBy('https://github.com/wevm/viem/blob/main/src/chains/definitions/optimism.ts', '2026-11-22')
const balancer = saidBy('https://www.npmjs.com/package/@balancer-labs/v2-deployments/v/3.2.0', '2026-11-22')

/** Tokens sent here cannot be moved again, though the total supply still counts them. */
export const dead = anticapture('0x000000000000000000000000000000000000dead', 'unknown', 'burn', '0x…dEaD')

/** A pair locks its first 1,000 smallest units of liquidity here for ever. */
export const zero = uniswapPairContract('0x0000000000000000000000000000000000000000', 'unknown', 'burn', 'Zero address')

/** Locks most ERC-20 tokens that were bridged to Arbitrum One. */
export const arbitrumGateway = l2beat('0xa3a7b6f88361f48403514059f1f16c8e78d60eec', 'contract', 'bridge', 'Arbitrum: ERC-20 gateway')

/** Locks ERC-20 tokens that were bridged to Polygon PoS. */
export const polygonPredicate = polygon('0x40ec5b33f54e0e8a33a975908c5ba1c14e5bbbdf', 'contract', 'bridge', 'Polygon: predicate')

/** Locks ERC-20 tokens that were bridged to OP Mainnet. */
export const optimismBridge = viem('0x99c9fc46f92e8a1c0dec1b1747d010903e884be1', 'contract', 'bridge', 'Optimism: standard bridge')

/** Holds the tokens of every Balancer v2 pool in one address. */
export const balancerVault = balancer('0xba12222222228d8ba445958a75a0704d566bf2c8', 'contract', 'pool', 'Balancer v2: Vault')

/** Holds what Binance's tokens on other chains stand for. */
export const binancePegs = anticapture('0x47ac0fb4f2d84898e4d9e7b4dab3c24507a6d503', 'unknown', 'exchange', 'Binance: pegged tokens')

/** Keeps what customers of Robinhood hold. */
export const robinhood = anticapture('0x73af3bcf944a6559933396c1577b257e2054d935', 'unknown', 'exchange', 'Robinhood')

/** Keeps what customers of Gemini hold. */
export const gemini = anticapture('0xafcd96e580138cfa2332c632e66308eacd45c5da', 'unknown', 'exchange', 'Gemini: cold wallet')
