import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { dead, zero } from './parts/knownAccounts'
import { sushiPair, uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'
import { sushiFarm } from './parts/sushiFarm'

const deployment = saidBy('https://www.npmjs.com/package/synthetix/v/2.102.1', '2026-11-22')
const synthetixTreasury = saidBy(
  'https://github.com/DefiLlama/DefiLlama-Adapters/blob/04dbe104ef6e7addfc1082d53e08cf873ed640f9/projects/treasury/synthetix.js',
  '2026-11-22',
)

const uniswaps = uniswapPair('SNX/WETH', '0x43ae24960e5534731fc831386c07755a2dc33d47', 10_000_835)
const sushis = sushiPair('SNX/WETH', '0xa1d7b2d891e3a1f9ef4bbc5be20630c2feb1c470', 10_794_229)

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
    // The creation of this proxy. SNX is older: at first another address logged its transfers (see caveats).
    firstBlock: 8_314_597,
  },
  money: ethereumMoney,
  pools: [sushis, uniswaps],
  wrappers: [sushiFarm(6, [uniswaps, sushis])],
  labels: [
    deployment('0x971e78e0c92392a4e39099835cf7e6ab535b2227', 'contract', 'vesting', 'Escrow of the token sale'),
    deployment('0xb671f2210b1f6621a2607ea63e6b2dc3e2464d1f', 'contract', 'vesting', 'Reward escrow (2019)'),
    deployment('0xda4ef8520b1a57d7d63f1e249606d1a459698876', 'contract', 'vesting', 'Reward escrow (2021)'),
    deployment('0xac86855865cbf31c8f9fbb68c749ad5bd72802e3', 'contract', 'vesting', 'Reward escrow (2022)'),
    deployment('0xfad53cc9480634563e8ec71e8e693ffd07981d38', 'contract', 'vesting', 'Reward escrow (2024)'),
    deployment('0x94433f0da8b5bfb473ea8cd7ad10d9c8aef4ab7b', 'contract', 'distributor', 'Rewards distribution'),
    deployment('0xf79603a71144e415730c1a6f57f366e4ea962c00', 'contract', 'distributor', 'Liquidator rewards'),
    deployment('0x5fd79d46eba7f351fe49bff9e87cdea6c821ef9f', 'contract', 'bridge', 'Bridge escrow: SNX on Optimism'),
    deployment('0x045e507925d2e05d114534d0810a1abd94aca8d6', 'contract', 'bridge', 'Bridge to Optimism (first, 2021)'),
    deployment('0xcd9d4988c0ae61887b075ba77f08cbfad2b65068', 'contract', 'bridge', 'Bridge to Optimism (2021)'),
    deployment('0x39ea01a0298c315d149a490e34b59dbf2ec7e48f', 'contract', 'bridge', 'Bridge to Optimism (2022)'),
    synthetixTreasury('0x99f4176ee457afedffcb1839c7ab7a030a5e4a92', 'multisig', 'treasury', 'Treasury council'),
    synthetixTreasury('0xeb3107117fead7de89cd14d463d340a2e6917769', 'multisig', 'treasury', 'Protocol DAO'),
    dead,
    zero,
  ],
  caveats: [
    {
      en:
        'SNX does not add up from the logs of this address alone. At first another proxy (0xc011…732f) logged its ' +
        'transfers; the balances stood in a contract of their own and were carried over without a log. Replayed from ' +
        'here, early holders come out too low, some below zero; the audit shows the difference.',
      de:
        'SNX geht aus den Logs dieser Adresse allein nicht auf. Anfangs protokollierte ein anderer Proxy (0xc011…732f) ' +
        'die Überweisungen; die Guthaben standen in einem eigenen Contract und wurden ohne Log übernommen. Von hier aus ' +
        'nachgerechnet kommen frühe Halter zu niedrig heraus, manche unter null; die Prüfung zeigt den Unterschied.',
    },
    {
      en:
        'SNX does not rebase. While it was staked it stayed in the wallet of its holder (Synthetix v2), and rewards ' +
        'waited in the escrows; staking has since been retired.',
      de:
        'SNX ändert keine Guthaben ohne Transfer. Gestakte SNX blieben im Wallet ihres Halters (Synthetix v2), Erträge ' +
        'warteten in den Escrow-Contracts; das Staking ist inzwischen beendet.',
    },
  ],
}
