import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { dead, polygonPredicate, zero } from './parts/knownAccounts'
import { uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'

const st1inch = saidBy(
  'https://github.com/1inch/st1inch/blob/bc6e1557672b0f318781f373840c551c9b967f40/deployments/mainnet/St1inch.json',
  '2026-11-22',
)
const oneInchTreasury = saidBy(
  'https://github.com/DefiLlama/DefiLlama-Adapters/blob/0073295eecba08d14831d24ccdb9d8252a403386/projects/treasury/1inch.js',
  '2026-11-22',
)

/** 1inch: finds the best price over many exchanges. 1INCH locked as st1INCH votes. */
export const oneInch: ProtocolInput = {
  slug: '1inch',
  name: '1inch',
  category: 'exchange',
  website: 'https://1inch.io',
  token: {
    chainId: 1,
    address: '0x111111111117dc0aa78b770fa6a738034120c302',
    symbol: '1INCH',
    name: '1INCH Token',
    decimals: 18,
    firstBlock: 11_511_393,
  },
  money: ethereumMoney,
  pools: [
    uniswapPair('1INCH/WETH', '0x26aad2da94c59524ac0d93f6d6cbf9071d7086f2', 11_511_393),
  ],
  labels: [
    st1inch('0x9a0c8ff858d273f57072d714bca7411d717501d7', 'contract', 'staking', 'Staked 1INCH (st1INCH)'),
    oneInchTreasury('0x7951c7ef839e26f63da87a42c9a87986507f1c07', 'contract', 'treasury', 'DAO treasury'),
    dead,
    zero,
    polygonPredicate,
  ],
  caveats: [
    {
      en:
        'The vesting contracts of the team and the investors are not labelled: no published list names them. The ' +
        'circulating lens therefore counts their 1INCH as circulating.',
      de:
        'Die Vesting-Contracts von Team und Investoren tragen keine Bezeichnung, weil keine veröffentlichte Liste sie nennt. ' +
        'Die Sicht „Umlauf“ zählt deren 1INCH deshalb mit.',
    },
  ],
}
