import type { Source } from './source'
import { toNobody } from './toOwnership'

/** Uniswap's MerkleDistributor and its copies: the chain knows only the root of the tree of claims, not the claims. */
export const merkleDistributor: Source = {
  id: 'merkleDistributor',
  name: { en: 'Merkle distributor', de: 'Merkle-Verteiler' },
  description: {
    en: 'Nobody owns what has not been claimed: all that is left stays unresolved.',
    de: 'Was nicht abgeholt wurde, gehört noch niemandem: Der ganze Rest bleibt ungeklärt.',
  },
  role: 'distributor',
  ledgers: () => [],
  logs: () => [],
  toOwnerships: (input) => toNobody(input, 'merkleDistributor', 'unclaimed'),
}
