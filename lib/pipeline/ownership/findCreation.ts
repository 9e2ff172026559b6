import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Creation } from '../../domain/recognised'

/**
 * How did a contract come to be? Halves the chain until the block is found in which it first has code, then looks whose transaction created it.
 * A node must know the states of old blocks for this.
 *
 * @param upTo a block at which it has code
 * @throws Error with the node's own words where it does not know them
 * @example await findCreation(reader, vestingWallet, 21_500_000) // { block: 10_861_700, creator: '0x4165…' }
 */
export async function findCreation(reader: Pick<ChainReader, 'readCodes' | 'readCreations'>, address: Address, upTo: number): Promise<Creation> {
  let [low, high] = [0, upTo]
  while (low < high) {
    const middle = (low + high) >> 1
    const [code] = await reader.readCodes([address], middle)
    if (code?.status !== 'ok') throw new Error(code?.reason ?? 'no answer')
    if (code.bytes === '0x') low = middle + 1
    else high = middle
  }
  return { block: low, creator: (await reader.readCreations(low)).get(address) ?? null }
}
