import type { ProtocolInput } from '@/lib/domain/protocol'
import { cometLabel, cometMarket } from './parts/cometMarkets'
import { ethereumMoney } from './parts/ethereumMoney'
import { dead, zero } from './parts/knownAccounts'
import { uniswapPair } from './parts/pair'
import { saidBy } from './parts/saidBy'

const chainlog = 'https://github.com/sky-ecosystem/spells-mainnet/blob/41700fbf9f4e7b13cbc6f2192fbadfe2b16c871a/src/test/addresses_mainnet.sol'
const spells = saidBy(chainlog, '2026-11-22')

/** Sky, formerly Maker: the stablecoins USDS and DAI. SKY has been the sole governance token since 2025. */
export const sky: ProtocolInput = {
  slug: 'sky',
  name: 'Sky (formerly Maker)',
  category: 'stablecoin',
  website: 'https://sky.money',
  token: {
    chainId: 1,
    address: '0x56072c95faa701256059aa122697b133aded9279',
    symbol: 'SKY',
    name: 'SKY Governance Token',
    decimals: 18,
    // Safely earlier: the first converter from MKR, which was given the address of SKY, dates from block 20,663,740.
    firstBlock: 20_600_000,
  },
  money: ethereumMoney,
  pools: [
    uniswapPair('SKY/USDS', '0x2621cc0b3f3c079c1db0e80794aa24976f0b9e3c', 20_600_000),
  ],
  wrappers: [cometMarket('USDS', '0x56072c95faa701256059aa122697b133aded9279')],
  labels: [
    spells('0xbe8e3e3618f7474f8cb1d074a26affef007e98fb', 'contract', 'treasury', 'Pause Proxy (treasury)'),
    spells('0x929d9a1435662357f54adcf64dcee4d6b867a6f9', 'contract', 'voteEscrow', 'Chief: SKY laid down to vote'),
    spells('0xce01c90de7fd1bcfa39e237fe6d8d9f569e8a6a3', 'contract', 'staking', 'Lockstake engine'),
    spells('0xa1ea1ba18e88c381c724a75f23a130420c403f9a', 'contract', 'distributor', 'Converter: SKY for MKR not yet upgraded'),
    spells('0x0650caf159c5a49f711e8169d4336ecb9b950275', 'contract', 'distributor', 'Rewards in SKY for holders of USDS'),
    spells('0xb44c2fb4181d7cb06bdff34a46fdfe4a259b40fc', 'contract', 'distributor', 'Rewards in SKY for stakers'),
    cometLabel('USDS'),
    dead,
    zero,
  ],
  governance: {
    controlled: [
      { address: '0x56072c95faa701256059aa122697b133aded9279', name: 'SKY', fact: 'the protocol’s token' },
      { address: '0xbe8e3e3618f7474f8cb1d074a26affef007e98fb', name: 'Pause Proxy', fact: chainlog },
      { address: '0xbe286431454714f511008713973d3b053a2d38f3', name: 'Pause', fact: chainlog },
      { address: '0x929d9a1435662357f54adcf64dcee4d6b867a6f9', name: 'Chief', fact: chainlog },
      { address: '0xdc035d45d973e3ec169d2276ddab16f1e407384f', name: 'USDS', fact: chainlog },
      { address: '0xa3931d71877c0e7a3148cb7eb4463524fec27fbd', name: 'sUSDS', fact: chainlog },
      { address: '0xce01c90de7fd1bcfa39e237fe6d8d9f569e8a6a3', name: 'Lockstake engine', fact: chainlog },
    ],
  },
  caveats: [
    {
      en:
        'SKY, not MKR: since 2025 only SKY votes, and MKR is exchanged for it at 1 to 24,000, less a penalty that grows ' +
        'with time. MKR also could not be kept as a ledger: its older contract logs minting and burning as Mint and ' +
        'Burn, without a Transfer. MKR never exchanged appears only as the SKY that waits in the converter.',
      de:
        'SKY, nicht MKR: Seit 2025 stimmt nur noch SKY ab, MKR wird im Verhältnis 1 zu 24.000 umgetauscht, mit einem ' +
        'Abschlag, der mit der Zeit wächst. MKR ließe sich auch nicht als Kontobuch führen: Der ältere Contract ' +
        'protokolliert Prägen und Verbrennen als Mint und Burn, ohne Transfer. Nie umgetauschte MKR erscheinen nur als ' +
        'die SKY, die im Umtausch-Contract warten.',
    },
    {
      en: 'Votes and stakes gather in two contracts, the Chief and the Lockstake engine; each counts as one holder here.',
      de:
        'Stimmen und Einsätze sammeln sich in zwei Contracts, dem Chief und der Lockstake Engine; jeder zählt hier als ' +
        'ein Halter.',
    },
  ],
}
