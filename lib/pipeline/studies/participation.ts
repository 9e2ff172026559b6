import { z } from 'zod'
import { loadVotedOn } from '@/db/decidedProposals'
import { amountSchema } from '../../domain/amountSchema'
import { toParticipation } from '../../governance/participation'
import { toPossibleVoters } from '../../ownership/possibleVoters'
import { toVotesSource } from '../../sources/votes/registry'
import { openEtherPrice } from '../farming/openEtherPrice'
import { loadVotingCosts } from '../governance/votingCosts'
import { loadGivers } from '../governance/votingActs'
import { loadSight } from '../ownership/loadSight'
import { loadClaimsAt } from '../replay'
import type { Study, StudyWork } from './study'

const count = z.int().nonnegative()
const tookPart = { holders: count, delegated: count, voted: count, either: count }
const cost = z.object({ transactions: count, wei: amountSchema }).nullable()

const schema = z.object({
  all: z.object(tookPart),
  tenths: z.array(z.object({ ...tookPart, least: amountSchema, most: amountSchema, meanDepth: z.number() })),
  inHand: z.object(tookPart),
  throughContracts: z.object(tookPart),
  median: amountSchema.nullable(),
  medianWei: amountSchema.nullable(),
  mustDelegate: z.boolean(),
  costs: z.object({ delegation: cost, vote: cost }),
})

const noVotes = { en: 'No votes of this token are followed.', de: 'Stimmen dieses Tokens werden nicht verfolgt.' }

/** Who ever took part in deciding, by size and by how far away their tokens lie, at the end of the newest whole day. */
export const participation: Study<'participation'> = { id: 'participation', recipe: '2', schema, begin }

async function begin(work: StudyWork) {
  const { votes, governors, space } = work.protocol.governance
  return votes.length + governors.length === 0 && space === undefined ? { nothing: noVotes } : { end: () => take(work) }
}

async function take({ database, protocol, ledger, days }: StudyWork) {
  const { votes } = protocol.governance
  const block = [...days.values()].at(-1)!
  const [givers, votedOn, costs, priceOf] = await Promise.all([
    loadGivers(database, protocol, block.number), loadVotedOn(database, protocol.slug), loadVotingCosts(database, protocol, block.number), openEtherPrice(database, protocol),
  ])
  const { sight, lookedThrough } = await loadSight(database, ledger, block.number, await loadClaimsAt(database, ledger.tokenId, block.number))
  const voting = new Set(votes.map(({ address }) => address))
  const found = toParticipation(toPossibleVoters(sight, lookedThrough, { givers, voters: new Set(votedOn.keys()), voting }))
  const perEther = priceOf(10n ** 18n, block.timestamp)
  return {
    ...found,
    medianWei: found.median !== null && perEther !== null && perEther > 0n ? (found.median * 10n ** 18n) / perEther : null,
    mustDelegate: votes.length > 0 && votes.every(({ source }) => toVotesSource(source).balances !== 'votes'),
    costs,
  }
}
