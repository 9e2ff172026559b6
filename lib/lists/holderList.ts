import type { Address } from '@/lib/domain/address'
import type { Claim } from '@/lib/domain/distribution'
import { isAddress } from './columnNames'
import { readDecimal } from './decimalAmount'
import { delimitedRecords } from './delimitedRecords'
import { findColumns, type ColumnChoice } from './findColumns'
import { jsonRecords } from './jsonRecords'
import { ListError } from './listError'
import type { ListRecord } from './listRecord'

/** A list of holders as it was written, made exact. */
export interface HolderList {
  /** One per account, in the order of the file. `amount` · 10^−`decimals` is the amount in the file's own unit. */
  claims: Claim[]
  /** The most decimal places that any amount of the file has; 0 for integers (wei). It says nothing about the token's decimals. */
  decimals: number
  /** Rows that name a holder, before accounts that were named more than once are merged. */
  rows: number
}

/** How many rows are looked at to tell the columns apart. */
const sampleSize = 50

/**
 * Reads a list of holders: Etherscan's and Blockscout's export, Dune's, plain `address,balance`, JSON (see `jsonRecords`).
 * Which columns are read: `findColumns`. How an amount is read: `readDecimal`. An account in two spellings is one account: its rows are
 * added up. A zero is kept as a claim, and is no holder in a distribution.
 *
 * @param text the whole file, without BOM (`toListText`)
 * @param choice which columns to read, where the caller knows
 * @throws ListError that names the line: an empty file, no address or amount column, a cell that is no address, an amount that is
 * negative or cannot be read, a row that is longer than the first
 * @example parseHolderList('address,balance\n0x…01,1.5\n0x…02,2') // { claims: [{ account: '0x…01', amount: 15n }, …], decimals: 1, rows: 2 }
 */
export function parseHolderList(text: string, choice: ColumnChoice = {}): HolderList {
  const records = (/^\s*[[{]/.test(text) ? jsonRecords(text) : delimitedRecords(text))[Symbol.iterator]()
  const sample = take(records, sampleSize)
  if (!sample[0]) throw new ListError(1, 'the list is empty')
  const columns = findColumns(sample, choice)
  const width = sample[0].cells.length
  const accounts: Address[] = []
  const digits: bigint[] = []
  const places: number[] = []
  const read = ({ line, cells }: ListRecord) => {
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      throw new ListError(line, `has ${cells.length} columns where the first row has ${width}; a comma within a number must stand in quotes`)
    }
    const account = cells[columns.address] ?? ''
    if (!isAddress(account)) throw new ListError(line, `"${account.trim()}" is not an address (0x and 40 hexadecimal digits)`)
    const amount = readDecimal(cells[columns.amount] ?? '')
    if (typeof amount === 'string') throw new ListError(line, `"${(cells[columns.amount] ?? '').trim()}" ${amount}`)
    accounts.push(account.trim().toLowerCase() as Address)
    digits.push(amount.digits)
    places.push(amount.places)
  }
  for (const record of columns.header ? sample.slice(1) : sample) read(record)
  for (let next = records.next(); !next.done; next = records.next()) read(next.value)
  if (accounts.length === 0) throw new ListError(sample[0].line, 'there are no holders below the header')
  return { ...merge(accounts, digits, places), rows: accounts.length }
}

function take(records: Iterator<ListRecord>, count: number): ListRecord[] {
  const taken: ListRecord[] = []
  for (let next = records.next(); !next.done; next = records.next()) {
    taken.push(next.value)
    if (taken.length === count) break
  }
  return taken
}

/** Brings the amounts to one scale and adds up the rows of each account. */
function merge(accounts: readonly Address[], digits: readonly bigint[], places: readonly number[]): Omit<HolderList, 'rows'> {
  const decimals = places.reduce((most, place) => Math.max(most, place), 0)
  const powers = Array.from({ length: decimals + 1 }, (_, power) => 10n ** BigInt(power))
  const claims = new Map<Address, Claim>()
  for (const [i, account] of accounts.entries()) {
    const power = decimals - places[i]!
    const amount = power === 0 ? digits[i]! : digits[i]! * powers[power]!
    const claim = claims.get(account)
    if (claim) claim.amount += amount
    else claims.set(account, { account, amount })
  }
  return { decimals, claims: [...claims.values()] }
}
