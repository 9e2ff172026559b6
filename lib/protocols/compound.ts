import type { Address } from '@/lib/domain/address'
import type { ProtocolInput } from '@/lib/domain/protocol'
import { cometLabel, cometRewards, payingMarket } from './parts/cometMarkets'
import { ethereumMoney } from './parts/ethereumMoney'
import { governor } from './parts/governor'
import { binancePegs, dead, gemini, robinhood, zero } from './parts/knownAccounts'
import { sushiPair, uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'
import { sushiFarm } from './parts/sushiFarm'
import { votesOf } from './parts/votes'
import { conti2020, jensen2021, messias2024, savelyev2022 } from './parts/literature'

const anticaptureBook =
  'https://github.com/blockful/anticapture/blob/006aa5277fcc79d163cfa764dd87aaaeba5e62e2/apps/indexer/src/lib/constants.ts'
const anticapture = saidBy(anticaptureBook, '2026-11-22')
const cometRoots =
  'https://github.com/compound-finance/comet/blob/003edee127664413c437e1d5b1f6b430937a206b/deployments/mainnet/usdc/roots.json'
const comet = saidBy(cometRoots, '2026-11-22')
const boardroom = saidBy('https://www.npmjs.com/package/@boardroom/protocol-info/v/2.10.108', '2026-11-22')
const dComp = saidBy(
  'https://github.com/DefiLlama/defillama-server/blob/864fd272d9cbab816e0c4de4f39c051150bc54f4/coins/src/adapters/other/dCOMP.ts',
  '2026-11-22',
)

const networkFile = 'https://github.com/compound-finance/compound-protocol/blob/00983bc01d1594df7cb3d8fb0f081862a69140d6/networks/mainnet.json'
const token = {
  chainId: 1,
  address: '0xc00e94cb662c3520282e6f5717214004a7f26888',
  symbol: 'COMP',
  name: 'Compound',
  decimals: 18,
  firstBlock: 9_601_359,
} as const

const comptroller = '0x3d9819210a31b4961b30ef54be2aed79b9c9cd3b'

/** A market whose two sides the Comptroller pays COMP for. Its cToken costs 0.02 of the asset at first and has 8 decimals. */
const market = (symbol: string, name: string, address: Address, asset: Address, firstBlock: number): NonNullable<ProtocolInput['wrappers']>[number] => ({
  source: 'compoundToken',
  address,
  name: `Compound v2: ${symbol}`,
  firstBlock,
  assets: [asset],
  contracts: { comptroller, rewardsToken: token.address },
  shareToken: { chainId: 1, address, symbol, name, decimals: 8, firstBlock },
  fact: networkFile,
})

const uniswaps = uniswapPair('COMP/WETH', '0xcffdded873554f362ac02f8fb1f02e5ada10516f', 10_000_835)
const sushis = sushiPair('COMP/WETH', '0x31503dcb60119a812fee820bb7042752019f2355', 10_794_229)

/** Compound: lending market. COMP votes through a Governor; the Timelock and the Comptroller hold what is not handed out. */
export const compound: ProtocolInput = {
  slug: 'compound',
  name: 'Compound',
  category: 'lending',
  website: 'https://compound.finance',
  token,
  money: ethereumMoney,
  pools: [uniswaps, sushis],
  wrappers: [
    sushiFarm(4, [uniswaps, sushis]),
    payingMarket('USDC', token.address),
    payingMarket('USDT', token.address),
    market('cDAI', 'Compound Dai', '0x5d3a536e4d6dbd6114cc1ead35777bab948e3643', '0x6b175474e89094c44da98b954eedeac495271d0f', 8_983_575),
    market('cUSDC', 'Compound USD Coin', '0x39aa39c021dfbae8fac545936693ac917d5e7563', '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', 7_710_760),
  ],
  labels: [
    anticapture('0x6d903f6003cca6255d85cca4d3b5e5146dc33925', 'contract', 'timelock', 'Timelock'),
    comet(comptroller, 'contract', 'distributor', 'Comptroller: rewards not yet handed out'),
    boardroom('0x2775b1c75658be0f640272ccb8c72ac986009e38', 'contract', 'distributor', 'Reservoir'),
    comet(cometRewards, 'contract', 'distributor', 'Compound III: rewards'),
    anticapture('0x309a862bbc1a00e45506cb8a802d1ff10004c8c0', 'contract', null, 'Governor'),
    cometLabel('USDC'),
    cometLabel('USDT'),
    anticapture('0x70e36f6bf80a52b3b46b3af8e106cc0ed743e8e4', 'contract', 'lendingMarket', 'Compound v2: cCOMP'),
    dComp('0x91d14789071e5e195ffc9f745348736677de3292', 'contract', 'vault', 'dCOMP'),
    dead,
    zero,
    robinhood,
    anticapture('0x841ed663f2636863d40be4ee76243377dff13a34', 'unknown', 'exchange', 'Robinhood 2'),
    binancePegs,
    gemini,
  ],
  governance: {
    votes: [votesOf(token, 'https://github.com/compound-finance/compound-protocol/blob/master/contracts/Governance/Comp.sol')],
    // Named in Zukowski 2026, "Governance concentration beyond token allocation"
    space: 'comp-vote.eth',
    governors: [
      governor('governorAlpha', 'Governor Alpha', '0xc0da01a04c3f3e0be433606045bb7017a7323e38', 9_601_447, networkFile),
      governor('governorBravo', 'Governor Bravo', '0xc0da02939e1441f497fd74f78ce7decb17b66529', 12_000_000, 'https://docs.compound.finance/v2/governance'),
      governor('openZeppelinGovernor', 'Compound Governor', '0x309a862bbc1a00e45506cb8a802d1ff10004c8c0', 21_688_680, anticaptureBook),
    ],
    controlled: [
      { address: '0x6d903f6003cca6255d85cca4d3b5e5146dc33925', name: 'Timelock', fact: anticaptureBook },
      { address: comptroller, name: 'Comptroller', fact: cometRoots },
      { address: '0xc3d688b66703497daa19211eedff47f25384cdc3', name: 'Compound III: USDC market', fact: cometRoots },
      { address: '0xc00e94cb662c3520282e6f5717214004a7f26888', name: 'COMP', fact: 'the protocol’s token' },
    ],
  },
  caveats: [
    {
      en: 'COMP lent to the market of Compound v2 counts as one holder here; what the markets of Compound III hold as collateral is told by borrower.',
      de: 'COMP, die dem Markt von Compound v2 geliehen sind, zählen hier als ein Halter; was die Märkte von Compound III als Sicherheit halten, ist nach Kreditnehmern aufgeteilt.',
    },
  ],
  published: [
    conti2020({ metric: 'top50Share', value: 0.96 }),
    jensen2021({ metric: 'top5Share', value: 0.421 }),
    savelyev2022({ metric: 'gini', value: 0.998 }),
    messias2024({ metric: 'top10Share', of: 'votes', value: 0.5786 }),
  ],
}
