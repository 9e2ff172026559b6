import { z } from 'zod'
import { addressSchema } from './address'

/** A contract that counts votes, and the votes source that reads it. */
export const votesContractSchema = z.object({
  /** Id of a votes source in lib/sources/votes */
  source: z.string().min(1),
  /** The token itself where it counts its own votes */
  address: addressSchema,
  name: z.string().min(1),
  /** The block in which it was created, or an earlier one */
  firstBlock: z.int().nonnegative(),
  /** Other contracts that its source asks, by the name that the source gives them */
  contracts: z.record(z.string(), addressSchema).default({}),
  /** URL or on-chain fact that says so */
  fact: z.string().min(1),
})
export type VotesContract = z.infer<typeof votesContractSchema>

/** A contract in which proposals are made and voted on, and the governor source that reads it. */
export const governorSchema = z.object({
  /** Id of a governor source in lib/sources/governors */
  source: z.string().min(1),
  address: addressSchema,
  name: z.string().min(1),
  firstBlock: z.int().nonnegative(),
  fact: z.string().min(1),
})
export type Governor = z.infer<typeof governorSchema>

/** A contract whose keys are looked for: who can change its code or its settings. */
export const controlledSchema = z.object({ address: addressSchema, name: z.string().min(1), fact: z.string().min(1) })
export type Controlled = z.infer<typeof controlledSchema>

/** How a protocol is governed, as its file says. */
export const governanceSchema = z.object({
  /** Several where votes come from several contracts, as AAVE and stkAAVE; a delegate's votes add up */
  votes: z.array(votesContractSchema).default([]),
  governors: z.array(governorSchema).default([]),
  /** Name of its space at Snapshot, for votes off the chain */
  space: z.string().min(1).optional(),
  controlled: z.array(controlledSchema).default([]),
})
export type Governance = z.infer<typeof governanceSchema>
