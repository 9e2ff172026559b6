import { z } from 'zod'
import { addressSchema } from '../domain/address'

const hex = z.string().regex(/^0x[0-9a-f]*$/i, 'not hexadecimal')
/** A hexadecimal quantity that a double holds exactly. */
export const quantity = z
  .string()
  .regex(/^0x[0-9a-f]{1,13}$/i, 'not a hexadecimal quantity below 2^52')
  .transform((text) => Number(text))

/** A log as every source reads it: parsed, not trusted. */
export const logSchema = z.object({
  address: addressSchema,
  topics: z.array(hex.length(66)).max(4),
  data: hex,
  blockNumber: quantity,
  blockHash: hex.length(66),
  logIndex: quantity,
  /** Absent where it was not kept, and of lists that were made by hand */
  transactionHash: hex.length(66).optional(),
  removed: z.boolean().optional(),
})

export type Log = z.infer<typeof logSchema>
