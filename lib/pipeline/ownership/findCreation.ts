import { findFirstBlock } from '../../chain/findFirstBlock'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Creation } from '../../domain/recognised'

/**
 * How did a contract come to be? Finds the block in which it first has code, then looks whose transaction created it.
 *
 * @param upTo a block at which it has code
 * @throws Error with the node's own words where it does not know the states of old blocks
 * @example await findCreation(reader, vestingWallet, 21_500_000) // { block: 10_861_700, creator: '0x4165…' }
 */
export async function findCreation(reader: Pick<ChainReader, 'readCodes' | 'readCreations'>, address: Address, upTo: number): Promise<Creation> {
  const block = await findFirstBlock(reader, address, upTo)
  return { block, creator: (await reader.readCreations(block)).get(address) ?? null }
}
