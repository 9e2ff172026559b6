import type { ProtocolInput } from '@/lib/domain/protocol'
import { cometLabel, cometMarket } from './parts/cometMarkets'
import { ethereumMoney } from './parts/ethereumMoney'
import { governor } from './parts/governor'
import {
  arbitrumGateway,
  binancePegs,
  dead,
  gemini,
  optimismBridge,
  polygonPredicate,
  robinhood,
  zero,
} from './parts/knownAccounts'
import { uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'
import { votesOf } from './parts/votes'
import { dune2026, jensen2021, messias2024 } from './parts/literature'

const sdkPackage = 'https://www.npmjs.com/package/@uniswap/sdk-core/v/7.19.4'
const uniswapSdk = saidBy(sdkPackage, '2026-11-22')
const anticapture = saidBy(
  'https://github.com/blockful/anticapture/blob/006aa5277fcc79d163cfa764dd87aaaeba5e62e2/apps/indexer/src/lib/constants.ts',
  '2026-11-22',
)

const token = {
  chainId: 1,
  address: '0x1f9840a85d5af5bf1d1762f925bdaddc4201f984',
  symbol: 'UNI',
  name: 'Uniswap',
  decimals: 18,
  firstBlock: 10_861_674,
} as const

/** Uniswap: automated market maker. UNI votes; the Timelock is the treasury. */
export const uniswap: ProtocolInput = {
  slug: 'uniswap',
  name: 'Uniswap',
  category: 'exchange',
  website: 'https://uniswap.org',
  token,
  money: ethereumMoney,
  pools: [
    uniswapPair('UNI/WETH', '0xd3d2e2692501a5c9ca623199d38826e513033a17', 10_861_674),
  ],
  wrappers: [
    { source: 'merkleDistributor', address: '0x090d4613473dee047c3f2706764f49e0821d256e', name: 'Airdrop of 2020', firstBlock: token.firstBlock, assets: [token.address], fact: sdkPackage },
    cometMarket('USDC', token.address),
    cometMarket('USDT', token.address),
  ],
  labels: [
    uniswapSdk('0x1a9c8182c09f50c8318d769245bea52c32be35bc', 'contract', 'timelock', 'Timelock (governance treasury)'),
    uniswapSdk('0x408ed6354d4973f66138c91495f2f2fcbd8724c3', 'contract', null, 'Governor Bravo'),
    anticapture('0x4750c43867ef5f89869132eccf19b9b6c4286e1a', 'contract', 'vesting', 'Treasury vester 1'),
    anticapture('0xe3953d9d317b834592ab58ab2c7a6ad22b54075d', 'contract', 'vesting', 'Treasury vester 2'),
    anticapture('0x4b4e140d1f131fdad6fb59c13af796fd194e4135', 'contract', 'vesting', 'Treasury vester 3'),
    anticapture('0x3d30b1ab88d487b0f3061f40de76845bec3f1e94', 'contract', 'vesting', 'Treasury vester 4'),
    uniswapSdk('0x090d4613473dee047c3f2706764f49e0821d256e', 'contract', 'distributor', 'Airdrop of 2020: what was never claimed'),
    dead,
    zero,
    anticapture('0x1d42064fc4beb5f8aaf85f4617ae8b3b5b8bd801', 'contract', 'pool', 'Uniswap v3 UNI/WETH 0.3 %'),
    anticapture('0x360b9726186c0f62cc719450685ce70280774dc8', 'contract', 'pool', 'Uniswap v3 UNI/WETH 1 %'),
    anticapture('0xf6d2224916ddfbbab6e6bd0d1b7034f4ae0cab18', 'contract', 'lendingMarket', 'Aave v3: aEthUNI'),
    anticapture('0x35a18000230da775cac24873d00ff85bccded550', 'contract', 'lendingMarket', 'Compound v2: cUNI'),
    cometLabel('USDC'),
    cometLabel('USDT'),
    arbitrumGateway,
    polygonPredicate,
    optimismBridge,
    robinhood,
    binancePegs,
    anticapture('0x88a1493366d48225fc3cefbdae9ebb23e323ade3', 'unknown', 'exchange', 'Bybit: cold wallet'),
    gemini,
  ],
  governance: {
    votes: [votesOf(token, 'https://github.com/Uniswap/governance/blob/master/contracts/Uni.sol')],
    // Named in Zukowski 2026, "Governance concentration beyond token allocation"
    space: 'uniswapgovernance.eth',
    governors: [
      governor('governorAlpha', 'Governor Alpha', '0x5e4be8bc9637f0eaa1a755019e06a68ce081d58f', 10_861_674, sdkPackage),
      governor('governorAlpha', 'Governor Alpha, second', '0xc4e172459f1e7939d522503b81afaac1014ce6f6', 12_500_000, sdkPackage),
      governor('governorBravo', 'Governor Bravo', '0x408ed6354d4973f66138c91495f2f2fcbd8724c3', 13_059_157, sdkPackage),
    ],
    controlled: [
      { address: '0x1f9840a85d5af5bf1d1762f925bdaddc4201f984', name: 'UNI', fact: 'the protocol’s token' },
      { address: '0x408ed6354d4973f66138c91495f2f2fcbd8724c3', name: 'Governor Bravo', fact: sdkPackage },
      { address: '0x1a9c8182c09f50c8318d769245bea52c32be35bc', name: 'Timelock', fact: sdkPackage },
      { address: '0x5c69bee701ef814a2b6a3edd4b1652cb9cc5aa6f', name: 'Uniswap v2 factory', fact: sdkPackage },
      { address: '0x1f98431c8ad98523631ae4a59f267346ea31f984', name: 'Uniswap v3 factory', fact: sdkPackage },
    ],
  },
  caveats: [
    {
      en:
        'UNI taken out of use lies at 0x…dEaD instead of being burned in the contract: the total supply still counts it ' +
        '(102 million on 1 April 2026). The circulating lens leaves it out.',
      de:
        'Aus dem Verkehr gezogene UNI liegen auf 0x…dEaD, statt im Contract verbrannt zu sein: Die Gesamtmenge zählt sie ' +
        'weiter mit (102 Millionen am 1. April 2026). Die Sicht „Umlauf“ lässt sie weg.',
    },
    {
      en:
        'UNI in Uniswap v3 and v4 pools counts as one holder per pool contract; the positions behind it are not taken ' +
        'apart here.',
      de:
        'UNI in Pools von Uniswap v3 und v4 zählen als ein Halter je Pool-Contract; die Positionen dahinter werden hier ' +
        'nicht aufgelöst.',
    },
  ],
  published: [
    jensen2021({ metric: 'top5Share', value: 0.1205 }),
    messias2024({ metric: 'top10Share', of: 'votes', value: 0.4472 }),
    dune2026({ metric: 'gini', value: 0.9978 }),
    dune2026({ metric: 'holders', value: 440_001 }),
  ],
}
