import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { governor } from './parts/governor'
import { dead, zero } from './parts/knownAccounts'
import { sushiPair } from './parts/pair'
import { saidBy } from './parts/saidBy'
import { votesOf } from './parts/votes'

const governorFile = 'https://github.com/blockful/anticapture/blob/006aa5277fcc79d163cfa764dd87aaaeba5e62e2/apps/indexer/src/lib/constants.ts'
const anticapture = saidBy(
  governorFile,
  '2026-11-22',
)
const ensTreasury = saidBy(
  'https://github.com/DefiLlama/DefiLlama-Adapters/blob/1f24c7d82127375406754ad2b0ea876e3df18e2a/projects/treasury/ens.js',
  '2026-11-22',
)
const ensEmissions = saidBy(
  'https://github.com/DefiLlama/emissions-adapters/blob/1a358a98b24b38183bf4685ab97e80669f0b027a/protocols/ens.ts',
  '2026-11-22',
)

const token = {
  chainId: 1,
  address: '0xc18360217d8f7ab5e7c516566761ea12ce7f9d72',
  symbol: 'ENS',
  name: 'Ethereum Name Service',
  decimals: 18,
  firstBlock: 13_533_418,
} as const

/** Ethereum Name Service: names for accounts. ENS votes through a Governor; most of it still belongs to the DAO. */
export const ens: ProtocolInput = {
  slug: 'ens',
  name: 'ENS',
  category: 'infrastructure',
  website: 'https://ens.domains',
  token,
  money: ethereumMoney,
  pools: [
    sushiPair('ENS/WETH', '0xa1181481beb2dc5de0daf2c85392d81c704bf75d', 13_533_418),
  ],
  // As in https://snapshot.org/#/ens.eth
  governance: {
    space: 'ens.eth',
    votes: [votesOf(token, 'https://github.com/ensdomains/governance/blob/master/contracts/ENSToken.sol')],
    governors: [governor('openZeppelinGovernor', 'Governor', '0x323a76393544d5ecca80cd6ef2a560c6a395b7e3', 13_533_772, governorFile)],
  },
  labels: [
    anticapture('0xfe89cc7abb2c4183683ab71653c4cdc9b02d44b7', 'contract', 'timelock', 'Timelock (wallet.ensdao.eth, the treasury)'),
    anticapture('0x4f2083f5fbede34c2714affb3105539775f7fe64', 'multisig', 'treasury', 'Endowment'),
    ensTreasury('0xd7a029db2585553978190db5e85ec724aa4df23f', 'contract', 'vesting', 'Token lock of the DAO'),
    ensEmissions('0x690f0581ececcf8389c223170778cd9d029606f2', 'unknown', 'team', 'Core contributors'),
    anticapture('0x323a76393544d5ecca80cd6ef2a560c6a395b7e3', 'contract', null, 'Governor'),
    dead,
    zero,
    anticapture('0x92560c178ce069cc014138ed3c2f5221ba71f58a', 'contract', 'pool', 'Uniswap v3 ENS pool'),
    anticapture('0x545bd6c032efdde65a377a6719def2796c8e0f2e', 'contract', 'lendingMarket', 'Aave v3: aEthENS'),
    anticapture('0x245445940b317e509002eb682e03f4429184059d', 'unknown', 'exchange', 'Upbit: cold wallet'),
    anticapture('0x5a52e96bacdabb82fd05763e25335261b270efcb', 'unknown', 'exchange', 'Binance: hot wallet'),
    anticapture('0x28c6c06298d514db089934071355e5743bf21d60', 'unknown', 'exchange', 'Binance: hot wallet 2'),
  ],
  caveats: [
    {
      en:
        'Half of all ENS was set aside for the DAO, and a quarter for contributors: without the treasury the picture is ' +
        'another one.',
      de:
        'Die Hälfte aller ENS war für die DAO vorgesehen, ein Viertel für Mitwirkende: Ohne die Treasury ist das Bild ' +
        'ein anderes.',
    },
  ],
}
