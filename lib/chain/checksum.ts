import { checksumAddress } from 'viem'
import type { Address } from '../domain/address'

/**
 * The EIP-55 form of an address, for people to read. Everywhere else an address is lower case.
 *
 * @example toChecksumAddress('0x1f9840a85d5af5bf1d1762f925bdaddc4201f984') // '0x1f9840a85d5aF5bf1D1762F925BDADdC4201F984'
 */
export const toChecksumAddress = (address: Address): string => checksumAddress(address)
