import { concat, encodePacked, keccak256 } from 'viem'
import { expect, test } from 'vitest'
import { toMerkleTree } from './merkleTree'

// MerkleProof.verify of OpenZeppelin 3, which Uniswap's MerkleDistributor calls.
function verify(proof: readonly `0x${string}`[], leaf: `0x${string}`): `0x${string}` {
  return proof.reduce((hash, step) => keccak256(concat(hash <= step ? [hash, step] : [step, hash])), leaf)
}

test.each([1, 2, 3, 6, 7])('every one of %i proofs leads to the root, and a wrong amount does not', (count) => {
  const amounts = Array.from({ length: count }, (_, index) => [`0x${String(index + 1).repeat(40)}` as const, BigInt(index + 1)] as const)
  const { root, claims } = toMerkleTree(amounts)
  for (const { index, account, amount, proof } of claims) {
    const toLeaf = (claimed: bigint) => keccak256(encodePacked(['uint256', 'address', 'uint256'], [BigInt(index), account, claimed]))
    expect(verify(proof, toLeaf(amount))).toBe(root)
    expect(verify(proof, toLeaf(amount + 1n))).not.toBe(root)
  }
})
