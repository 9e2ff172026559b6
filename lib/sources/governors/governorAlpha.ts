import { parseAbi, toEventSelector } from 'viem'
import type { Log } from '../../chain/log'
import { assertEvent, toIndexedAddress, toPlace, toWord } from '../eventWords'
import type { GovernorEvent } from './governorEvent'
import { apart, toCreated, toEnded, toEventBy, toParts, toQueued, topics } from './governorLogs'
import type { GovernorSource } from './governorSource'
import { readAnswersBy } from './readAnswers'
import { readCompoundTerms } from './readTerms'

const cast = toEventSelector('VoteCast(address,uint256,bool,uint256)')

const abi = parseAbi([
  'function state(uint256) view returns (uint8)',
  'function proposals(uint256) view returns (uint256 id, address proposer, uint256 eta, uint256 startBlock, uint256 endBlock, uint256 forVotes, uint256 againstVotes, bool canceled, bool executed)',
  'function quorumVotes() view returns (uint256)',
  'function proposalThreshold() view returns (uint256)',
])

/**
 * Compound's first Governor, and copies such as Uniswap's. It is no proxy, and quorum and threshold are constants of its code: what it answers
 * of them at any block held at every other.
 * https://github.com/Uniswap/governance/blob/master/contracts/GovernorAlpha.sol
 */
export const governorAlpha: GovernorSource = {
  id: 'governorAlpha',
  name: { en: 'Governor Alpha', de: 'Governor Alpha' },
  description: {
    en: 'A proposal passes with more votes for than against and a quorum of votes for. There are no abstentions.',
    de: 'Ein Vorschlag ist angenommen, wenn mehr dafür als dagegen stimmen und die Stimmen dafür das Quorum erreichen. Enthaltungen gibt es nicht.',
  },
  proposesAbove: true,
  logs: ({ address }) => [
    { address, topics: [topics.created, topics.canceled, topics.executed, topics.queued] },
    { address, topics: [cast] },
  ],
  toEvent: toEventBy({
    [topics.created]: toCreated(apart),
    [topics.canceled]: toEnded('canceled', 'ProposalCanceled'),
    [topics.executed]: toEnded('executed', 'ProposalExecuted'),
    [topics.queued]: toQueued,
    [cast]: toVote,
  }),
  readTerms: readCompoundTerms,
  readAnswers: readAnswersBy({
    abi,
    counting: 'proposals',
    toCounted: (fields) => ({ for: fields[5]!, against: fields[6]!, abstain: 0n }),
    quorum: () => ({ functionName: 'quorumVotes', args: [], at: 'now' }),
    threshold: () => ({ functionName: 'proposalThreshold', args: [], at: 'now' }),
  }),
}

/** VoteCast(address voter, uint256 id, bool support, uint256 votes), nothing indexed. */
function toVote(log: Log): GovernorEvent {
  assertEvent(log, { name: 'VoteCast', topic: cast, indexed: 0, words: 4 })
  const voter = toIndexedAddress(log.data.slice(0, 66))
  const support = toWord(log, 2)
  if (!voter || support > 1n) throw new Error(`${toPlace(log)} is no VoteCast: ${voter ? `its support is ${support}` : 'its voter is no address'}`)
  const votes = toWord(log, 3)
  return { kind: 'cast', key: String(toWord(log, 1)), voter, votes, parts: toParts(support, votes), fraction: null }
}
