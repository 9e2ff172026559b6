import type { Address } from '../../domain/address'
import type { VotesBooks } from './votesSource'

/**
 * Books in which some accounts have no votes: a contract that counts votes of its own for what it holds, as staked AAVE does for AAVE. What lies
 * there votes through it, and would otherwise count twice.
 *
 * @example withoutVoters(books, new Set([stkAave])).votesOf(stkAave) // 0n
 */
export function withoutVoters(books: VotesBooks, voters: ReadonlySet<Address>): VotesBooks {
  if (voters.size === 0) return books
  return {
    ...books,
    changesAt: (block, answers) => books.changesAt(block, answers).filter(({ account }) => !voters.has(account)),
    votesOf: (account) => (voters.has(account) ? 0n : books.votesOf(account)),
    *accounts() {
      for (const account of books.accounts()) if (!voters.has(account)) yield account
    },
    *given() {
      for (const given of books.given()) if (!voters.has(given.delegate)) yield given
    },
  }
}
