import { parseAbi } from 'viem'
import { z } from 'zod'
import type { Gap } from '../domain/snapshot'
import type { Source } from './source'

const books = ['getCash', 'totalBorrows', 'totalReserves', 'totalSupply'] as const
const abi = parseAbi([
  'function getCash() view returns (uint256)',
  'function totalBorrows() view returns (uint256)',
  'function totalReserves() view returns (uint256)',
  'function totalSupply() view returns (uint256)',
])

const amountSchema = z.string().transform(BigInt)
/** What a market says of itself */
export const compoundBooks = z.object({ getCash: amountSchema, totalBorrows: amountSchema, totalReserves: amountSchema, totalSupply: amountSchema })

/**
 * Compound v2's cToken: the receipt of those who lend a token to its market. What the cToken contract still holds of it is handed on to the
 * holders of cTokens in proportion; what was lent out lies with the borrowers and is counted there.
 *
 * The contract is asked for its books: its reserves belong to the protocol, as its exchange rate says, which is
 * (cash + borrows − reserves) / supply. And cTokens that somebody sent to the cToken contract itself are locked: the logs hide them, because it
 * mints and burns by transfers from and to itself. Where the contract could not be asked, the holders share all.
 */
export const compoundToken: Source = {
  id: 'compoundToken',
  name: { en: 'Compound v2 cToken', de: 'cToken von Compound v2' },
  description: {
    en: 'Hands the tokens that are still in the lending market on to the holders of its cToken. What was borrowed is counted with the borrowers; the market’s reserves stay unresolved.',
    de: 'Reicht die Token, die noch im Kreditmarkt liegen, an die Halter seines cTokens weiter. Geliehenes zählt bei denen, die es sich geliehen haben; die Reserven des Marktes bleiben offen.',
  },
  role: 'lendingMarket',
  ledgers: ({ address }) => [address],
  logs: () => [],

  async read({ wrapper }, reader, blockNumber) {
    const results = await reader.readContracts(books.map((functionName) => ({ address: wrapper.address, abi, functionName })), blockNumber)
    const gaps: Gap[] = []
    const read = results.map((result, place) => {
      if (result.status === 'failed') gaps.push({ subject: `${books[place]} of ${wrapper.address}`, reason: result.reason })
      return [books[place]!, result.status === 'ok' ? String(result.value) : null]
    })
    return { answers: gaps.length > 0 ? null : Object.fromEntries(read), gaps }
  },

  toOwnerships({ wrapper, balances, answers }) {
    const holders = balances(wrapper.address).filter(({ account }) => account !== wrapper.address)
    const ownership = { contract: wrapper.address, asset: wrapper.assets[0]!, source: 'compoundToken', shares: wrapper.address }
    const read = compoundBooks.nullable().parse(answers)
    if (!read) return [{ ...ownership, claims: holders, unresolved: [] }]
    const lent = read.getCash + read.totalBorrows - read.totalReserves
    const locked = read.totalSupply - holders.reduce((sum, { amount }) => sum + amount, 0n)
    // Reserves beyond all there is, or more cTokens than the contract knows of: its books do not add up, and only its ledger is left.
    if (lent <= 0n || locked < 0n) return [{ ...ownership, claims: holders, unresolved: [] }]
    const unresolved = [
      { reason: 'protocolFees' as const, amount: read.totalReserves * read.totalSupply },
      { reason: 'locked' as const, amount: locked * lent },
    ]
    return [{ ...ownership, claims: holders.map(({ account, amount }) => ({ account, amount: amount * lent })), unresolved: unresolved.filter(({ amount }) => amount > 0n) }]
  },
}
