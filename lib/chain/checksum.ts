import type { Address } from '../domain/address'
import { createAddressHash } from './keccak'

const { address: text, hash, run } = createAddressHash()
text.write('0x', 'latin1')

/**
 * The EIP-55 form of an address, for people to read. Everywhere else an address is lower case.
 *
 * @example toChecksumAddress('0x1f9840a85d5af5bf1d1762f925bdaddc4201f984') // '0x1f9840a85d5aF5bf1D1762F925BDADdC4201F984'
 */
export function toChecksumAddress(address: Address): string {
  // A call of `write` takes longer than forty characters.
  for (let place = 2; place < 42; place++) text[place] = address.charCodeAt(place)
  run()
  for (let place = 0; place < 40; place++) {
    const code = text[place + 2]!
    // A letter is written large where its digit of the hash is 8 or more.
    if (code > 57 && (hash[place >> 1]! & (place & 1 ? 0x08 : 0x80)) !== 0) text[place + 2] = code - 32
  }
  return text.toString('latin1')
}
