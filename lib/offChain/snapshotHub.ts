import { z } from 'zod'
import type { AskHub } from './hub'
import { HubError } from './hubError'
import { hubProposalSchema, hubVoteSchema, proposalHeadSchema, type HubProposal, type HubVote, type ProposalHead } from './hubShapes'
import { pageSize, readPages } from './readPages'

/** So many proposals are asked for at once: each has its whole text. */
export const proposalsAtOnce = 50

/** What Snapshot knows of a space. */
export interface SnapshotHub {
  /** Every proposal of a space, oldest first, in short */
  readHeads: (space: string) => Promise<ProposalHead[]>
  /** Those that are named, at most `proposalsAtOnce` of them; one that went away meanwhile is missing */
  readProposals: (ids: readonly string[]) => Promise<HubProposal[]>
  /** Each voter's last vote on a proposal */
  readVotes: (proposal: string) => Promise<HubVote[]>
}

const headsQuery = `query ($space: String!, $from: Int!, $skip: Int!) {
  proposals(first: ${pageSize}, skip: $skip, where: { space: $space, created_gte: $from }, orderBy: "created", orderDirection: asc) { id created end state }
}`
const proposalsQuery = `query ($ids: [String]!) {
  proposals(first: ${proposalsAtOnce}, where: { id_in: $ids }, orderBy: "created", orderDirection: asc) {
    id created end state title body choices type start author network snapshot quorum quorumType privacy scores_state scores_total votes
  }
}`
const votesQuery = `query ($proposal: String!, $from: Int!, $skip: Int!) {
  votes(first: ${pageSize}, skip: $skip, where: { proposal: $proposal, created_gte: $from }, orderBy: "created", orderDirection: asc) { id voter created choice vp }
}`

const headsSchema = z.object({ proposals: z.array(proposalHeadSchema) })
const proposalsSchema = z.object({ proposals: z.array(hubProposalSchema) })
const votesSchema = z.object({ votes: z.array(hubVoteSchema) })

/**
 * What can be asked of Snapshot's hub: https://docs.snapshot.box/tools/api.
 *
 * @example const { readHeads } = openSnapshot(openHub({ url })); (await readHeads('uniswapgovernance.eth')).length
 */
export function openSnapshot(ask: AskHub): SnapshotHub {
  return {
    readHeads: async (space) => {
      const heads: ProposalHead[] = []
      for await (const page of readPages(async ({ createdFrom, skip }) => (await ask(headsQuery, { space, from: createdFrom, skip }, headsSchema)).proposals)) heads.push(...page)
      return heads
    },
    readProposals: async (ids) => {
      const { proposals } = await ask(proposalsQuery, { ids }, proposalsSchema)
      const other = proposals.find(({ id }) => !ids.includes(id))
      if (other) throw new HubError(`Snapshot gives the proposal ${other.id}, which was not asked for`)
      return proposals
    },
    readVotes: async (proposal) => {
      const votes = new Map<string, HubVote>()
      // Oldest first: who votes again while pages are read is met twice, the later time with what counts.
      for await (const page of readPages(async ({ createdFrom, skip }) => (await ask(votesQuery, { proposal, from: createdFrom, skip }, votesSchema)).votes)) {
        for (const vote of page) votes.set(vote.voter.toLowerCase(), vote)
      }
      return [...votes.values()]
    },
  }
}
