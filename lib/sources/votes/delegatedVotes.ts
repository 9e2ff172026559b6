import { parseAbi } from 'viem'
import type { Log } from '../../chain/log'
import { zeroAddress, type Address } from '../../domain/address'
import type { VotesContract } from '../../domain/governance'
import type { Gap } from '../../domain/snapshot'
import { assertEvent, toParty, toPlace, toWord } from '../eventWords'
import { findDelegationFaults } from './delegationFaults'
import { delegated, votesChanged } from './delegationLogs'
import { readClock } from './readClock'
import { toToldVotes } from './toldVotes'
import type { VotesBooks, VotesSource } from './votesSource'

const abi = parseAbi(['function getVotes(address account) view returns (uint256)', 'function getCurrentVotes(address account) view returns (uint96)'])

/**
 * Tokens that count delegated votes: COMP (https://github.com/compound-finance/compound-governance/blob/main/contracts/Comp.sol), UNI, OpenZeppelin's
 * ERC20Votes 4 and 5 (https://docs.openzeppelin.com/contracts/5.x/api/token/erc20#ERC20Votes). All write the same two events.
 */
export const delegatedVotes: VotesSource = {
  id: 'delegatedVotes',
  name: { en: 'Delegated votes', de: 'Delegierte Stimmen' },
  description: {
    en: 'A token votes where its holder has delegated it, to others or to itself. What nobody has delegated has no vote.',
    de: 'Ein Token stimmt dort, wohin sein Halter ihn delegiert hat, an andere oder an sich selbst. Was niemand delegiert hat, hat keine Stimme.',
  },
  logs: ({ address }) => [{ address, topics: [delegated.topic, votesChanged.topic] }],
  balances: 'givers',
  hangsOnTime: false,
  open: openBooks,
  giving: { topic: delegated.topic, toGiver },
  read: async ({ address }, _, reader, blockNumber) => ({ ...(await readClock(reader, address, blockNumber)), answers: null }),
  ask: ({ address }, account) => ['getVotes', 'getCurrentVotes'].map((functionName) => ({ address, abi, functionName, args: [account] })),
  findFaults: findDelegationFaults,
}

function toGiver(log: Log): Address | null {
  assertEvent(log, delegated)
  return toParty(log, 3) === zeroAddress ? null : toParty(log, 1)
}

function openBooks({ address }: VotesContract): VotesBooks {
  const votes = new Map<Address, bigint>()
  const delegates = new Map<Address, Address>()
  const balances = new Map<Address, bigint>()
  const told = toToldVotes()
  const touched = new Set<Address>()
  let breaks = 0
  let firstBreak: Gap | null = null

  function addVotes(log: Log): void {
    assertEvent(log, votesChanged)
    const delegate = toParty(log, 1)
    const [known, previous] = [votes.get(delegate) ?? 0n, toWord(log, 0)]
    if (known !== previous) {
      breaks += 1
      firstBreak ??= { subject: `votes by the logs of ${address}`, reason: `${toPlace(log)} says that ${delegate} had ${previous}, the logs before it leave ${known}` }
    }
    votes.set(delegate, toWord(log, 1))
    touched.add(delegate)
  }

  function addDelegation(log: Log): void {
    assertEvent(log, delegated)
    const [delegator, to] = [toParty(log, 1), toParty(log, 3)]
    if (to === zeroAddress) delegates.delete(delegator)
    else delegates.set(delegator, to)
  }

  return {
    add: (logs) => {
      for (const log of logs) log.topics[0] === delegated.topic ? addDelegation(log) : addVotes(log)
    },
    hold: (changed) => {
      for (const [account, balance] of changed) balance > 0n ? balances.set(account, balance) : balances.delete(account)
    },
    changesAt: () => {
      const changes = told.changes(touched, (account) => votes.get(account) ?? 0n)
      touched.clear()
      return changes
    },
    votesOf: told.of,
    accounts: () => votes.keys(),
    *given() {
      for (const [giver, delegate] of delegates) {
        const amount = balances.get(giver)
        if (amount !== undefined) yield { giver, delegate, amount }
      }
    },
    gaps: () => (firstBreak ? [{ ...firstBreak, reason: breaks > 1 ? `${firstBreak.reason}; so do ${breaks - 1} more logs` : firstBreak.reason }] : []),
  }
}
