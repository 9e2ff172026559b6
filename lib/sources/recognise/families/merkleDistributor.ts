import { z } from 'zod'
import { accountSchema, toFinding, toRecogniser } from '../recogniser'

/** Uniswap's MerkleDistributor and its copies: tokens that lie ready for those whom a Merkle tree names. */
export const merkleDistributor = toRecogniser({
  id: 'merkleDistributor',
  asks: ['merkleRoot() view returns (bytes32)', 'token() view returns (address)', ['isClaimed(uint256) view returns (bool)', 0n]],
  answers: z.tuple([z.string(), accountSchema, z.boolean()]),
  examine: ([root, token]) =>
    toFinding({
      role: 'distributor',
      name: 'Merkle distributor',
      said: `token() = ${token}, merkleRoot() = ${root}, isClaimed(0) answers`,
      family: 'merkleDistributor',
      assets: [token],
    }),
})
