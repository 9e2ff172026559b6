import { parseAbi } from 'viem'
import { z } from 'zod'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { VotesContract } from '../../domain/governance'
import { amountSchema } from '../answers'
import { findLockFaults } from './lockFaults'
import { addLock, locking, lockTopics, type Lock } from './locks'
import { toToldVotes } from './toldVotes'
import type { VotesAnswers, VotesBooks, VotesSource } from './votesSource'

const abi = parseAbi([
  'function balanceOf(address account, uint256 at) view returns (uint256)',
  'function totalSupply(uint256 at) view returns (uint256)',
  'function get_last_user_slope(address account) view returns (int128)',
])

/** How long the longest lock lasts, in seconds: a token that is locked for it has one vote */
const answersSchema = z.object({ longest: amountSchema })

/**
 * Curve's VotingEscrow and its copies (https://github.com/curvefi/curve-dao-contracts/blob/master/contracts/VotingEscrow.vy). A lock has
 * ⌊amount ÷ longest⌋ votes for each second that it has still to last, rounded down once: so the votes at any second follow from its deposits.
 */
export const voteEscrow: VotesSource = {
  id: 'voteEscrow',
  name: { en: 'Vote escrow', de: 'Stimm-Treuhand' },
  description: {
    en: 'Locked tokens vote, the more the longer their lock still lasts: as many votes as tokens at the longest lock, none at its end.',
    de: 'Gesperrte Token stimmen, und zwar umso mehr, je länger ihre Sperre noch läuft: bei der längsten Sperre so viele Stimmen wie Token, an ihrem Ende keine.',
  },
  logs: ({ address }) => [{ address, topics: lockTopics }],
  balances: 'none',
  hangsOnTime: true,
  open: openBooks,
  giving: locking,
  read: readLongest,
  ask: ({ address }, account, { timestamp }) => [{ address, abi, functionName: 'balanceOf', args: [account, BigInt(timestamp)] }],
  askTotal: ({ address }, { timestamp }) => ({ address, abi, functionName: 'totalSupply', args: [BigInt(timestamp)] }),
  findFaults: findLockFaults,
}

type LockBooks = VotesBooks & { largest: (count: number) => readonly [Address, Lock][] }

function openBooks({ name }: VotesContract): LockBooks {
  const locks = new Map<Address, Lock>()
  const told = toToldVotes()
  return {
    add: (logs) => {
      for (const log of logs) addLock(locks, log)
    },
    hold: () => undefined,
    changesAt: (block, answers) => {
      if (!block) throw new Error(`votes of ${name}: they hang on the time of the block`)
      const { timestamp } = block
      const parsed = answersSchema.nullable().parse(answers)
      const votesOf = (account: Address) => {
        const { amount, end } = locks.get(account)!
        if (end <= timestamp) return 0n
        if (!parsed) throw new Error(`votes of ${name}: how long its longest lock lasts could not be read`)
        return (amount / parsed.longest) * BigInt(end - timestamp)
      }
      return told.changes(locks.keys(), votesOf)
    },
    votesOf: told.of,
    accounts: () => locks.keys(),
    *given() {
      for (const account of locks.keys()) if (told.of(account) > 0n) yield { giver: account, delegate: account, amount: told.of(account) }
    },
    gaps: () => [],
    largest: (count) => [...locks].sort(([, a], [, b]) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0)).slice(0, count),
  }
}

const isLockBooks = (books: VotesBooks): books is LockBooks => 'largest' in books

/**
 * The contract keeps its longest lock to itself, but tells how steeply a lock's votes fall: ⌊amount ÷ longest⌋ a second. Of an amount far above
 * longest² only one whole number fits; 20 of the largest locks are asked, as one may have been withdrawn since.
 */
async function readLongest({ address }: VotesContract, fold: () => Promise<VotesBooks>, reader: Pick<ChainReader, 'readContracts'>, blockNumber: number): Promise<VotesAnswers> {
  const books = await fold()
  const largest = isLockBooks(books) ? books.largest(20) : []
  const slopes = await reader.readContracts(largest.map(([account]) => ({ address, abi, functionName: 'get_last_user_slope', args: [account] })), blockNumber)
  const toGap = (reason: string) => ({ clock: 'timestamp' as const, answers: null, gaps: [{ subject: `longest lock of ${address}`, reason }] })
  for (const [place, [, { amount }]] of largest.entries()) {
    const slope = slopes[place]
    if (slope?.status !== 'ok' || typeof slope.value !== 'bigint' || slope.value <= 0n) continue
    const [longest, least] = [amount / slope.value, amount / (slope.value + 1n)]
    if (longest - least > 1n) return toGap(`its largest lock is too small to tell: between ${least} and ${longest} seconds`)
    return { clock: 'timestamp', answers: { longest: String(longest) }, gaps: [] }
  }
  const refused = slopes.find((slope) => slope.status === 'failed')
  return toGap(refused?.status === 'failed' ? refused.reason : 'nobody has a lock')
}
