import { z } from 'zod'
import { addressSchema } from './address'

/** A reason to believe that an account belongs to somebody. All accounts with one rule and one entity are one owner's. */
export const entityEvidenceSchema = z.object({
  account: addressSchema,
  /** Id of the rule */
  rule: z.string().min(1),
  /** The owner: a name, or an account, which is then the owner's too */
  entity: z.string().min(1),
  /** What it rests on, as in 'created by 0x… in block 12' */
  text: z.object({ en: z.string().min(1), de: z.string().min(1) }),
})
export type EntityEvidence = z.infer<typeof entityEvidenceSchema>
