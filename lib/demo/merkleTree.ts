import { concat, encodePacked, keccak256 } from 'viem'
import type { Address } from '@/lib/domain/address'

/** What one account may claim, and the proof of it. */
export interface MerkleClaim {
  index: number
  account: Address
  amount: bigint
  proof: readonly `0x${string}`[]
}

/**
 * The tree of Uniswap's MerkleDistributor: leaves are keccak256(index, account, amount) in packed form, each pair of nodes is
 * hashed in order of size, and an odd node moves up as it is.
 *
 * @throws RangeError for an empty list
 */
export function toMerkleTree(amounts: readonly (readonly [Address, bigint])[]): { root: `0x${string}`; claims: MerkleClaim[] } {
  const leaves = amounts.map(([account, amount], index) =>
    keccak256(encodePacked(['uint256', 'address', 'uint256'], [BigInt(index), account, amount])),
  )
  const layers = [leaves]
  for (let layer = leaves; layer.length > 1; layers.push(layer)) {
    layer = Array.from({ length: Math.ceil(layer.length / 2) }, (_, index) => hashPair(layer[2 * index]!, layer[2 * index + 1]))
  }
  const root = layers.at(-1)?.[0]
  if (!root) throw new RangeError('toMerkleTree: nobody to give anything to')
  const toProof = (leaf: number) => layers.flatMap((layer, height) => layer[(leaf >> height) ^ 1] ?? [])
  return { root, claims: amounts.map(([account, amount], index) => ({ index, account, amount, proof: toProof(index) })) }
}

function hashPair(left: `0x${string}`, right: `0x${string}` | undefined): `0x${string}` {
  if (right === undefined) return left
  return keccak256(concat(left < right ? [left, right] : [right, left]))
}
