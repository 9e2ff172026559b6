import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { arbitrumGateway, dead, polygonPredicate, zero } from './parts/knownAccounts'
import { sushiPair, uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'

const bar = saidBy(
  'https://github.com/sushiswap/sushiswap-subgraph/blob/09f3da9a46cbd8d235fadb5737cb9a3d5468f57f/subgraphs/bar.yaml',
  '2026-11-22',
)
const masterChef = saidBy(
  'https://github.com/sushiswap/sushiswap-subgraph/blob/346f62a2ab0cd7965db107582e6358102cfe8dad/subgraphs/masterchef.yaml',
  '2026-11-22',
)
const masterChefV2 = saidBy(
  'https://github.com/sushiswap/sushiswap-subgraph/blob/42e6184e12f133892b4c14ef843b1f0d9c35ac93/subgraphs/masterchefV2/masterchefV2.yaml',
  '2026-11-22',
)
const timelock = saidBy(
  'https://github.com/sushiswap/sushiswap-subgraph/blob/346f62a2ab0cd7965db107582e6358102cfe8dad/subgraphs/timelock.yaml',
  '2026-11-22',
)
const sushiTreasury = saidBy(
  'https://github.com/DefiLlama/DefiLlama-Adapters/blob/21359703c622b87ecf1707d3b9b39d386454eae3/projects/treasury/sushiswap.js',
  '2026-11-22',
)
const sushiSdk = saidBy('https://www.npmjs.com/package/@sushiswap/core-sdk/v/0.1.2', '2026-11-22')

const [ownPair, uniswapsPair] = ['0x795065dcc9f64b5614c407a6efdc400da6221fb0', '0xce84867c3c02b05dc570d0135103d3fb9cc19433'] as const
const sushi = '0x6b3595068778dd592e39a122f4f5a5cf09c90fe2'

/** SushiSwap: automated market maker, a fork of Uniswap v2. SUSHI is staked as xSUSHI. */
export const sushiswap: ProtocolInput = {
  slug: 'sushiswap',
  name: 'SushiSwap',
  category: 'exchange',
  website: 'https://www.sushi.com',
  token: {
    chainId: 1,
    address: sushi,
    symbol: 'SUSHI',
    name: 'SushiToken',
    decimals: 18,
    firstBlock: 10_736_094,
  },
  money: ethereumMoney,
  pools: [
    sushiPair('SUSHI/WETH', ownPair, 10_794_229),
    uniswapPair('SUSHI/WETH', uniswapsPair, 10_736_094),
  ],
  wrappers: [
    {
      source: 'masterChef',
      address: '0xc2edad668740f1aa35e4d8f227fb8e17dca888cd',
      name: 'MasterChef',
      firstBlock: 10_736_242,
      assets: [uniswapsPair, ownPair],
      contracts: { rewardsToken: sushi },
      // It took in Uniswap's shares until SushiSwap exchanged them for its own in September 2020.
      farm: { pools: [{ id: 12, asset: uniswapsPair }, { id: 12, asset: ownPair }] },
      // Both tokens of pool 12, and the farm; its first block is in sushiswap-subgraph's masterchef.yaml, see the label's source.
      fact: 'https://github.com/omakase-bar/sushiswap-frontend/blob/1abbbeadf4c9722541fad1c9bc73183c14cd7177/src/constants/constants.js',
    },
  ],
  labels: [
    bar('0x8798249c2e607446efb7ad49ec89dd1865ff4272', 'contract', 'staking', 'SushiBar (xSUSHI)'),
    masterChef('0xc2edad668740f1aa35e4d8f227fb8e17dca888cd', 'contract', 'distributor', 'MasterChef: rewards not yet claimed'),
    masterChefV2('0xef0881ec094552b2e128cf945ef17a6752b4ec5d', 'contract', 'distributor', 'MasterChef v2: rewards not yet claimed'),
    timelock('0x9a8541ddf3a932a9a922b607e9cf7301f1d47bd1', 'contract', 'timelock', 'Timelock'),
    sushiTreasury('0xe94b5eec1fa96ceecbd33ef5baa8d00e4493f4f3', 'multisig', 'treasury', 'Treasury'),
    sushiSdk('0xf5bce5077908a1b7370b9ae04adc565ebd643966', 'contract', 'vault', 'BentoBox'),
    dead,
    zero,
    arbitrumGateway,
    polygonPredicate,
  ],
  caveats: [
    {
      en:
        'Staked SUSHI lies in the SushiBar and counts as one holder. The token leaves delegated votes where they were ' +
        'when it is transferred, so its votes say nothing.',
      de:
        'Gestakte SUSHI liegen in der SushiBar und zählen als ein Halter. Beim Überweisen lässt der Token delegierte ' +
        'Stimmen zurück, seine Stimmen sagen deshalb nichts.',
    },
  ],
}
