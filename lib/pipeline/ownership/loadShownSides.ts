import type { Database } from '@/db/database'
import { loadChosenSide } from '@/db/otherSides'
import type { Address } from '../../domain/address'
import type { ShownSide } from '../../domain/otherSide'
import type { Ledger } from '../ledger'

/** With which blocks of other chains the escrows of a token are looked through at a block, by the escrow's address; none of those that are not. */
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
