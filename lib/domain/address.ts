import { z } from 'zod'

/** A 20-byte account, always in lower case here: one account is one account, however it was written. EIP-55 case is for display only. */
export type Address = `0x${string}`

/** The account that mints come from and burns go to. */
export const zeroAddress: Address = '0x0000000000000000000000000000000000000000'

/**
 * Reads an address in any case and gives the one lower-case form.
 *
 * @example addressSchema.parse('0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984') // '0x1f9840a85d5af5bf1d1762f925bdaddc4201f984'
 */
export const addressSchema = z
  .string()
  .trim()
  .regex(/^0[xX][0-9a-fA-F]{40}$/, 'not an address (0x and 40 hexadecimal digits)')
  .transform((text) => text.toLowerCase() as Address)
