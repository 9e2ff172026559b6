import { z } from 'zod'
import { amountSchema, toFinding, toRecogniser } from '../recogniser'

const asks = ['votingPeriod() view returns (uint256)', 'votingDelay() view returns (uint256)', 'proposalThreshold() view returns (uint256)']

/** OpenZeppelin's Governor: it says how votes are counted (`COUNTING_MODE`, a URL query that starts with support). */
export const governor = toRecogniser({
  id: 'governor',
  asks: ['COUNTING_MODE() view returns (string)', ...asks],
  answers: z.tuple([z.string().startsWith('support='), z.bigint().min(1n), amountSchema, amountSchema]),
  examine: ([, period, delay, threshold]) =>
    toFinding({
      name: 'governor',
      said: `votingPeriod() = ${period}, votingDelay() = ${delay}, proposalThreshold() = ${threshold}, and COUNTING_MODE() answers`,
    }),
})

/** Compound's GovernorAlpha, GovernorBravo and their copies: a fixed number of votes is the quorum. */
export const compoundGovernor = toRecogniser({
  id: 'compoundGovernor',
  asks: ['quorumVotes() view returns (uint256)', 'proposalCount() view returns (uint256)', ...asks],
  answers: z.tuple([z.bigint().min(1n), amountSchema, z.bigint().min(1n), amountSchema, amountSchema]),
  examine: ([quorum, proposals, period]) =>
    toFinding({ name: 'governor', said: `votingPeriod() = ${period}, quorumVotes() = ${quorum}, proposalCount() = ${proposals}` }),
})
