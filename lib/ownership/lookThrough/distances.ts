import type { Address } from '../../domain/address'
import { addUp } from './depths'
import type { LookedThrough } from './lookedThrough'
import { toHandedOn } from './parts'
import { toParts, trace } from './trace'

/** How far what an owner has lies from it. */
export interface Distance {
  /** What came through a contract that is not near, smallest units */
  far: bigint
  /** Σ contracts in between · what lies behind so many */
  depth: bigint
}

/**
 * How far what owners have lies from them, for all at once: their routes are not told apart, so that of 400,000 owners each can be asked.
 *
 * @param near contracts that do not make it far, as those in which what lies there votes
 * @returns for those who have something through a contract; everybody else has all in the own wallet
 * @example toDistances(lookedThrough, new Set([escrow])).get(ann) // { far: 5n, depth: 7n }
 */
export function toDistances(lookedThrough: LookedThrough, near: ReadonlySet<Address>): Map<Address, Distance> {
  const handed = toHandedOn(lookedThrough)
  const { nodes, accounts } = handed.graph
  // Depth, and whether anything on the way is far, in one number: ways that are alike add up.
  const extend = (way: number, passed: readonly number[]) => {
    const isFar = way % 2 === 1 || passed.some((node) => !near.has(nodes[node]!.step.contract))
    return 2 * (Math.floor(way / 2) + passed.length) + (isFar ? 1 : 0)
  }
  const leaving = trace(handed, 0, extend, addUp)
  const found = new Map<Address, Distance>()
  handed.shares.accounts.forEach((account, place) => {
    const name = accounts.names[account]!
    const one = found.get(name) ?? { far: 0n, depth: 0n }
    for (const { way, amount } of toParts(leaving[handed.shares.nodes[place]!]!, handed.shares.amounts[place]!)) {
      if (way % 2 === 1) one.far += amount
      one.depth += BigInt(Math.floor(way / 2)) * amount
    }
    found.set(name, one)
  })
  return found
}
