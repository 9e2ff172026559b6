import type { ChangedDistribution, Distribution } from '@/lib/domain/distribution'
import { perDistribution } from './perDistribution'

/**
 * What is asked of each amount again and again, kept beside it in typed arrays, largest first.
 * `digits[d]` are the amounts' digits in base 2³²: amount i is Σ digits[d][i] · 2^(32 d).
 */
export interface Columns {
  /** each amount, rounded once to a double */
  doubles: Float64Array
  /** log₂ of each amount */
  logs: Float64Array
  digits: readonly Uint32Array[]
}

/**
 * The columns of a distribution, made once.
 *
 * @returns empty columns for no holders
 * @example toColumns(toDistribution([{ account: a, amount: 2n ** 32n + 5n }])).digits // [Uint32Array [5], Uint32Array [1]]
 */
export const toColumns = perDistribution(({ amounts }): Columns => {
  const columns = emptyColumns(amounts)
  fill(columns, amounts)
  return columns
})

/** Brings the columns of an earlier distribution along to the one made from it: only what changed is computed again. */
export function carryColumns(before: Distribution, { distribution, runs, inserted }: ChangedDistribution): void {
  const known = toColumns(before)
  const columns = emptyColumns(distribution.amounts)
  carry(known.doubles, columns.doubles, runs)
  carry(known.logs, columns.logs, runs)
  columns.digits.forEach((digits, d) => known.digits[d] && carry(known.digits[d], digits, runs))
  fill(columns, distribution.amounts, inserted)
  toColumns.know(distribution, columns)
}

function carry<Column extends Float64Array | Uint32Array>(from: Column, to: Column, runs: ChangedDistribution['runs']): void {
  for (const run of runs) for (let i = 0; i < run.length; i++) to[run.to + i] = from[run.from + i]!
}

const emptyColumns = (amounts: readonly bigint[]): Columns => ({
  doubles: new Float64Array(amounts.length),
  logs: new Float64Array(amounts.length),
  digits: Array.from({ length: toDigitCount(amounts[0] ?? 0n) }, () => new Uint32Array(amounts.length)),
})

function toDigitCount(largest: bigint): number {
  let count = 0
  for (let rest = largest; rest > 0n; rest >>= 32n) count++
  return count
}

// A 64-bit array takes a bigint's last 64 bits and lends them out as two numbers: no new bigint for each digit.
const lent = new BigUint64Array(1)
const words = new Uint32Array(lent.buffer)
const low = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1

/** Below this a double, less its last 64 bits, tells the bits above them: it is wrong by less than 2⁶³. */
const tellable = 2 ** 110

function fill({ doubles, logs, digits }: Columns, amounts: readonly bigint[], places?: readonly number[]): void {
  const [zeroth, first, second, third] = digits
  const count = places?.length ?? amounts.length
  for (let i = 0; i < count; i++) {
    const place = places ? places[i]! : i
    const amount = amounts[place]!
    const double = Number(amount)
    doubles[place] = double
    logs[place] = Math.log2(double)
    if (double >= tellable) {
      fillDigits(digits, place, amount)
      continue
    }
    lent[0] = amount
    const ones = words[low]!
    const above = words[1 - low]!
    zeroth![place] = ones
    if (first) first[place] = above
    if (!second) continue
    const rest = Math.round((double - (above * 2 ** 32 + ones)) / 2 ** 64)
    second[place] = rest % 2 ** 32
    if (third) third[place] = rest / 2 ** 32
  }
}

function fillDigits(digits: readonly Uint32Array[], place: number, amount: bigint): void {
  let rest = amount
  for (const column of digits) {
    column[place] = Number(rest & 0xffffffffn)
    rest >>= 32n
  }
}
