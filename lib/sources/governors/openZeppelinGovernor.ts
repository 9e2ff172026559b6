import { parseAbi, toEventSelector } from 'viem'
import type { Log } from '../../chain/log'
import type { Tally } from '../../domain/ballot'
import { assertEvent, toPlace, toWord } from '../eventWords'
import type { GovernorEvent } from './governorEvent'
import { toCast, toCreated, toEnded, toEventBy, toQueued, toThresholdSet, toTime, topics, whole } from './governorLogs'
import type { GovernorSource } from './governorSource'
import { readAnswersBy } from './readAnswers'
import { readOpenZeppelinTerms } from './readTerms'

const castWithParams = toEventSelector('VoteCastWithParams(address,uint256,uint8,uint256,string,bytes)')
const extended = toEventSelector('ProposalExtended(uint256,uint64)')

const abi = parseAbi([
  'function state(uint256) view returns (uint8)',
  'function proposalVotes(uint256) view returns (uint256 against, uint256 inFavour, uint256 abstain)',
  'function quorum(uint256) view returns (uint256)',
  'function proposalThreshold() view returns (uint256)',
])

/**
 * OpenZeppelin's Governor 4.x and 5.x with GovernorCountingSimple or GovernorCountingFractional, and what is copied from it.
 * https://github.com/OpenZeppelin/openzeppelin-contracts/tree/v5.7.0/contracts/governance
 */
export const openZeppelinGovernor: GovernorSource = {
  id: 'openZeppelinGovernor',
  name: { en: 'OpenZeppelin Governor', de: 'OpenZeppelin Governor' },
  description: {
    en: 'A proposal passes with more votes for than against and a quorum, towards which abstentions count where the contract says so. Votes may be split where it counts fractions.',
    de: 'Ein Vorschlag ist angenommen, wenn mehr dafür als dagegen stimmen und das Quorum erreicht ist; Enthaltungen zählen dazu, wo der Contract es sagt. Stimmen lassen sich aufteilen, wo er Bruchteile zählt.',
  },
  proposesAbove: false,
  logs: ({ address }) => [
    { address, topics: [topics.created, topics.canceled, topics.executed, topics.queued, extended, topics.thresholdSet] },
    { address, topics: [topics.cast, castWithParams] },
  ],
  toEvent: toEventBy({
    [topics.created]: toCreated(whole),
    [topics.canceled]: toEnded('canceled', 'ProposalCanceled'),
    [topics.executed]: toEnded('executed', 'ProposalExecuted'),
    [topics.queued]: toQueued,
    [topics.thresholdSet]: toThresholdSet,
    [topics.cast]: toCast,
    [castWithParams]: toCastWithParams,
    [extended]: toExtended,
  }),
  readTerms: readOpenZeppelinTerms,
  readAnswers: readAnswersBy({
    abi,
    counting: 'proposalVotes',
    toCounted: ([against, inFavour, abstain]) => ({ for: inFavour!, against: against!, abstain: abstain! }),
    // It takes the moment at which votes are counted, whenever it is asked: after that moment, and not before.
    quorum: ({ start }) => ({ functionName: 'quorum', args: [BigInt(start)], at: 'now' }),
    threshold: () => ({ functionName: 'proposalThreshold', args: [], at: 'proposal' }),
  }),
}

/** ProposalExtended(uint256 indexed id, uint64 end), of GovernorPreventLateQuorum. */
function toExtended(log: Log): GovernorEvent {
  assertEvent(log, { name: 'ProposalExtended', topic: extended, indexed: 1, words: 1 })
  return { kind: 'extended', key: String(BigInt(log.topics[1]!)), end: toTime(log, toWord(log, 0)) }
}

/** VoteCast with bytes behind its reason; where votes are counted in fractions, these are three uint128: against, for, abstain. */
function toCastWithParams(log: Log): GovernorEvent {
  const cast = toCast(log)
  const offset = toWord(log, 4)
  const room = (log.data.length - 2) / 2
  if (offset % 32n !== 0n || offset + 32n > BigInt(room)) throw new Error(`${toPlace(log)} is no VoteCastWithParams: its parameters stand outside its data`)
  const at = Number(offset)
  const length = toWord(log, at / 32)
  if (length > BigInt(room - at - 32)) throw new Error(`${toPlace(log)} is no VoteCastWithParams: its parameters are shorter than it says`)
  return { ...cast, fraction: length === 48n ? toFraction(log.data.slice(2 + 2 * (at + 32), 2 + 2 * (at + 80))) : null }
}

function toFraction(digits: string): Tally {
  const [against, inFavour, abstain] = [0, 32, 64].map((from) => BigInt(`0x${digits.slice(from, from + 32)}`))
  return { against: against!, for: inFavour!, abstain: abstain! }
}
