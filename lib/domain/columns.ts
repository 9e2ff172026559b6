import type { ColumnMemory } from './columnMemory'
import type { Scratch } from './scratch'

/**
 * What metrics ask of each amount again and again, beside it in typed arrays: reading a bigint that lies anywhere in memory costs many
 * times what the arithmetic does. Never written to after they are made.
 * `digits[d]` are the amounts' digits in base 2³²: amount i is Σ digits[d][i] · 2^(32 d).
 */
export interface Columns extends Amounts {
  /** log₂ of each amount's double */
  logs: Float64Array
}

/** Columns whose logarithms nobody has asked for yet. */
export interface Amounts {
  /** each amount, rounded once to a double */
  doubles: Float64Array
  digits: readonly Uint32Array[]
}

/**
 * The amounts in their order, as columns.
 *
 * @param claims with positive amounts
 * @param memory where the columns come from; new arrays where absent
 * @example toColumns([{ amount: 2n ** 32n + 5n }]).digits // [Uint32Array [5], Uint32Array [1]]
 */
export function toColumns(claims: readonly { amount: bigint }[], memory: Scratch = newArrays): Amounts {
  const doubles = memory.doubles(claims.length)
  const [zeroth, first] = [memory.words(claims.length), memory.words(claims.length)]
  let largest = 0
  for (let i = 0; i < claims.length; i++) {
    const { amount } = claims[i]!
    lent[0] = amount
    const [lower, upper] = [words[low]!, words[1 - low]!]
    // To ask for a bigint's double costs more than all else here; both ways round once.
    const double = amount < beyondWords ? upper * 2 ** 32 + lower : Number(amount)
    doubles[i] = double
    if (double > largest) largest = double
    zeroth[i] = lower
    first[i] = upper
  }
  const digits = [zeroth, first, ...Array.from({ length: toDigitCount(largest) - 2 }, () => memory.words(claims.length))]
  if (largest < tellable) tellHigherDigits(doubles, digits)
  else claims.forEach(({ amount }, i) => digits.forEach((column, d) => (column[i] = Number((amount >> BigInt(32 * d)) & 0xffffffffn))))
  return { doubles, digits: digits.slice(0, toDigitCount(largest)) }
}

/**
 * The amount at a place, exactly.
 *
 * @example amountAt(toColumns([{ amount: 5n }, { amount: 3n }]), 1) // 3n
 */
export function amountAt({ doubles, digits }: Amounts, place: number): bigint {
  const double = doubles[place]!
  // Doubles below 2⁵³ are the amounts themselves.
  if (double < 2 ** 53) return BigInt(double)
  words[low] = digits[0]![place]!
  words[1 - low] = digits[1]![place]!
  let amount = lent[0]!
  for (let d = 2; d < digits.length; d++) {
    const digit = digits[d]![place]!
    if (digit > 0) amount |= BigInt(digit) << BigInt(32 * d)
  }
  return amount
}

/**
 * Whether an amount stands at a place.
 *
 * @example holdsExactly(toColumns([{ amount: 5n }, { amount: 3n }]), 1, 3n, 3) // true
 */
export function holdsExactly(columns: Amounts, place: number, amount: bigint, double: number): boolean {
  if (columns.doubles[place] !== double) return false
  if (double >= tellable) return amountAt(columns, place) === amount
  lent[0] = amount
  return columns.digits[0]![place] === words[low] && (columns.digits[1]?.[place] ?? 0) === words[1 - low]
}

/** The columns in another order: largest first. */
export function reorder({ doubles, digits }: Amounts, order: Uint32Array): Columns {
  const ordered = gather(doubles, new Float64Array(order.length), order)
  const logs = new Float64Array(order.length)
  for (let i = 0; i < logs.length; i++) logs[i] = Math.log2(ordered[i]!)
  const inOrder = digits.map((column) => gather(column, new Uint32Array(order.length), order))
  return { doubles: ordered, logs, digits: withoutLeadingZeros(inOrder) }
}

