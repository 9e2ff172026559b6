import { z } from 'zod'
import { addressSchema, type Address } from './address'
import { amountSchema } from './amountSchema'
import type { UnresolvedReason } from './contractOwnership'
import type { Claim } from './distribution'

/** The token on another chain for which a bridge's escrow keeps this one. */
export const otherSideSchema = z.object({ chainId: z.int().positive(), token: addressSchema })
export type OtherSide = z.infer<typeof otherSideSchema>

/** With which snapshot of the other side a block of this one is looked through, for ever. */
export const chosenSideSchema = z.object({
  block: z.object({ number: z.int().nonnegative(), hash: z.string(), timestamp: z.int() }),
  /** What was minted there less what was burned, smallest units; null where it could not be read */
  supply: amountSchema.nullable(),
  /** The version of the labels and wrappers that the other side is looked at with */
  labelVersion: z.string(),
  /** What accounts there were found to be counts up to this block of theirs */
  askedUpTo: z.int().nonnegative(),
})
export type ChosenSide = z.output<typeof chosenSideSchema>

/** What is shown of it: which block of which chain stands in an escrow's place. */
export type ShownSide = Pick<ChosenSide, 'block' | 'supply'> & Pick<OtherSide, 'chainId'>

/** Whom an escrow's tokens belong to on the other chain, as far as they can be named here too. In smallest units of the token there. */
export interface SideOwners {
  claims: readonly Claim[]
  unresolved: readonly { reason: UnresolvedReason; amount: bigint }[]
}

/** What an account of the other chain is to this one. */
export type Standing = 'same' | 'burned' | 'contract' | 'unsure'

/** Asks what an account of the other chain is to this one. */
export type StandingOf = (account: Address) => Standing

/** A protocol whose tokens another one counts with its own, by their names. */
export interface Inside {
  name: string
  whole: string
}
