import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { dead, polygonPredicate, zero } from './parts/knownAccounts'
import { uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'

const wormhole = saidBy(
  'https://github.com/wormhole-foundation/wormhole-sdk-ts/blob/047e11dba82f53430e3ecb32eb5149859cdf78ad/core/base/src/constants/contracts/tokenBridge.ts',
  '2026-11-22',
)

/** Render: rendering on rented graphics processors. RNDR is what is left on Ethereum of a network that moved to Solana. */
export const render: ProtocolInput = {
  slug: 'render',
  name: 'Render',
  category: 'compute',
  website: 'https://rendernetwork.com',
  token: {
    chainId: 1,
    address: '0x6de037ef9ad2725eb40118bb1702ebb27e4aeb24',
    symbol: 'RNDR',
    name: 'Render Token',
    decimals: 18,
    // An approximation on the safe side: this token replaced the one of the sale of October 2017.
    firstBlock: 4_300_000,
  },
  money: ethereumMoney,
  pools: [
    uniswapPair('RNDR/WETH', '0xc0a6bb3d31bb63033176edba7c48542d6b4e406d', 10_000_835),
  ],
  labels: [
    wormhole('0x3ee18b2214aff97000d974cf647e7c347e8fa585', 'contract', 'bridge', 'Wormhole: token bridge'),
    dead,
    zero,
    polygonPredicate,
  ],
  caveats: [
    {
      en:
        'The network moved to Solana in November 2023, and RNDR is exchanged there for RENDER: 367 million by December ' +
        '2024. This ledger shows who has not exchanged, not who holds the network.',
      de:
        'Das Netzwerk ist im November 2023 nach Solana umgezogen, dort wird RNDR gegen RENDER getauscht: 367 Millionen ' +
        'bis Dezember 2024. Dieses Kontobuch zeigt, wer noch nicht getauscht hat, nicht wem das Netzwerk gehört.',
    },
    {
      en:
        'The treasury of the foundation and the escrow of the network are not labelled: no published list names their ' +
        'addresses.',
      de:
        'Die Treasury der Stiftung und der Treuhand-Contract des Netzwerks tragen keine Bezeichnung: Keine veröffentlichte ' +
        'Liste nennt ihre Adressen.',
    },
    {
      en: 'Who renders and what it earns stands on Solana and with the company: nothing of it is read here.',
      de: 'Wer rendert und was es einbringt, steht auf Solana und bei der Firma: Nichts davon wird hier gelesen.',
    },
  ],
}
