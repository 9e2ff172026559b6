import type { Database } from '@/db/database'
import { saveProposals } from '@/db/proposals'
import type { TrackedProtocol } from '@/db/protocols'
import type { Address } from '@/lib/domain/address'
import type { ProposalCall, Vote } from '@/lib/domain/proposal'
import type { Block } from '@/lib/domain/snapshot'

/** Whoever proposes may mean harm too: to a spreadsheet, to a page, to a drawing. */
const hostileTitle = '=cmd|"/c calc"!A1 </script><svg onload=alert(1)> ß'
const word = (hex: string) => hex.replace('0x', '').padStart(64, '0')

/**
 * A proposal of the made-up protocol that pays a contract that holds for others, pays the account with the hostile label, and makes a call that tells
 * nothing. It was withdrawn, so that it is none of those that a vote has ended.
 */
export async function fillCalls(database: Database, { slug, token }: TrackedProtocol, { hostile, wrapper, block }: { hostile: Address; wrapper: Address; block: Block }): Promise<void> {
  const place = `0x${'61'.padStart(40, '0')}`
  const pay = (to: Address): ProposalCall => ({ target: token.address, value: 0n, data: `0xa9059cbb${word(to)}${word('de0b6b3a7640000')}`, signature: '=1+1(address)' })
  const vote = (voter: Address, inFavour: bigint): Vote => ({ voter, timestamp: block.timestamp, votes: inFavour, parts: { for: inFavour, against: 0n, abstain: 0n } })
  await saveProposals(database, { protocol: slug, origin: 'chain', place }, [{
    proposal: {
      origin: 'chain', place, key: '1', title: hostileTitle, description: hostileTitle, proposer: hostile, created: { block: block.number - 1, timestamp: block.timestamp - 86_400 },
      countedAt: { clock: 'blockNumber', at: block.number }, opens: block.timestamp, closes: block.timestamp + 86_400,
      calls: [pay(wrapper), pay(hostile), { target: wrapper, value: 0n, data: '0x', signature: null }, { target: hostile, value: 0n, data: '0x12345678', signature: null }],
      rule: null, threshold: null, state: 'canceled', queued: null, executed: null, options: [], counted: null, gaps: [],
    },
    votes: [vote(hostile, 7n * 10n ** 18n), vote(`0x${'7'.padStart(40, '0')}`, 10n ** 18n)],
  }])
}
