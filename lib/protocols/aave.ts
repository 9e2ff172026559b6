import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import {
  arbitrumGateway,
  balancerVault,
  binancePegs,
  dead,
  gemini,
  optimismBridge,
  polygonPredicate,
  robinhood,
  zero,
} from './parts/knownAccounts'
import { sushiPair, uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'
import { sushiFarm } from './parts/sushiFarm'
import { dune2026 } from './parts/literature'

const safetyModule = saidBy('https://github.com/aave-dao/aave-address-book/blob/main/src/AaveSafetyModule.sol', '2026-11-22')
const misc = saidBy('https://github.com/aave-dao/aave-address-book/blob/main/src/MiscEthereum.sol', '2026-11-22')
const marketV3Book = 'https://github.com/aave-dao/aave-address-book/blob/main/src/AaveV3Ethereum.sol'
const marketV3 = saidBy(marketV3Book, '2026-11-22')
const governanceBook = 'https://github.com/aave-dao/aave-address-book/blob/main/src/GovernanceV3Ethereum.sol'
const governance = saidBy(governanceBook, '2026-11-22')
const governanceV2Book = 'https://github.com/aave-dao/aave-address-book/blob/main/src/AaveGovernanceV2.sol'
const governanceV2 = saidBy(governanceV2Book, '2026-11-22')
const aaveToken = saidBy(
  'https://github.com/aave/aave-token/blob/5d0da80ef130f8a6ee3a3a464db47843548f4cb1/README.md',
  '2026-11-22',
)
const marketV2 = saidBy('https://github.com/aave-dao/aave-address-book/blob/main/src/AaveV2Ethereum.sol', '2026-11-22')

const firstBlock = 10_926_829
const token = { chainId: 1, address: '0x7fc66500c84a76ad7e9c93437bfc5ac33e2ddae9', symbol: 'AAVE', name: 'Aave Token', decimals: 18, firstBlock } as const
// It was created with the token's address: not before it.
const stakedAave = '0x4da27a545c0c5b758a6ba100e3a049001de870f5'
/**
 * The implementations that both tokens changed to when Governance v3 began. "All delegations will be reset":
 * https://governance.aave.com/t/bgd-aave-governance-v3-activation-plan/14993
 */
const governanceV3 = 'https://github.com/mixbytes/audits_public/blob/86a4571ea956b8d8dd7ebb709af67d770751efa7/AAVE/Voting%20Tokens/README.md'

const sushis = sushiPair('AAVE/WETH', '0xd75ea151a61d06868e31f8988d28dfe5e9df57b4', 10_926_829)

/** Aave: lending market. AAVE, stkAAVE and aAAVE vote. */
export const aave: ProtocolInput = {
  slug: 'aave',
  name: 'Aave',
  category: 'lending',
  website: 'https://aave.com',
  token,
  money: ethereumMoney,
  pools: [uniswapPair('AAVE/WETH', '0xdfc14d2af169b0d36c4eff567ada9b2e0cae044f', 10_926_829), sushis],
  wrappers: [
    sushiFarm(37, [sushis]),
    {
      source: 'erc4626Vault',
      address: stakedAave,
      name: 'Staked AAVE (stkAAVE)',
      firstBlock,
      assets: [token.address],
      // What it pays to those who stake, out of the ecosystem reserve
      contracts: { rewardsToken: token.address },
      shareToken: { chainId: 1, address: stakedAave, symbol: 'stkAAVE', name: 'Staked Aave', decimals: 18, firstBlock },
      fact: 'https://github.com/aave-dao/aave-address-book/blob/main/src/AaveSafetyModule.sol',
    },
  ],
  labels: [
    safetyModule(stakedAave, 'contract', 'staking', 'Staked AAVE (stkAAVE)'),
    misc('0x25f2226b597e8f9514b3f68f00f494cf4f286491', 'contract', 'treasury', 'Ecosystem reserve'),
    marketV3('0x464c71f6c2f760dda6093dcb91c24c39e5d6e18c', 'contract', 'treasury', 'Collector (treasury)'),
    governance('0x5300a1a15135ea4dc7ad5a167152c01efc9b192a', 'contract', 'timelock', 'Governance executor, level 1'),
    governance('0x17dd33ed0e3dd2a80e37489b8a63063161be6957', 'contract', 'timelock', 'Governance executor, level 2'),
    governanceV2('0xee56e2b3d491590b5b31738cc34d5232f378a8d5', 'contract', 'timelock', 'Governance v2: short executor'),
    governanceV2('0x79426a1c24b2978d90d7a5070a46c65b07bc4299', 'contract', 'timelock', 'Governance v2: long executor'),
    governance('0x9aee0b04504cef83a65ac3f0e838d0593bcb2bc7', 'contract', null, 'Governance v3'),
    aaveToken('0x317625234562b1526ea2fac4030ea499c5291de4', 'contract', 'distributor', 'LEND migrator: AAVE never claimed'),
    misc('0xa88c6d90eae942291325f9ae3c66f3563b93fe10', 'contract', 'distributor', 'Merkle distributor (tokens sent by mistake)'),
    misc('0x9bdbb2997d3aa0becc56dfc960e0e17d7e9abae1', 'contract', 'vesting', 'ACI: vesting of a service provider'),
    marketV3('0xa700b4eb416be35b2911fd5dee80678ff64ff6c9', 'contract', 'lendingMarket', 'Aave v3: aEthAAVE'),
    marketV2('0xffc97d72e13e01096502cb8eb52dee56f74dad7b', 'contract', 'lendingMarket', 'Aave v2: aAAVE'),
    dead,
    zero,
    balancerVault,
    arbitrumGateway,
    polygonPredicate,
    optimismBridge,
    binancePegs,
    robinhood,
    gemini,
  ],
  governance: {
    votes: [
      {
        source: 'aaveVotes',
        address: token.address,
        name: 'Votes of AAVE',
        firstBlock,
        contracts: { anew: '0x5d4aa78b08bc7c530e21bf7447988b1be7991322' },
        fact: governanceV3,
      },
      {
        source: 'aaveVotes',
        address: stakedAave,
        name: 'Votes of staked AAVE',
        firstBlock,
        contracts: { anew: '0x0fe58fe1caa69951dc924a8c222be19013b89476' },
        fact: governanceV3,
      },
    ],
    controlled: [
      { address: '0x7fc66500c84a76ad7e9c93437bfc5ac33e2ddae9', name: 'AAVE', fact: 'the protocol’s token' },
      { address: '0x2f39d218133afab8f2b819b1066c7e434ad94e9e', name: 'Aave v3: pool addresses provider', fact: marketV3Book },
      { address: '0x87870bca3f3fd6335c3f4ce8392d69350b4fa4e2', name: 'Aave v3: pool', fact: marketV3Book },
      { address: '0xc2aacf6553d20d1e9d78e365aaba8032af9c85b0', name: 'Aave v3: ACL manager', fact: marketV3Book },
      { address: '0x5300a1a15135ea4dc7ad5a167152c01efc9b192a', name: 'Governance executor, level 1', fact: governanceBook },
      { address: '0x17dd33ed0e3dd2a80e37489b8a63063161be6957', name: 'Governance executor, level 2', fact: governanceBook },
      { address: '0xdabad81af85554e9ae636395611c58f7ec1aaec5', name: 'Payloads controller', fact: governanceBook },
      { address: '0x9aee0b04504cef83a65ac3f0e838d0593bcb2bc7', name: 'Governance v3', fact: governanceBook },
      { address: '0xee56e2b3d491590b5b31738cc34d5232f378a8d5', name: 'Governance v2: short executor', fact: governanceV2Book },
      { address: '0x79426a1c24b2978d90d7a5070a46c65b07bc4299', name: 'Governance v2: long executor', fact: governanceV2Book },
    ],
  },
  caveats: [
    {
      en: 'Aave votes in contracts of its own kind, in their third version partly on other chains than Ethereum: its proposals and their votes are missing here.',
      de: 'Aave stimmt in Contracts eigener Bauart ab, in deren dritter Fassung teils auf anderen Chains als Ethereum: Seine Vorschläge und die Stimmen dazu fehlen hier.',
    },
    {
      en:
        'Staked AAVE lies in the stkAAVE contract, which counts as one holder where it is not looked through, although its ' +
        'stakers keep both the votes and the money.',
      de:
        'Gestakte AAVE liegen im stkAAVE-Contract, der als ein Halter zählt, wo nicht durch ihn hindurchgesehen wird, ' +
        'obwohl Stimmen und Geld den Stakenden gehören.',
    },
    {
      en: 'AAVE lent to Aave v3 votes for its lenders. Here these votes stand as those of the lending contract, aEthAAVE.',
      de: 'An Aave v3 verliehene AAVE stimmen für ihre Verleiher. Hier stehen diese Stimmen als die des Kredit-Contracts aEthAAVE.',
    },
  ],
  published: [
    dune2026({ metric: 'gini', value: 0.9928 }),
    dune2026({ metric: 'holders', value: 215_294 }),
  ],
}
