import { z } from 'zod'
import { addressSchema } from '@/lib/domain/address'
import { amountSchema } from '@/lib/domain/amountSchema'
import { supports, type Support, type Tally } from '@/lib/domain/ballot'
import { proposalStates, type Proposal, type ProposalState, type ProposalSummary } from '@/lib/domain/proposal'

/** JSON has no bigint: amounts stand as decimal strings in it. */
const bytesSchema = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]*$/)])
export const tallySchema: z.ZodType<Tally> = z.object({ for: amountSchema, against: amountSchema, abstain: amountSchema })

const proposalObject = z.object({
  origin: z.enum(['chain', 'offChain', 'imported']),
  place: z.string(),
  key: z.string(),
  title: z.string(),
  description: z.string(),
  proposer: addressSchema.nullable(),
  created: z.object({ block: z.int().nullable(), timestamp: z.int() }),
  countedAt: z.object({ clock: z.enum(['blockNumber', 'timestamp']), at: z.int(), block: z.int().optional() }).nullable(),
  opens: z.int(),
  closes: z.int(),
  calls: z.array(z.object({ target: addressSchema, value: amountSchema, data: bytesSchema, signature: z.string().nullable() })),
  rule: z
    .object({
      quorum: amountSchema,
      quorumOf: z.array(z.enum(Object.keys(supports) as [Support, ...Support[]])),
      majority: z.object({ numerator: amountSchema, denominator: amountSchema }),
    })
    .nullable(),
  threshold: amountSchema.nullable(),
  state: z.enum(Object.keys(proposalStates) as [ProposalState, ...ProposalState[]]),
  queued: z.int().nullable(),
  executed: z.int().nullable(),
  options: z.array(z.string()),
  counted: tallySchema.nullable(),
  gaps: z.array(z.object({ subject: z.string(), reason: z.string() })),
})

/** A proposal as it is kept. */
export const proposalSchema: z.ZodType<Proposal> = proposalObject
/** The same without what takes most of its room. */
export const proposalSummarySchema: z.ZodType<ProposalSummary> = proposalObject.omit({ description: true, calls: true })

/** PostgreSQL's jsonb knows no NUL: texts from outside may have one. */
const toText = (text: string): string => text.replaceAll('\0', '\uFFFD')

/** The proposal as JSON that `proposalSchema` reads. */
export const toProposalJson = (proposal: Proposal): unknown =>
  JSON.parse(JSON.stringify(proposal, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : typeof value === 'string' ? toText(value) : value)))

/** Whether two proposals would be kept alike. */
export const isSameProposal = (one: Proposal, other: Proposal): boolean => toKeptText(one) === toKeptText(other)

const toKeptText = (proposal: Proposal): string => JSON.stringify(toProposalJson(proposalSchema.parse(toProposalJson(proposal))))
