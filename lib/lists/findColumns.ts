import { cannotBeAmount, findAddressName, findAmountName, isAddress, isAddressName, isAmountName, soundsLikeAmount, toKey } from './columnNames'
import { readDecimal } from './decimalAmount'
import { ListError } from './listError'
import type { ListRecord } from './listRecord'

/** Which columns to read, if the caller knows: a name in the header, or a number counted from 1. */
export interface ColumnChoice {
  address?: string
  amount?: string
}

export interface Columns {
  /** Whether the first record is a header and holds no holder. */
  header: boolean
  /** places in `cells`, from 0 */
  address: number
  amount: number
}

type Kind = 'address' | 'amount'

/** The first records of a list, told apart. */
interface Sample {
  line: number
  header: readonly string[] | null
  body: readonly ListRecord[]
  places: readonly number[]
}

/**
 * Finds the account and the amount among a list's columns.
 *
 * The first record is a header unless it has an address or, where no name in it is known, a number. Then, in this order: the caller's
 * choice; a known name (`HolderAddress`, `Balance`, …); for the amount the only name that speaks of one (`uni_balance`, not `balance_usd`);
 * what the cells hold. Without a header the amount is the first column of numbers after the address; a column of ranks (1, 2, 3, …) is
 * the amount only where there is no other.
 *
 * @param records the first records of the list, at least one
 * @throws ListError when there is none, or more than one and no way to tell
 * @example findColumns([{ line: 1, cells: ['rank', 'holder', 'balance'] }], {}) // { header: true, address: 1, amount: 2 }
 */
export function findColumns(records: readonly ListRecord[], choice: ColumnChoice): Columns {
  const first = records[0]
  if (!first) throw new RangeError('findColumns: no records')
  const header = isHeader(first.cells, choice)
  const sample = {
    line: first.line,
    header: header ? first.cells : null,
    body: header ? records.slice(1) : records,
    places: first.cells.map((_, place) => place),
  }
  const address = choice.address === undefined ? only(sample, 'address', addressPlaces(sample)) : chosen(sample, 'address', choice.address)
  const amount = choice.amount === undefined ? only(sample, 'amount', amountPlaces(sample, address)) : chosen(sample, 'amount', choice.amount)
  return { header, address, amount }
}

function isHeader(cells: readonly string[], choice: ColumnChoice): boolean {
  if (cells.some(isAddress)) return false
  const wanted = [choice.address, choice.amount].flatMap((name) => (name === undefined ? [] : [toKey(name)]))
  if (cells.some((cell) => isAddressName(cell) || isAmountName(cell) || wanted.includes(toKey(cell)))) return true
  // A broken first holder must not pass for a header.
  return !cells.some((cell) => typeof readDecimal(cell) === 'object')
}

function chosen({ header, line, places }: Sample, kind: Kind, wanted: string): number {
  const named = header?.findIndex((cell) => toKey(cell) === toKey(wanted)) ?? -1
  if (named >= 0) return named
  if (/^\d+$/.test(wanted) && places.includes(Number(wanted) - 1)) return Number(wanted) - 1
  throw new ListError(line, `no ${kind} column "${wanted}"; ${toChoices(header, places)}`)
}

function only({ header, line, places }: Sample, kind: Kind, found: readonly number[]): number {
  if (found.length === 1) return found[0]!
  const problem = found.length === 0 ? `no ${kind} column found` : `more than one column could be the ${kind}`
  throw new ListError(line, `${problem}; ${toChoices(header, places)}; choose with --${kind}-column`)
}

const toChoices = (header: readonly string[] | null, places: readonly number[]): string =>
  header ? `the columns are ${header.map((cell) => `"${cell.trim()}"`).join(', ')}` : `there is no header row, only columns 1 to ${places.length}`

function addressPlaces({ header, body, places }: Sample): number[] {
  const named = header ? findAddressName(header) : -1
  return named >= 0 ? [named] : places.filter((place) => mostly(body, place, isAddress))
}

function amountPlaces({ header, body, places }: Sample, address: number): number[] {
  const named = header ? findAmountName(header) : -1
  if (named >= 0) return [named]
  const spoken = header ? places.filter((place) => place !== address && soundsLikeAmount(header[place]!)) : []
  if (spoken.length > 0) return spoken
  const numbers = places.filter((place) => place !== address && mostly(body, place, (cell) => typeof readDecimal(cell) === 'object'))
  if (header) return numbers.filter((place) => !cannotBeAmount(header[place]!))
  const unranked = numbers.filter((place) => !isRank(body, place))
  const left = unranked.length > 0 ? unranked : numbers
  return [left.find((place) => place > address) ?? left[0]].filter((place) => place !== undefined)
}

/** Half is enough: a broken cell is to be named by its line, not to hide its column. */
const mostly = (body: readonly ListRecord[], place: number, test: (cell: string) => boolean): boolean =>
  body.length > 0 && body.filter(({ cells }) => test(cells[place] ?? '')).length * 2 >= body.length

function isRank(body: readonly ListRecord[], place: number): boolean {
  const start = Number(body[0]?.cells[place])
  return (start === 0 || start === 1) && body.every(({ cells }, i) => Number(cells[place]) === start + i)
}
