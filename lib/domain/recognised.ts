import { z } from 'zod'
import { addressSchema } from './address'
import { accountKinds, labelSchema } from './label'

/** A contract that lets another one's code work for it. */
const proxySchema = z.object({
  /** Code of EIP-1167, slots of EIP-1967 with an implementation, or slots of EIP-1967 with a beacon */
  standard: z.enum(['eip1167', 'eip1967', 'eip1967Beacon']),
  /** Whose code it runs; null where the beacon did not say */
  implementation: addressSchema.nullable(),
  beacon: addressSchema.nullable(),
  /** Who may change it, where the slot says so */
  admin: addressSchema.nullable(),
})
export type Proxy = z.infer<typeof proxySchema>

/**
 * Whose word it is. code: what stands at the address, which nobody can forge. known: a contract confirms it whose address is known for what it is.
 * confirmed: a contract that it names itself confirms it, as a factory that nobody knows; whoever writes both can lie with both. answers: its own
 * word alone.
 */
const evidences = ['code', 'known', 'confirmed', 'answers'] as const
export type Evidence = (typeof evidences)[number]

/** What an address is, from the chain alone, at a block. */
export const recognisedSchema = z.object({
  address: addressSchema,
  kind: z.enum(accountKinds),
  role: labelSchema.shape.role,
  /** Plain, from what it is. Never text that a contract chose. */
  name: z.string(),
  evidence: z.enum(evidences),
  /** The on-chain fact that says so, with its block */
  fact: z.string(),
  /** Id of the source that reads such contracts; null where none does */
  family: z.string().nullable(),
  /** Tokens that it holds for others, as a wrapper's file would name them */
  assets: z.array(addressSchema).readonly(),
  /** Other contracts that its source asks, as a wrapper's file would name them */
  contracts: z.record(z.string(), addressSchema).readonly(),
  proxy: proxySchema.nullable(),
})
export type Recognised = z.infer<typeof recognisedSchema>

/** What recognises a contract says of it. */
export interface Finding extends Omit<Recognised, 'address' | 'fact' | 'proxy'> {
  /** Which questions were answered how, as in 'getThreshold() = 2' */
  said: string
}

/** How a contract came to be. */
export const creationSchema = z.object({
  block: z.int().nonnegative(),
  /** Whose own transaction created it; null where another contract did, on whosever behalf */
  creator: addressSchema.nullable(),
})
export type Creation = z.infer<typeof creationSchema>

/** Who may move what a Safe holds, and how many of them must agree. */
export const safeOwnersSchema = z.object({
  /** In the Safe's own order, each once */
  owners: z.array(addressSchema),
  threshold: z.int().positive(),
})
export type SafeOwners = z.infer<typeof safeOwnersSchema>
