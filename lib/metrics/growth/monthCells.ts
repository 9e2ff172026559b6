import type { GrowthBin } from '../../domain/growth'

/** Accounts of about the same size at a month's start: twenty cells a decade, told by the mean of their logarithms. */
export interface MonthCell {
  logSize: number
  accounts: number
  gained: number
  lost: number
}

/** So many cells a decade has: sizes in one differ by 12 % at most. */
const cellsADecade = 20

/**
 * What became of everybody who held something at a month's start, by size then: in fine cells for exponents, in half decades for eyes.
 *
 * @param before whole tokens by account at its start
 * @param after at its end; accounts may have been added
 * @example toMonthCells(Float64Array.of(4, 40), Float64Array.of(5, 0)).halves
 * // [{ half: 1, accounts: 1, held: 4, gained: 1, lost: 0, gone: 0 }, { half: 3, accounts: 1, held: 40, gained: 0, lost: 40, gone: 1 }]
 */
export function toMonthCells(before: Float64Array, after: Float64Array): { cells: MonthCell[]; halves: GrowthBin[] } {
  const cells = new Map<number, MonthCell>()
  const halves = new Map<number, GrowthBin>()
  for (let account = 0; account < before.length; account++) {
    const held = before[account]!
    if (held <= 0) continue
    const change = after[account]! - held
    const [gained, lost] = [Math.max(0, change), Math.max(0, -change)]
    const log = Math.log10(held)
    const cell = orMake(cells, Math.floor(log * cellsADecade), () => ({ logSize: 0, accounts: 0, gained: 0, lost: 0 }))
    cell.logSize += Math.log(held)
    cell.accounts++
    cell.gained += gained
    cell.lost += lost
    const half = Math.floor(log * 2)
    const bin = orMake(halves, half, () => ({ half, accounts: 0, held: 0, gained: 0, lost: 0, gone: 0 }))
    bin.accounts++
    bin.held += held
    bin.gained += gained
    bin.lost += lost
    if (after[account]! <= 0) bin.gone++
  }
  const told = [...cells.values()].map((cell) => ({ ...cell, logSize: cell.logSize / cell.accounts }))
  return { cells: told.sort((a, b) => a.logSize - b.logSize), halves: [...halves.values()].sort((a, b) => a.half - b.half) }
}

function orMake<Value>(map: Map<number, Value>, key: number, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
