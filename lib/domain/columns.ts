import type { Scratch } from './scratch'

/**
 * What metrics ask of each amount again and again, beside it in typed arrays: reading a bigint that lies anywhere in memory costs many
 * times what the arithmetic does. Never written to after they are made.
 * `digits[d]` are the amounts' digits in base 2³²: amount i is Σ digits[d][i] · 2^(32 d).
 */
export interface Columns {
  /** each amount, rounded once to a double */
  doubles: Float64Array
  /** log₂ of each amount's double */
  logs: Float64Array
  digits: readonly Uint32Array[]
}

/** Amounts in any order, each in four words beside one another: its double, and its last 64 bits, the lower half first. */
export interface Records {
  doubles: Float64Array
  words: Uint32Array
}

/** Writes the record at i: `doubles[2 * i]`, `words[4 * i + 2]` and `words[4 * i + 3]`. Reading it anywhere in memory is one way to memory. */
export function writeRecord(records: Records, i: number, amount: bigint): void {
  lent[0] = amount
  const lower = words[low]!
  const upper = words[1 - low]!
  // To ask for a bigint's double costs more than all else here; both ways round once.
  records.doubles[2 * i] = amount < beyondWords ? upper * 2 ** 32 + lower : Number(amount)
  records.words[4 * i + 2] = lower
  records.words[4 * i + 3] = upper
}

/** Whether two records are surely of one amount. */
export function areSame({ doubles, words }: Records, one: number, other: number): boolean {
  const isSameDouble = doubles[2 * one] === doubles[2 * other] && doubles[2 * one]! < tellable
  return isSameDouble && words[4 * one + 2] === words[4 * other + 2] && words[4 * one + 3] === words[4 * other + 3]
}

/** The amounts as columns, in their order: the amount at place i is that of `claims[order[i]]`. */
export function toColumns(claims: readonly { amount: bigint }[], records: Records, order: Uint32Array): Columns {
  const count = order.length
  // Not shared memory, as scratch is: of that the collector takes no account, and distributions thrown away would fill five times the room.
  const [doubles, logs] = [new Float64Array(count), new Float64Array(count)]
  const [zeroth, first] = [new Uint32Array(count), new Uint32Array(count)]
  for (let i = 0; i < count; i++) {
    const from = order[i]!
    const double = records.doubles[2 * from]!
    doubles[i] = double
    zeroth[i] = records.words[4 * from + 2]!
    first[i] = records.words[4 * from + 3]!
  }
  for (let i = 0; i < count; i++) logs[i] = Math.log2(doubles[i]!)
  const largest = doubles[0] ?? 0
  const digits = [zeroth, first, ...Array.from({ length: toDigitCount(largest) - 2 }, () => new Uint32Array(count))]
  if (largest < tellable) tellHigherDigits(doubles, digits)
  else order.forEach((from, i) => digits.forEach((column, d) => (column[i] = Number((claims[from]!.amount >> BigInt(32 * d)) & 0xffffffffn))))
  return { doubles, logs, digits: withoutLeadingZeros(digits) }
}

/**
 * The amount at a place, exactly.
 *
 * @example amountAt(columns, 1) // of 5n, 3n: 3n
 */
export function amountAt({ doubles, digits }: Columns, place: number): bigint {
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
 * @example holdsExactly(columns, 1, 3n, 3) // of 5n, 3n: true
 */
export function holdsExactly(columns: Columns, place: number, amount: bigint, double: number): boolean {
  if (columns.doubles[place] !== double) return false
  if (double >= tellable) return amountAt(columns, place) === amount
  lent[0] = amount
  return columns.digits[0]![place] === words[low] && (columns.digits[1]?.[place] ?? 0) === words[1 - low]
}

/** The columns of some places, in the places' order, which rises: a part of a list. */
export function atPlaces({ doubles, logs, digits }: Columns, places: Uint32Array): Columns {
  const count = places.length
  return {
    doubles: gather(doubles, new Float64Array(count), places),
    logs: gather(logs, new Float64Array(count), places),
    digits: withoutLeadingZeros(digits.map((column) => gather(column, new Uint32Array(count), places))),
  }
}

/** So many digits below 2³² add up to less than 2⁵³: nothing is rounded. */
const exactly = 2 ** 21

/**
 * Σ amounts, exactly.
 *
 * @example sumOf(columns) // of 5n, 3n: 8n
 */
export function sumOf({ digits }: Columns): bigint {
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
  { length, memory }: { length: number; memory: Scratch },
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
  // Largest first: behind the last that has such digits, nothing is written into new memory.
  for (let i = 0; i < doubles.length && doubles[i]! >= 2 ** 64; i++) {
    const rest = Math.round((doubles[i]! - (first![i]! * 2 ** 32 + zeroth![i]!)) / 2 ** 64)
    // What is above 32 bits the array leaves out by itself.
    second[i] = rest
    if (third) third[i] = rest / 2 ** 32
  }
}
