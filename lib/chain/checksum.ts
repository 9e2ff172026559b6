import type { Address } from '../domain/address'
import { hashAddressText } from './keccak'

/**
 * The EIP-55 form of an address, for people to read. Everywhere else an address is lower case.
 *
 * @example toChecksumAddress('0x1f9840a85d5af5bf1d1762f925bdaddc4201f984') // '0x1f9840a85d5aF5bf1D1762F925BDADdC4201F984'
 */
export function toChecksumAddress(address: Address): string {
  const digits = address.slice(2)
  const hash = hashAddressText(digits)
  let text = '0x'
  for (let place = 0; place < 40; place++) {
    const code = digits.charCodeAt(place)
    // A letter is written large where its digit of the hash is 8 or more.
    const isLarge = code > 57 && ((hash[place >> 3]! >>> (31 - 4 * (place & 7))) & 1) === 1
    text += isLarge ? digits[place]!.toUpperCase() : digits[place]
  }
  return text
}
