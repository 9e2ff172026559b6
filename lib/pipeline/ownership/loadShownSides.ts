import type { Database } from '@/db/database'
import { loadChosenSide } from '@/db/otherSides'
import type { Address } from '../../domain/address'
import type { ShownSide } from '../../domain/otherSide'
import type { WayContract } from '../../views/holderRow'
import type { Ledger } from '../ledger'

/**
 * With which blocks of other chains the escrows of a token are looked through at a block, by the escrow's address; none of those that are not.
 *
 * @example (await loadShownSides(database, ledger, 21_500_000)).get(escrow)?.chainId // 42161
 */
export async function loadShownSides(database: Database, { token, outlook }: Pick<Ledger, 'token' | 'outlook'>, block: number): Promise<ReadonlyMap<Address, ShownSide>> {
  const sides = new Map<Address, ShownSide>()
  for (const wrapper of outlook.wrappers) {
    if (!wrapper.otherSide || !wrapper.assets.includes(token.address)) continue
    const chosen = await loadChosenSide(database, token.chainId, wrapper, block)
    if (chosen) sides.set(wrapper.address, { chainId: wrapper.otherSide.chainId, block: chosen.block, supply: chosen.supply })
  }
  return sides
}

/** Of a token that lies in no bridge. */
export const noSides: ReadonlyMap<Address, ShownSide> = new Map()

/**
 * Of a contract on a way, as it is told: the block of the other chain whose owners stand in its place; nothing of one that is no such escrow.
 *
 * @example toStepSide(sides, escrow) // { side: { chainId: 42161, block: 300_000_000 } }
 */
export function toStepSide(sides: ReadonlyMap<Address, ShownSide>, contract: Address): Pick<WayContract, 'side'> {
  const side = sides.get(contract)
  return side ? { side: { chainId: side.chainId, block: side.block.number } } : {}
}
