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

/**
 * The columns of amounts, in their order.
 *
 * @param amounts positive
 * @example toColumns([2n ** 32n + 5n]).digits // [Uint32Array [5], Uint32Array [1]]
 */
export function toColumns(amounts: readonly bigint[]): Columns {
  const doubles = new Float64Array(amounts.length)
  let largest = 0
  for (let i = 0; i < amounts.length; i++) {
    const double = Number(amounts[i])
    doubles[i] = double
    if (double > largest) largest = double
  }
  const digits = Array.from({ length: toDigitCount(largest) }, () => new Uint32Array(amounts.length))
  if (largest < tellable) tellDigits(amounts, doubles, digits)
  else amounts.forEach((amount, i) => digits.forEach((column, d) => (column[i] = Number((amount >> BigInt(32 * d)) & 0xffffffffn))))
  return { doubles, logs: doubles.map(Math.log2), digits }
}

/**
 * The amount at a place, exactly.
 *
 * @example amountAt(toColumns([5n, 3n]), 1) // 3n
 */
export function amountAt({ doubles, digits }: Columns, place: number): bigint {
  const double = doubles[place]!
  // Doubles below 2⁵³ are the amounts themselves.
  if (double < 2 ** 53) return BigInt(double)
  let amount = 0n
  for (let d = digits.length - 1; d >= 0; d--) amount = (amount << 32n) | BigInt(digits[d]![place]!)
  return amount
}

/** The columns in another order: largest first. */
export const reorder = ({ doubles, digits }: Columns, order: Uint32Array): Columns => {
  const ordered = gather(doubles, new Float64Array(order.length), order)
  const inOrder = digits.map((column) => gather(column, new Uint32Array(order.length), order))
  return { doubles: ordered, logs: ordered.map(Math.log2), digits: withoutLeadingZeros(inOrder) }
}

/** `length` places in a row, from place `from` in one list to place `to` in another. */
export interface Run {
  from: number
  to: number
  length: number
}

/** Columns made of runs of others, with those of new amounts between them. */
export function mergeColumns(before: Columns, runs: readonly Run[], added: Columns, places: readonly number[], length: number): Columns {
  const digits = Array.from({ length: Math.max(before.digits.length, added.digits.length) }, () => new Uint32Array(length))
  const merged = { doubles: new Float64Array(length), logs: new Float64Array(length) }
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

/** Runs of one list, and added values at their places. */
export function copyRuns(from: Column | undefined, to: Column, runs: readonly Run[], added: Column | undefined, places: readonly number[]): void {
  if (from) for (const run of runs) for (let i = 0; i < run.length; i++) to[run.to + i] = from[run.from + i]!
  if (added) for (let i = 0; i < places.length; i++) to[places[i]!] = added[i]!
}

const toDigitCount = (largest: number): number => (largest < 1 ? 0 : Math.floor(Math.log2(largest) / 32) + 1)

// A 64-bit array takes a bigint's last 64 bits and lends them out as two numbers: no new bigint for each digit.
const lent = new BigUint64Array(1)
const words = new Uint32Array(lent.buffer)
const low = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1

/** Below this a double, less the amount's last 64 bits, tells the bits above them: it is wrong by less than 2⁶³. */
const tellable = 2 ** 110

function tellDigits(amounts: readonly bigint[], doubles: Float64Array, [zeroth, first, second, third]: readonly Uint32Array[]): void {
  for (let i = 0; i < amounts.length; i++) {
    lent[0] = amounts[i]!
    const ones = words[low]!
    const above = words[1 - low]!
    zeroth![i] = ones
    if (first) first[i] = above
    if (!second) continue
    const rest = Math.round((doubles[i]! - (above * 2 ** 32 + ones)) / 2 ** 64)
    second[i] = rest % 2 ** 32
    if (third) third[i] = rest / 2 ** 32
  }
}
