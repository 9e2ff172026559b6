import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { dead, zero } from './parts/knownAccounts'
import { uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'

const fact = 'https://www.npmjs.com/package/@graphprotocol/contracts/v/7.2.1'
const graphContracts = saidBy(fact, '2026-11-22')

/** The Graph: indexing of blockchain data. GRT is staked and delegated, today on Arbitrum. */
export const theGraph: ProtocolInput = {
  slug: 'the-graph',
  name: 'The Graph',
  category: 'infrastructure',
  website: 'https://thegraph.com',
  token: {
    chainId: 1,
    address: '0xc944e90c64b2c07662a292be6244bdf05cda44a7',
    symbol: 'GRT',
    name: 'Graph Token',
    decimals: 18,
    firstBlock: 11_446_769,
  },
  money: ethereumMoney,
  pools: [
    uniswapPair('GRT/WETH', '0x2e81ec0b8b4022fac83a21b2f2b4b8f5ed744d70', 11_446_769),
  ],
  labels: [
    graphContracts('0x36aff7001294dae4c2ed4fdefc478a00de77f090', 'contract', 'bridge', 'Bridge escrow: GRT on Arbitrum'),
    graphContracts('0x01cdc91b0a9ba741903aa3699bf4ce31d6c5cc06', 'contract', 'bridge', 'L1 gateway to Arbitrum'),
    graphContracts('0xf55041e37e12cd407ad00ce2910b8269b01263b9', 'contract', 'staking', 'L1 staking and delegation'),
    graphContracts('0x8fe00a685bcb3b2cc296ff6ffeab10aca4ce1538', 'contract', 'staking', 'L1 curation'),
    graphContracts('0xadca0dd4729c8ba3acf3e99f3a9f471ef37b6825', 'contract', 'staking', 'L1 name service (GNS)'),
    graphContracts('0x9ac758ab77733b4150a901ebd659cbf8cb93ed66', 'contract', 'distributor', 'L1 rewards manager'),
    graphContracts('0x4a53cf3b3eda545dc61dee0ca21ea8996c94385f', 'contract', 'distributor', 'L1 allocation exchange'),
    dead,
    zero,
  ],
  wrappers: [
    {
      source: 'graphStaking', address: '0xf55041e37e12cd407ad00ce2910b8269b01263b9', name: 'The Graph: stakes on Ethereum', firstBlock: 11_446_769,
      assets: ['0xc944e90c64b2c07662a292be6244bdf05cda44a7'], contracts: { rewardsManager: '0x9ac758ab77733b4150a901ebd659cbf8cb93ed66' }, fact,
    },
  ],
  caveats: [
    {
      en:
        'Indexing, staking and delegation moved to Arbitrum. What lies there appears on Ethereum as one holder, the ' +
        'bridge escrow, and this ledger does not see who owns it. Of indexers and delegators those are told whose stakes stayed ' +
        'on Ethereum, and the years before; their successor on Arbitrum writes other logs, which are not read.',
      de:
        'Indexierung, Staking und Delegation sind nach Arbitrum umgezogen. Was dort liegt, erscheint auf Ethereum als ' +
        'ein Halter, der Treuhand-Contract der Brücke; wem es gehört, sieht dieses Kontobuch nicht. Von Indexern und ' +
        'Delegierenden stehen hier die, deren Einsätze auf Ethereum blieben, und die Jahre davor; der Nachfolger auf Arbitrum ' +
        'schreibt andere Logs, die nicht gelesen werden.',
    },
    {
      en: 'GRT of the team and the backers vests in hundreds of token lock wallets, which are not labelled one by one.',
      de:
        'Die GRT von Team und Geldgebern werden in Hunderten von Sperr-Wallets freigegeben, die hier nicht einzeln ' +
        'benannt sind.',
    },
  ],
}