/** So many digits below 2³² add up to less than 2⁵³: nothing is rounded. */
const exactly = 2 ** 21

/**
 * Σ amounts, exactly.
 *
 * @example sumOf(toColumns([{ amount: 5n }, { amount: 3n }])) // 8n
 */
export function sumOf({ digits }: Amounts): bigint {
  let sum = 0n
  digits.forEach((column, d) => {
    for (let start = 0; start < column.length; start += exactly) {
      const end = Math.min(start + exactly, column.length)
      let plain = 0
      for (let i = start; i < end; i++) plain += column[i]!
      sum += BigInt(plain) << BigInt(32 * d)
    }
  })
  return sum
}

/** `length` places in a row, from place `from` in one list to place `to` in another. */
export interface Run {
  from: number
  to: number
  length: number
}

/** Columns made of runs of others, with those of new amounts between them. */
export function mergeColumns(
  before: Columns,
  runs: readonly Run[],
  added: Columns,
  places: readonly number[],
  { length, memory }: { length: number; memory: Pick<ColumnMemory, 'doubles' | 'words'> },
): Columns {
  const digits = Array.from({ length: Math.max(before.digits.length, added.digits.length) }, () => memory.words(length))
  const merged = { doubles: memory.doubles(length), logs: memory.doubles(length) }
  copyRuns(before.doubles, merged.doubles, runs, added.doubles, places)
  copyRuns(before.logs, merged.logs, runs, added.logs, places)
  digits.forEach((column, d) => copyRuns(before.digits[d], column, runs, added.digits[d], places))
  return { ...merged, digits: withoutLeadingZeros(digits) }
}

/** The largest amount stands first: a digit that it does not have, nobody has. */
function withoutLeadingZeros(digits: Uint32Array[]): Uint32Array[] {
  while (digits.length > 0 && !digits.at(-1)![0]) digits.pop()
  return digits
}

type Column = Float64Array | Uint32Array

function gather<Values extends Column>(from: Values, to: Values, order: Uint32Array): Values {
  for (let i = 0; i < order.length; i++) to[i] = from[order[i]!]!
  return to
}

/** From so many on, copying memory in one go is worth asking for. */
const longRun = 128

/** Runs of one list, and added values at their places. */
export function copyRuns(from: Column | undefined, to: Column, runs: readonly Run[], added: Column | undefined, places: readonly number[]): void {
  // A digit that one of the two does not have is 0 there.
  if (!from || !added) to.fill(0)
  if (from)
    for (const run of runs)
      if (run.length >= longRun) to.set(from.subarray(run.from, run.from + run.length), run.to)
      else for (let i = 0; i < run.length; i++) to[run.to + i] = from[run.from + i]!
  if (added) for (let i = 0; i < places.length; i++) to[places[i]!] = added[i]!
}

/** Columns of their own, for those who keep them. */
export const newArrays: Scratch = { doubles: (length) => new Float64Array(length), words: (length) => new Uint32Array(length) }

const toDigitCount = (largest: number): number => (largest < 1 ? 0 : Math.floor(Math.log2(largest) / 32) + 1)

// A 64-bit array takes a bigint's last 64 bits and lends them out as two numbers: no new bigint for each digit.
const lent = new BigUint64Array(1)
const words = new Uint32Array(lent.buffer)
const low = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1
const beyondWords = 2n ** 64n

/** Below this a double, less the amount's last 64 bits, tells the bits above them: it is wrong by less than 2⁶³. */
const tellable = 2 ** 110

function tellHigherDigits(doubles: Float64Array, [zeroth, first, second, third]: readonly Uint32Array[]): void {
  if (!second) return
  for (let i = 0; i < doubles.length; i++) {
    const rest = Math.round((doubles[i]! - (first![i]! * 2 ** 32 + zeroth![i]!)) / 2 ** 64)
    second[i] = rest % 2 ** 32
    if (third) third[i] = rest / 2 ** 32
  }
}
