import { parseAbi } from 'viem'
import { zeroAddress, type Address } from '../../domain/address'
import type { VotesContract } from '../../domain/governance'
import { assertEvent, toParty, toWord, type EventShape } from '../eventWords'
import type { Log } from '../../chain/log'
import { openHeldVotes } from './heldVotes'
import type { VotesBooks, VotesSource } from './votesSource'

/** DelegateChanged(address indexed delegator, address indexed delegatee, uint8 delegationType): type 0 is the voting power, 1 that to propose. */
const delegated: EventShape = { name: 'DelegateChanged', topic: '0xe8d51c8e11bd570db1734c8ec775785330e77007feed45c43b608ef33ff914bd', indexed: 2, words: 1 }
/** Upgraded(address indexed implementation), of the proxy */
const upgraded: EventShape = { name: 'Upgraded', topic: '0xbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b', indexed: 1, words: 0 }
/** ExchangeRateChanged(uint216 exchangeRate): how many of its tokens stand for 10^18 of what is staked */
const rateChanged: EventShape = { name: 'ExchangeRateChanged', topic: '0xa9c433f9734baa3cf48b209454bb0ace054e191f677ba50e74b696c0d35ef262', indexed: 0, words: 1 }

const abi = parseAbi(['function getPowerCurrent(address user, uint8 delegationType) view returns (uint256)'])
const votingPower = 0n

/** Since Governance v3 delegated power is counted without its last ten decimals: POWER_SCALE_FACTOR */
const scaleSinceV3 = 10n ** 10n

/**
 * AAVE and staked AAVE (https://github.com/aave/aave-token, https://github.com/bgd-labs/aave-token-v3, https://github.com/bgd-labs/aave-stk-v1-5). Power is
 * what accounts hold, delegated or not: so it is folded from balances and delegations, as both versions count it, and not from DelegatedPowerChanged,
 * which version 3 no longer writes. With version 3 every delegation began anew: its implementation is `contracts.anew`, where the contract is a
 * proxy that changed to it. Staked AAVE of version 3 count as the AAVE that they stand for.
 */
export const aaveVotes: VotesSource = {
  id: 'aaveVotes',
  name: { en: 'Votes of AAVE', de: 'Stimmen von AAVE' },
  description: {
    en: 'Whoever holds the token votes with it, unless it has delegated its voting power to another. Staked AAVE vote as well.',
    de: 'Wer den Token hält, stimmt damit, solange er seine Stimmkraft nicht an andere delegiert hat. Auch gestakte AAVE stimmen.',
  },
  logs: ({ address }) => [{ address, topics: [delegated.topic, upgraded.topic, rateChanged.topic] }],
  balances: 'votes',
  hangsOnTime: false,
  open: openBooks,
  giving: { topic: delegated.topic, toGiver },
  read: () => Promise.resolve({ clock: 'blockNumber', answers: null, gaps: [] }),
  ask: ({ address }, account) => [{ address, abi, functionName: 'getPowerCurrent', args: [account, Number(votingPower)] }],
}

function toGiver(log: Log): Address | null {
  assertEvent(log, delegated)
  return toWord(log, 0) === votingPower && toParty(log, 2) !== zeroAddress ? toParty(log, 1) : null
}

function openBooks({ contracts }: VotesContract): VotesBooks {
  const { delegate, begin, setRate, ...books } = openHeldVotes()
  const add = (log: Log): void => {
    const [topic] = log.topics
    if (topic === upgraded.topic) {
      assertEvent(log, upgraded)
      if (contracts.anew !== undefined && toParty(log, 1) === contracts.anew) begin(scaleSinceV3)
    } else if (topic === rateChanged.topic) {
      assertEvent(log, rateChanged)
      setRate(toWord(log, 0))
    } else {
      assertEvent(log, delegated)
      if (toWord(log, 0) === votingPower) delegate(toParty(log, 1), toParty(log, 2))
    }
  }
  return { ...books, add: (logs) => logs.forEach(add), gaps: () => [] }
}
