import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { arbitrumGateway, dead, polygonPredicate, zero } from './parts/knownAccounts'
import { sushiPair, uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'
import { sushiFarm } from './parts/sushiFarm'
import { avanzo2025 } from './parts/literature'

const deployed = 'https://github.com/CurveDocs/curve-docs/blob/3f5622a7cdb137037327b50bfc86e99ae83b985d/docs/references/deployed-contracts.md'
const curveDocs = saidBy(deployed, '2026-11-22')
const curveTreasury = saidBy(
  'https://github.com/DefiLlama/DefiLlama-Adapters/blob/0748004f169415a13656a29188cdb956dad4afaf/projects/treasury/curve.js',
  '2026-11-22',
)

const uniswaps = uniswapPair('CRV/WETH', '0x3da1313ae46132a397d90d95b1424a9a7e3e0fce', 10_647_806)
const sushis = sushiPair('CRV/WETH', '0x58dc5a51fe44589beb22e8ce67720b5bc5378009', 10_794_229)

/** Curve: automated market maker for like assets. CRV locked as veCRV votes. */
export const curve: ProtocolInput = {
  slug: 'curve',
  name: 'Curve',
  category: 'exchange',
  website: 'https://curve.finance',
  token: {
    chainId: 1,
    address: '0xd533a949740bb3306d119cc777fa900ba034cd52',
    symbol: 'CRV',
    name: 'Curve DAO Token',
    decimals: 18,
    firstBlock: 10_647_806,
  },
  money: ethereumMoney,
  pools: [sushis, uniswaps],
  wrappers: [sushiFarm(17, [uniswaps, sushis])],
  governance: {
    votes: [
      {
        source: 'voteEscrow',
        address: '0x5f3b5dfeb7b28cdbd7faba78963ee202a494e2a2',
        name: 'Voting escrow (veCRV)',
        // It was created with the token's address: not before it.
        firstBlock: 10_647_806,
        fact: 'https://github.com/curvefi/curve-dao-contracts/blob/master/contracts/VotingEscrow.vy',
      },
    ],
    controlled: [
      { address: '0xd533a949740bb3306d119cc777fa900ba034cd52', name: 'CRV', fact: 'the protocol’s token' },
      { address: '0x5f3b5dfeb7b28cdbd7faba78963ee202a494e2a2', name: 'Voting escrow (veCRV)', fact: deployed },
      { address: '0x2f50d538606fa9edd2b11e2446beb18c9d5846bb', name: 'Gauge controller', fact: deployed },
      { address: '0x519afb566c05e00cfb9af73496d00217a630e4d5', name: 'Gauge owner', fact: deployed },
      { address: '0xecb456ea5365865ebab8a2661b0c503410e9b347', name: 'Pool owner', fact: deployed },
      { address: '0x40907540d8a6c65c637785e8f8b742ae6b0b9968', name: 'DAO agent: ownership', fact: deployed },
      { address: '0x4eeb3ba4f221ca16ed4a0cc7254e2e32df948c5f', name: 'DAO agent: parameters', fact: deployed },
      { address: '0x00669df67e4827fcc0e48a1838a8d5ab79281909', name: 'DAO agent: emergency', fact: deployed },
      { address: '0xe478de485ad2fe566d49342cbd03e49ed7db3356', name: 'Voting: ownership', fact: deployed },
      { address: '0xbcff8b0b9419b9a88c44546519b1e909cf330399', name: 'Voting: parameters', fact: deployed },
    ],
  },
  labels: [
    curveDocs('0x5f3b5dfeb7b28cdbd7faba78963ee202a494e2a2', 'contract', 'voteEscrow', 'Voting escrow (veCRV)'),
    curveDocs('0x575ccd8e2d300e2377b43478339e364000318e2c', 'contract', 'vesting', 'Vesting: liquidity providers before CRV'),
    curveDocs('0xd2d43555134dc575bf7279f4ba18809645db0f1d', 'contract', 'vesting', 'Vesting: core team'),
    curveDocs('0xf22995a3ea2c83f6764c711115b23a88411cafdd', 'contract', 'vesting', 'Vesting: investors 1'),
    curveDocs('0x2a7d59e327759acd5d11a8fb652bf4072d28ac04', 'contract', 'vesting', 'Vesting: investors 2'),
    curveDocs('0xf7dbc322d72c1788a1e37eee738e2ea9c7fa875e', 'contract', 'vesting', 'Vesting: investors 3'),
    curveDocs('0x679fcb9b33fc4ae10ff4f96caef49c1ae3f8fa67', 'contract', 'vesting', 'Vesting: employees 1'),
    curveDocs('0x41df5d28c7e801c4df0ab33421e2ed6ce52d2567', 'contract', 'vesting', 'Vesting: employees 2'),
    curveDocs('0xe3997288987e6297ad550a69b31439504f513267', 'contract', 'treasury', 'Community fund'),
    curveTreasury('0x6508ef65b0bd57eabd0f1d52685a70433b2d290b', 'contract', 'treasury', 'Treasury'),
    curveDocs('0x40907540d8a6c65c637785e8f8b742ae6b0b9968', 'contract', 'treasury', 'DAO agent: ownership'),
    curveDocs('0x4eeb3ba4f221ca16ed4a0cc7254e2e32df948c5f', 'contract', 'treasury', 'DAO agent: parameters'),
    dead,
    zero,
    arbitrumGateway,
    polygonPredicate,
  ],
  caveats: [
    {
      en:
        'Locked CRV lies in the veCRV contract and counts as one holder; who can vote there, and how much, is told apart, ' +
        'as votes.',
      de:
        'Gesperrte CRV liegen im veCRV-Contract und zählen als ein Halter; wer dort wie viele Stimmen hat, steht für sich, ' +
        'bei den Stimmen.',
    },
  ],
  published: [
    avanzo2025({ metric: 'nakamoto50', value: 23 }),
    avanzo2025({ metric: 'gini', value: 0.8402 }),
  ],
}
