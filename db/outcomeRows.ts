import { z } from 'zod'
import { addressSchema } from '@/lib/domain/address'
import { amountSchema } from '@/lib/domain/amountSchema'
import { untoldVotes, type UntoldVotes } from '@/lib/domain/votingPower'
import { untoldReasons, type Outcome, type UntoldReason } from '@/lib/governance/outcome'
import { tallySchema } from './proposalRows'

const flipSchema = z.object({ alone: z.int(), largest: z.array(addressSchema), fewest: z.object({ count: z.int(), exact: z.boolean() }).nullable() })

/** What a proposal's votes make of it, as it is kept beside it. */
export const outcomeSchema: z.ZodType<Outcome> = z.object({
  tally: tallySchema,
  cast: amountSchema,
  voters: z.int(),
  delegated: amountSchema.nullable(),
  untoldPower: z.enum(Object.keys(untoldVotes) as [UntoldVotes, ...UntoldVotes[]]).nullable().default(null),
  largest: z.object({ voter: addressSchema, votes: amountSchema }).nullable(),
  minimalQuorum: z.int().nullable(),
  // Outcomes that were kept before there was one have none.
  spread: z.object({ hhi: z.number(), nakamoto50: z.int() }).nullable().default(null),
  ruling: z.union([
    z.enum(Object.keys(untoldReasons) as [UntoldReason, ...UntoldReason[]]),
    z.object({
      passed: z.boolean(),
      flip: flipSchema,
      flipWithAbsent: flipSchema.nullable(),
      passedByAddress: z.boolean().nullable(),
      passedWithout: z.array(z.object({ largest: z.int(), passed: z.boolean() })),
    }),
  ]),
})

/** The outcome as JSON that `outcomeSchema` reads. */
export const toOutcomeJson = (outcome: Outcome): unknown =>
  JSON.parse(JSON.stringify(outcome, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
