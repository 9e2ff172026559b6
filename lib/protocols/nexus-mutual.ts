import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { saidBy } from './parts/saidBy'

const nexusDeployments = saidBy('https://www.npmjs.com/package/@nexusmutual/deployments/v/3.4.0', '2026-11-22')

/** Nexus Mutual: cover by a mutual of members. NXM is a membership token; wNXM is its tradable wrapper. */
export const nexusMutual: ProtocolInput = {
  slug: 'nexus-mutual',
  name: 'Nexus Mutual',
  category: 'insurance',
  website: 'https://nexusmutual.io',
  token: {
    chainId: 1,
    address: '0xd7c49cee7e9188cca6ad8ff264c1da2e69d4cf3b',
    symbol: 'NXM',
    name: 'NXM',
    decimals: 18,
    // An approximation on the safe side: the source asks for Solidity 0.5, published in November 2018.
    firstBlock: 6_600_000,
  },
  money: ethereumMoney,
  labels: [
    nexusDeployments('0x0d438f3b5175bebc262bf23753c1e53d03432bde', 'contract', 'vault', 'Wrapped NXM (wNXM)'),
    nexusDeployments('0x5407381b6c251cfd498ccd4a1d877739cb7960b8', 'contract', 'staking', 'Token controller: staked NXM'),
    nexusDeployments('0xcafea54f03e1cc036653444e581a10a43b2487cd', 'contract', 'pool', 'Ramm: the mutual buys and sells NXM'),
    nexusDeployments('0xcafea91714e55756c125b509274ede9bc91697cb', 'contract', 'treasury', 'Capital pool'),
    nexusDeployments('0xcafea55ae10fb1bf21f7af7a285488c42b59a24a', 'contract', null, 'Assessments'),
    nexusDeployments('0xcafea6063d4ec6b045d9676e58897c1f0882ca32', 'contract', null, 'Governor'),
  ],
  caveats: [
    {
      en:
        'NXM is a membership token: only members on its whitelist can receive it, and no exchange pair holds it. What is ' +
        'traded is wNXM, whose contract counts as one holder of NXM here.',
      de:
        'NXM ist ein Mitgliedstoken: Nur Mitglieder auf seiner Liste können ihn empfangen, und kein Handelspaar hält ' +
        'ihn. Gehandelt wird wNXM, dessen Contract hier als ein Halter von NXM zählt.',
    },
    {
      en: 'Staked NXM lies in the token controller and counts as one holder.',
      de: 'Gestakte NXM liegen im Token Controller und zählen als ein Halter.',
    },
  ],
}
