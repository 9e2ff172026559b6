import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { arbitrumGateway, dead, polygonPredicate, zero } from './parts/knownAccounts'
import { sushiPair } from './parts/pair'
import { saidBy } from './parts/saidBy'

const deployed = 'https://github.com/lidofinance/docs/blob/0021f65e314ddef239c2251ba86f3e1accf62160/docs/deployed-contracts/index.md'
const lidoDocs = saidBy(deployed, '2026-11-22')

/** Lido: liquid staking of ether. LDO votes; it is not the rebasing stETH. */
export const lido: ProtocolInput = {
  slug: 'lido',
  name: 'Lido',
  category: 'staking',
  website: 'https://lido.fi',
  token: {
    chainId: 1,
    address: '0x5a98fcbea516cf06857215779fd812ca3bef1b32',
    symbol: 'LDO',
    name: 'Lido DAO Token',
    decimals: 18,
    firstBlock: 11_473_216,
  },
  money: ethereumMoney,
  pools: [
    sushiPair('LDO/WETH', '0xc558f600b34a5f69dd2f0d06cb8a88d829b7420a', 11_473_216),
  ],
  // Named in Zukowski 2026, "Governance concentration beyond token allocation"
  governance: {
    space: 'lido-snapshot.eth',
    controlled: [
      { address: '0x5a98fcbea516cf06857215779fd812ca3bef1b32', name: 'LDO', fact: 'the protocol’s token' },
      { address: '0xae7ab96520de3a18e5e111b5eaab095312d7fe84', name: 'Lido and stETH', fact: deployed },
      { address: '0xb8ffc3cd6e7cf5a098a1c92f48009765b24088dc', name: 'Lido DAO (Kernel)', fact: deployed },
      { address: '0x9895f0f17cc1d1891b6f18ee0b483b6f221b37bb', name: 'Aragon ACL', fact: deployed },
      { address: '0x2e59a20f205bb85a89c53f1936454680651e618e', name: 'Aragon Voting', fact: deployed },
      { address: '0x3e40d73eb977dc6a537af587d48316fee66e9c8c', name: 'Aragon Agent', fact: deployed },
      { address: '0xf73a1260d222f447210581ddf212d915c09a3249', name: 'Aragon Token Manager', fact: deployed },
      { address: '0xc1d0b3de6792bf6b4b37eccdcc24e45978cfd2eb', name: 'Lido locator', fact: deployed },
      { address: '0xfddf38947afb03c621c71b06c9c70bce73f12999', name: 'Staking router', fact: deployed },
      { address: '0x889edc2edab5f40e902b864ad4d7ade8e412f9b1', name: 'Withdrawal queue', fact: deployed },
    ],
  },
  labels: [
    lidoDocs('0x3e40d73eb977dc6a537af587d48316fee66e9c8c', 'contract', 'treasury', 'Aragon Agent (treasury)'),
    lidoDocs('0xf73a1260d222f447210581ddf212d915c09a3249', 'contract', null, 'Aragon Token Manager'),
    lidoDocs('0x2e59a20f205bb85a89c53f1936454680651e618e', 'contract', null, 'Aragon Voting'),
    lidoDocs('0xb9e5cbb9ca5b0d659238807e84d0176930753d86', 'contract', null, 'Aragon Finance'),
    lidoDocs('0x23e0b465633ff5178808f4a75186e2f2f9537021', 'contract', 'timelock', 'Admin executor (dual governance)'),
    lidoDocs('0xce0425301c85c5ea2a0873a2dee44d78e02d2316', 'contract', 'timelock', 'Emergency protected timelock'),
    dead,
    zero,
    arbitrumGateway,
    polygonPredicate,
  ],
  caveats: [
    {
      en:
        'LDO of the founders vested inside their own balances: the Token Manager kept it from being moved, but it lay in ' +
        'no contract of its own. The circulating lens cannot leave it out.',
      de:
        'Die LDO der Gründer wurden in deren eigenen Guthaben freigegeben: Der Token Manager verhinderte nur das ' +
        'Bewegen, sie lagen in keinem eigenen Contract. Die Sicht „Umlauf“ kann sie nicht weglassen.',
    },
    {
      en: 'LDO does not rebase. stETH does, and is not what is measured here.',
      de: 'LDO ändert keine Guthaben ohne Transfer. stETH tut das, wird hier aber nicht gemessen.',
    },
  ],
}
