import { z } from 'zod'

/** An amount as JSON and the database's documents have it: a decimal string of smallest units, read as bigint. @example amountSchema.parse('12') // 12n */
export const amountSchema = z.string().regex(/^\d+$/).transform(BigInt)

/** The same of what may be less than nothing. @example signedAmountSchema.parse('-12') // -12n */
export const signedAmountSchema = z.string().regex(/^-?\d+$/).transform(BigInt)
