import type { Address } from '@/lib/domain/address'
import type { ContractOwnership } from '@/lib/domain/contractOwnership'
import type { Claim } from '@/lib/domain/distribution'

/** Numerator and denominator, the denominator positive. */
export type Fraction = [bigint, bigint]

/**
 * y = b_C + W_CCᵀ y and x_E = b_E + W_CEᵀ y as they stand, by Gaussian elimination over fractions. Nodes from which no way leads to an owner
 * or to something unresolved have no row: all that comes to them is unresolved.
 */
export function solveSlowly(claims: readonly Claim[], ownerships: readonly ContractOwnership[], token: Address) {
  const toIndex = (account: Address, asset: Address | null) => ownerships.findIndex((own) => own.contract === account && own.asset === asset)
  const totals = ownerships.map((own) => [...own.claims, ...own.unresolved].reduce((sum, { amount }) => sum + amount, 0n))
  const hasOut = ownerships.map((own, i) => {
    const resolved = own.claims.some(({ account, amount }) => amount > 0n && toIndex(account, own.shares) < 0)
    return totals[i] === 0n || resolved || own.unresolved.some(({ amount }) => amount > 0n)
  })
  for (let round = 0; round < ownerships.length; round++)
    ownerships.forEach((own, i) => {
      hasOut[i] ||= own.claims.some(({ account, amount }) => amount > 0n && hasOut[toIndex(account, own.shares)])
    })

  const matrix: Fraction[][] = ownerships.map((_, i) => ownerships.map((_, j): Fraction => [i === j ? 1n : 0n, 1n]))
  const right: Fraction[] = ownerships.map(() => [0n, 1n])
  const owners = new Map<Address, Fraction>()
  const own = (account: Address, amount: Fraction) => owners.set(account, add(owners.get(account) ?? [0n, 1n], amount))
  for (const { account, amount } of claims) {
    const node = toIndex(account, token)
    if (node >= 0) right[node] = add(right[node]!, [amount, 1n])
    else own(account, [amount, 1n])
  }
  ownerships.forEach(({ claims, shares }, i) => {
    if (!hasOut[i] || totals[i] === 0n) return
    for (const { account, amount } of claims) {
      const node = toIndex(account, shares)
      if (node >= 0) matrix[node]![i] = add(matrix[node]![i]!, [-amount, totals[i]!])
    }
  })
  const y = eliminate(matrix, right)
  let unresolved: Fraction = [0n, 1n]
  ownerships.forEach(({ claims, shares, unresolved: parts }, i) => {
    if (!hasOut[i] || totals[i] === 0n) return void (unresolved = add(unresolved, y[i]!))
    for (const { account, amount } of claims) if (toIndex(account, shares) < 0) own(account, multiply(y[i]!, [amount, totals[i]!]))
    for (const { amount } of parts) unresolved = add(unresolved, multiply(y[i]!, [amount, totals[i]!]))
  })
  return { owners, unresolved }
}

function eliminate(matrix: Fraction[][], right: Fraction[]): Fraction[] {
  matrix.forEach((_, p) => {
    const from = matrix.findIndex((row, i) => i >= p && row[p]![0] !== 0n)
    ;[matrix[p], matrix[from]] = [matrix[from]!, matrix[p]!]
    ;[right[p], right[from]] = [right[from]!, right[p]!]
    matrix.forEach((row, i) => {
      if (i === p || row[p]![0] === 0n) return
      const factor = multiply(row[p]!, inverse(matrix[p]![p]!))
      const minus: Fraction = [-factor[0], factor[1]]
      row.forEach((value, j) => (row[j] = add(value, multiply(minus, matrix[p]![j]!))))
      right[i] = add(right[i]!, multiply(minus, right[p]!))
    })
  })
  return right.map((value, i) => multiply(value, inverse(matrix[i]![i]!)))
}

const reduce = ([numerator, denominator]: Fraction): Fraction => {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator]
  while (b > 0n) [a, b] = [b, a % b]
  return [numerator / a, denominator / a]
}
const add = ([a, b]: Fraction, [c, d]: Fraction) => reduce([a * d + c * b, b * d])
const multiply = ([a, b]: Fraction, [c, d]: Fraction) => reduce([a * c, b * d])
const inverse = ([a, b]: Fraction): Fraction => (a < 0n ? [-b, -a] : [b, a])
