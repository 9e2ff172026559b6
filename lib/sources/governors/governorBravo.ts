import { parseAbi, toEventSelector } from 'viem'
import type { Log } from '../../chain/log'
import { assertEvent, toIndexedAddress, toPlace, toWord } from '../eventWords'
import type { GovernorEvent } from './governorEvent'
import { isAfter } from './foldProposals'
import { apart, toCast, toCreated, toEnded, toEventBy, toQueued, toThresholdSet, topics } from './governorLogs'
import type { GovernorSource } from './governorSource'
import { readAnswersBy } from './readAnswers'
import { readCompoundTerms } from './readTerms'

const exempted = toEventSelector('WhitelistAccountExpirationSet(address,uint256)')
const upgraded = toEventSelector('NewImplementation(address,address)')

const abi = parseAbi([
  'function state(uint256) view returns (uint8)',
  'function proposals(uint256) view returns (uint256 id, address proposer, uint256 eta, uint256 startBlock, uint256 endBlock, uint256 forVotes, uint256 againstVotes, uint256 abstainVotes, bool canceled, bool executed)',
  'function quorumVotes() view returns (uint256)',
  'function proposalThreshold() view returns (uint256)',
])

/**
 * Compound's GovernorBravo behind its delegator, and copies such as Uniswap's. Its quorum is a constant of its code, and its threshold changes
 * with a log: both are known of every proposal since its code last changed.
 * https://github.com/compound-finance/compound-governance/blob/main/contracts/GovernorBravoDelegate.sol
 */
export const governorBravo: GovernorSource = {
  id: 'governorBravo',
  name: { en: 'Governor Bravo', de: 'Governor Bravo' },
  description: {
    en: 'A proposal passes with more votes for than against and a quorum of votes for. Abstentions count for nothing.',
    de: 'Ein Vorschlag ist angenommen, wenn mehr dafür als dagegen stimmen und die Stimmen dafür das Quorum erreichen. Enthaltungen zählen nicht.',
  },
  proposesAbove: true,
  logs: ({ address }) => [
    { address, topics: [topics.created, topics.canceled, topics.executed, topics.queued, topics.thresholdSet, exempted, upgraded] },
    { address, topics: [topics.cast] },
  ],
  toEvent: toEventBy({
    [topics.created]: toCreated(apart),
    [topics.canceled]: toEnded('canceled', 'ProposalCanceled'),
    [topics.executed]: toEnded('executed', 'ProposalExecuted'),
    [topics.queued]: toQueued,
    [topics.thresholdSet]: toThresholdSet,
    [topics.cast]: toCast,
    [exempted]: toExempted,
    [upgraded]: toUpgraded,
  }),
  readTerms: readCompoundTerms,
  readAnswers: readAnswersBy({
    abi,
    counting: 'proposals',
    toCounted: (fields) => ({ for: fields[5]!, against: fields[6]!, abstain: fields[7]! }),
    quorum: ({ created }, upgrades) => ({ functionName: 'quorumVotes', args: [], at: upgrades.some((place) => isAfter(place, created)) ? 'proposal' : 'now' }),
    threshold: ({ created }, upgrades) => ({ functionName: 'proposalThreshold', args: [], at: upgrades.some((place) => isAfter(place, created)) ? 'proposal' : 'now' }),
  }),
}

/** WhitelistAccountExpirationSet(address account, uint256 expiration). */
function toExempted(log: Log): GovernorEvent {
  assertEvent(log, { name: 'WhitelistAccountExpirationSet', topic: exempted, indexed: 0, words: 2 })
  const account = toIndexedAddress(log.data.slice(0, 66))
  if (!account) throw new Error(`${toPlace(log)} is no WhitelistAccountExpirationSet: its account is no address`)
  return { kind: 'exempted', account, until: toWord(log, 1) }
}

/** NewImplementation(address before, address after). */
function toUpgraded(log: Log): GovernorEvent {
  assertEvent(log, { name: 'NewImplementation', topic: upgraded, indexed: 0, words: 2 })
  return { kind: 'upgraded' }
}
