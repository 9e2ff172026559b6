import type { Address } from '../domain/address'
import type { ChainReader } from './reader'

/**
 * The block in which a contract first has code, found by halving the chain: some twenty-five questions. A node must know the states of old blocks.
 *
 * @param upTo a block at which it has code
 * @throws Error with the node's own words where it does not know them
 * @example await findFirstBlock(reader, uni, 21_500_000) // 10_861_674
 */
export async function findFirstBlock(reader: Pick<ChainReader, 'readCodes'>, address: Address, upTo: number): Promise<number> {
  let [low, high] = [0, upTo]
  while (low < high) {
    const middle = (low + high) >> 1
    const [code] = await reader.readCodes([address], middle)
    if (code?.status !== 'ok') throw new Error(code?.reason ?? 'no answer')
    if (code.bytes === '0x') low = middle + 1
    else high = middle
  }
  return low
}
