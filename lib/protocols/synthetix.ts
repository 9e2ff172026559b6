import type { ProtocolInput } from '@/lib/domain/protocol'
import { dead, zero } from './parts/knownAccounts'
import { sushiPair, uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'

const synthetixDeployment = saidBy('https://www.npmjs.com/package/synthetix/v/2.102.1', '2026-11-22')
const synthetixTreasury = saidBy(
  'https://github.com/DefiLlama/DefiLlama-Adapters/blob/04dbe104ef6e7addfc1082d53e08cf873ed640f9/projects/treasury/synthetix.js',
  '2026-11-22',
)

/** Synthetix: derivatives backed by staked SNX. SNX stands behind a proxy that took over balances from an older one. */
export const synthetix: ProtocolInput = {
  slug: 'synthetix',
  name: 'Synthetix',
  category: 'derivatives',
  website: 'https://synthetix.io',
  token: {
    chainId: 1,
    address: '0xc011a73ee8576fb46f5e1c5751ca3b9fe0af2a6f',
    symbol: 'SNX',
    name: 'Synthetix Network Token',
    decimals: 18,
    // The proxy's creation. SNX is older: until 2020 another address logged its transfers (see caveats).
    firstBlock: 8_314_597,
  },
  pools: [
    sushiPair('SNX/WETH', '0xa1d7b2d891e3a1f9ef4bbc5be20630c2feb1c470', 10_794_229),
    uniswapPair('SNX/WETH', '0x43ae24960e5534731fc831386c07755a2dc33d47', 10_000_835),
  ],
  labels: [
    synthetixDeployment('0x971e78e0c92392a4e39099835cf7e6ab535b2227', 'contract', 'vesting', 'Escrow of the token sale'),
    synthetixDeployment('0xb671f2210b1f6621a2607ea63e6b2dc3e2464d1f', 'contract', 'vesting', 'Reward escrow 1'),
    synthetixDeployment('0xfad53cc9480634563e8ec71e8e693ffd07981d38', 'contract', 'vesting', 'Reward escrow 2'),
    synthetixDeployment('0x94433f0da8b5bfb473ea8cd7ad10d9c8aef4ab7b', 'contract', 'distributor', 'Rewards distribution'),
    synthetixDeployment('0xf79603a71144e415730c1a6f57f366e4ea962c00', 'contract', 'distributor', 'Liquidator rewards'),
    synthetixDeployment('0x5fd79d46eba7f351fe49bff9e87cdea6c821ef9f', 'contract', 'bridge', 'Bridge escrow: SNX on Optimism'),
    synthetixDeployment('0x39ea01a0298c315d149a490e34b59dbf2ec7e48f', 'contract', 'bridge', 'Bridge to Optimism'),
    synthetixTreasury('0x99f4176ee457afedffcb1839c7ab7a030a5e4a92', 'multisig', 'treasury', 'Treasury council'),
    synthetixTreasury('0xeb3107117fead7de89cd14d463d340a2e6917769', 'multisig', 'treasury', 'Protocol DAO'),
    dead,
    zero,
  ],
  caveats: [
    {
      en:
        'SNX does not add up from the logs of this address alone. Until 2020 another proxy (0xc011…732f) logged its ' +
        'transfers, and the balances were carried over in a separate contract without a log. Replayed from here, older ' +
        'holders come out too low, some below zero; the audit shows the difference.',
      de:
        'SNX geht aus den Logs dieser Adresse allein nicht auf. Bis 2020 protokollierte ein anderer Proxy (0xc011…732f) ' +
        'die Überweisungen, die Guthaben wurden in einem eigenen Contract ohne Log übernommen. Von hier aus ' +
        'nachgerechnet kommen ältere Halter zu niedrig heraus, manche unter null; die Prüfung zeigt den Unterschied.',
    },
    {
      en:
        'SNX does not rebase. In Synthetix v2 staked SNX stays in the wallet of its holder; rewards wait a year in the ' +
        'escrows.',
      de:
        'SNX ändert keine Guthaben ohne Transfer. In Synthetix v2 bleiben gestakte SNX im Wallet ihres Halters; Erträge ' +
        'liegen ein Jahr lang in den Escrow-Contracts.',
    },
  ],
}
