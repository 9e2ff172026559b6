import { z } from 'zod'

/** An amount as kept answers write it, and any other whole number of a contract: decimal, because JSON has no bigint. */
export const amountSchema = z
  .string()
  .regex(/^\d+$/, 'not a whole number')
  .transform((text) => BigInt(text))
