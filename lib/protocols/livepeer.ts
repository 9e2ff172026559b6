import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { dead, zero } from './parts/knownAccounts'
import { uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'

const fact = 'https://github.com/livepeer/docs/blob/1f19ab6d40de24f3d58c15fb44e4db09fcd8adea/references/contract-addresses.mdx'
const livepeerDocs = saidBy(fact, '2026-11-22')
const [token, escrow] = ['0x58b6a8a3302369daec383334672404ee733ab239', '0x6a23f4940bd5ba117da261f98aae51a8bffa210a']

/** Livepeer: transcoding of video. LPT is bonded to orchestrators, since 2022 on Arbitrum. */
export const livepeer: ProtocolInput = {
  slug: 'livepeer',
  name: 'Livepeer',
  category: 'compute',
  website: 'https://livepeer.org',
  token: {
    chainId: 1,
    address: token,
    symbol: 'LPT',
    name: 'Livepeer Token',
    decimals: 18,
    // An approximation on the safe side: Livepeer's subgraph begins with the bonding manager, in block 5,533,890.
    firstBlock: 5_000_000,
  },
  money: ethereumMoney,
  pools: [
    uniswapPair('LPT/WETH', '0x755c1a8f71f4210cd7b60b9439451efcbeba33d1', 10_000_835),
  ],
  labels: [
    livepeerDocs(escrow, 'contract', 'bridge', 'L1 escrow: LPT on Arbitrum'),
    livepeerDocs('0x6142f1c8bbf02e6a6bd074e8d564c9a5420a0676', 'contract', 'bridge', 'L1 gateway to Arbitrum'),
    livepeerDocs('0x21146b872d3a95d2cf9afed03ee5a783dae9a89a', 'contract', 'bridge', 'L1 migrator'),
    livepeerDocs('0x8dddb96cf36ac8860f1de5c7c4698fd499fab405', 'contract', 'bridge', 'Bridge minter'),
    livepeerDocs('0x505f8c2ee81f1c6fa0d88e918ef0491222e05818', 'contract', 'staking', 'Minter (held bonded LPT until 2022)'),
    livepeerDocs('0x8573f2f5a3bd960eee3d998473e50c75cdbe6828', 'contract', 'staking', 'Minter, the first (held bonded LPT)'),
    livepeerDocs('0x511bc4556d823ae99630ae8de28b9b80df90ea2e', 'contract', null, 'Bonding manager'),
    livepeerDocs('0x3a9543d4767b2c914ea22fd0b07e17b0901aaebf', 'contract', 'distributor', 'Genesis manager'),
    livepeerDocs('0x8e306b005773bee6ba6a6e8972bc79d766cc15c8', 'contract', 'distributor', 'Merkle mine (the first distribution)'),
    dead,
    zero,
  ],
  wrappers: [
    {
      source: 'bridgeEscrow', address: escrow, name: 'L1 escrow: LPT on Arbitrum', firstBlock: 5_000_000, assets: [token], fact,
      otherSide: { chainId: 42161, token: '0x289ba1701c2f088cf0faf8b3705246331cb8a839' },
    },
  ],
  caveats: [
    {
      en:
        'Bonding, rewards and votes moved to Arbitrum in February 2022. New LPT is minted there, and what was bridged ' +
        'lies on Ethereum in the L1 escrow; where Arbitrum is followed too, it belongs to the owners there, in proportion where ' +
        'more LPT exist there than lie in the escrow. The supply on Ethereum is not the supply of LPT. Stakes and ' +
        'earnings of orchestrators are told of Livepeer (Arbitrum).',
      de:
        'Einsätze, Erträge und Abstimmungen sind im Februar 2022 nach Arbitrum umgezogen. Neue LPT entstehen dort, und ' +
        'was über die Brücke ging, liegt auf Ethereum im L1-Treuhand-Contract; wird auch Arbitrum erfasst, gehört es den ' +
        'Eigentümern dort, anteilig, wo es dort mehr LPT gibt, als in der Treuhand liegen. Die Menge auf Ethereum ' +
        'ist nicht die Menge aller LPT. Einsätze und Erträge der Orchestratoren stehen bei Livepeer (Arbitrum).',
    },
    {
      en:
        'In the token source of 2018 burning logs Burn without a Transfer. Where LPT was burned, the ledger stays above ' +
        'the supply, and the audit shows it.',
      de:
        'Im Quelltext des Tokens von 2018 wird beim Verbrennen nur Burn protokolliert, kein Transfer. Wo LPT verbrannt ' +
        'wurden, bleibt das Kontobuch über der Gesamtmenge, und die Prüfung zeigt es.',
    },
  ],
}
