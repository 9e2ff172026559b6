import type { ProtocolInput } from '@/lib/domain/protocol'
import { dead, zero } from './parts/knownAccounts'
import { saidBy } from './parts/saidBy'

const fact = 'https://github.com/livepeer/docs/blob/1f19ab6d40de24f3d58c15fb44e4db09fcd8adea/references/contract-addresses.mdx'
const livepeerDocs = saidBy(fact, '2026-11-23')

// An approximation on the safe side: the protocol was deployed to Arbitrum in February 2022, about block 5,850,000.
const firstBlock = 5_000_000
const [token, minter] = ['0x289ba1701c2f088cf0faf8b3705246331cb8a839', '0xc20de37170b45774e6cd3d2304017fc962f27252']
const bondingManager = '0x35bcf3c30594191d53231e4ff333e8a770453e40'

/** Livepeer where it works: on Arbitrum LPT is bonded to orchestrators, who earn new LPT and the ether of those who have video transcoded. */
export const livepeerArbitrum: ProtocolInput = {
  slug: 'livepeer-arbitrum',
  name: 'Livepeer (Arbitrum)',
  category: 'compute',
  website: 'https://livepeer.org',
  token: { chainId: 42161, address: token, symbol: 'LPT', name: 'Livepeer Token', decimals: 18, firstBlock },
  labels: [
    livepeerDocs(minter, 'contract', 'staking', 'Minter: bonded LPT'),
    livepeerDocs(bondingManager, 'contract', null, 'Bonding manager'),
    livepeerDocs('0x6d2457a4ad276000a615295f7a80f79e48ccd318', 'contract', 'bridge', 'L2 gateway to Ethereum'),
    livepeerDocs('0x148d5b6b4df9530c7c76a810bd1cdf69ec4c2085', 'contract', 'bridge', 'L2 migrator'),
    dead,
    zero,
  ],
  wrappers: [
    {
      source: 'bondingManager', address: minter, name: 'Livepeer: bonded LPT', firstBlock, assets: [token], fact,
      contracts: { bondingManager, roundsManager: '0xdd6f56dcc28d3f5f27084381fe8df634985cc39f', ticketBroker: '0xa8bb618b1520e284046f3dfc448851a1ff26e41b' },
    },
  ],
  caveats: [
    {
      en:
        'These LPT came over the bridge or are new: on Ethereum the first kind lies in the escrow of the bridge. To add both chains ' +
        'up would count them twice.',
      de:
        'Diese LPT kamen über die Brücke oder sind neu: Auf Ethereum liegen die einen im Treuhand-Contract der Brücke. Wer beide ' +
        'Chains addiert, zählt sie doppelt.',
    },
    {
      en:
        'Stakes are replayed from logs by the rules that the bonding manager has had since LIP-36. An earlier Minter held them for the ' +
        'first weeks of 2022. Delegators who never claimed their stakes after the move are in contracts of the migration, one for each ' +
        'orchestrator, and count as one delegator each.',
      de:
        'Einsätze werden nach den Regeln, die der Bonding-Manager seit LIP-36 hat, aus Logs nachgerechnet. In den ersten Wochen 2022 ' +
        'hielt sie ein früherer Minter. Delegierende, die ihre Einsätze nach dem Umzug nie abgeholt haben, stecken in Contracts der ' +
        'Migration, je Orchestrator einer, und zählen als je ein Delegierender.',
    },
  ],
}
