import { z } from 'zod'

/** Answers are parsed with every number as the text that was written (`parseExactJson`). */
const count = z.string().regex(/^\d{1,12}$/, 'not a whole number').transform(Number)
const decimal = z.string().regex(/^-?\d[\d.eE+-]*$/, 'not a number')

/** What tells whether a proposal has to be read at all. */
export const proposalHeadSchema = z.object({ id: z.string().min(1).max(100), created: count, end: count, state: z.string() })
export type ProposalHead = z.infer<typeof proposalHeadSchema>

/** A proposal as the hub says it. Old ones lack what came later: type, quorum, privacy. */
export const hubProposalSchema = proposalHeadSchema.extend({
  title: z.string(),
  body: z.string().nullish(),
  choices: z.array(z.string().nullable().transform((text) => text ?? '')),
  type: z.string().nullish(),
  start: count,
  author: z.string(),
  network: z.string().nullish(),
  /** The block at which votes are counted, as text */
  snapshot: z.string().nullish(),
  quorum: decimal.nullish(),
  /** 'default', or 'rejection': passes unless so much is against */
  quorumType: z.string().nullish(),
  /** 'shutter': choices are hidden until the vote is closed */
  privacy: z.string().nullish(),
  scores_state: z.string().nullish(),
  scores_total: decimal.nullish(),
  votes: count.nullish(),
})
export type HubProposal = z.infer<typeof hubProposalSchema>

/** A vote as the hub says it. Who votes again has one vote with another id and time. */
export const hubVoteSchema = z.object({
  id: z.string().min(1).max(100),
  voter: z.string().max(100),
  created: count,
  /** A number, from 1, for one option; lists and objects for several; a text while it is hidden */
  choice: z.unknown(),
  vp: decimal.nullish(),
})
export type HubVote = z.infer<typeof hubVoteSchema>
