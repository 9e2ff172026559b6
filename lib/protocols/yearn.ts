import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { arbitrumGateway, dead, polygonPredicate, zero } from './parts/knownAccounts'
import { sushiPair, uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'
import { sushiFarm } from './parts/sushiFarm'
import { conti2020, noon2020 } from './parts/literature'

const veYfi = saidBy(
  'https://github.com/yearn/yearn-devdocs/blob/f6461ec6bda927c7e4a10f8beb09588917874ffd/docs/developers/addresses/veyfi-contracts.md',
  '2026-11-22',
)
const yearnTreasury = saidBy(
  'https://github.com/DefiLlama/DefiLlama-Adapters/blob/0e312be4a13c25206a5f0294f3ada5ade04d62af/projects/treasury/yearn.js',
  '2026-11-22',
)

const uniswaps = uniswapPair('YFI/WETH', '0x2fdbadf3c4d5a8666bc06645b8358ab803996e28', 10_475_644)
const sushis = sushiPair('YFI/WETH', '0x088ee5007c98a9677165d78dd2109ae4a3d04d0c', 10_794_229)

/** Yearn: vaults that lend and farm for their depositors; of the categories, lending is the nearest. YFI locked as veYFI votes. */
export const yearn: ProtocolInput = {
  slug: 'yearn',
  name: 'Yearn',
  category: 'lending',
  website: 'https://yearn.fi',
  token: {
    chainId: 1,
    address: '0x0bc529c00c6401aef6d220be8c6ea1667f6ad93e',
    symbol: 'YFI',
    name: 'yearn.finance',
    decimals: 18,
    // L2BEAT gives 10,475,744 as the block of creation; a hundred blocks earlier is safe.
    firstBlock: 10_475_644,
  },
  money: ethereumMoney,
  pools: [sushis, uniswaps],
  wrappers: [sushiFarm(11, [uniswaps, sushis])],
  labels: [
    veYfi('0x90c1f9220d90d3966fbee24045edd73e1d588ad5', 'contract', 'voteEscrow', 'Voting escrow (veYFI)'),
    yearnTreasury('0xfeb4acf3df3cdea7399794d0869ef76a6efaff52', 'multisig', 'treasury', 'Treasury multisig (ychad.eth)'),
    yearnTreasury('0x93a62da5a14c80f265dabc077fcee437b1a0efde', 'contract', 'treasury', 'Treasury'),
    veYfi('0x7dc3a74f0684fc026f9163c6d5c3c99fda2cf60a', 'contract', 'distributor', 'dYFI redemption'),
    veYfi('0xb287a1964aee422911c7b8409f5e5a273c1412fa', 'contract', 'distributor', 'YFI reward pool'),
    dead,
    zero,
    arbitrumGateway,
    polygonPredicate,
  ],
  caveats: [
    {
      en: 'Locked YFI lies in the veYFI contract and counts as one holder.',
      de: 'Gesperrte YFI liegen im veYFI-Contract und zählen als ein Halter.',
    },
  ],
  published: [
    conti2020({ metric: 'top5Share', value: 0.6, about: true }),
    noon2020({ metric: 'top5Share', value: 0.095 }),
  ],
}
