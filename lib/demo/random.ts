/** A stream of numbers that look random and are the same on every machine. */
export interface Random {
  /** in [0, 1) */
  next(): number
  between(low: number, high: number): number
  /** a whole number in [0, count) */
  integer(count: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
}

/**
 * The stream of a name under a seed (FNV-1a of the name into mulberry32). Each part of the story has its own,
 * so that a change in one part does not move the others.
 *
 * @example openRandom('lorenz', 'traders').next() === openRandom('lorenz', 'traders').next() // true
 */
export function openRandom(seed: string, name: string): Random {
  let state = 0x811c9dc5
  for (const character of `${seed}/${name}`) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (count: number) => Math.floor(next() * count)
  return {
    next,
    integer,
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('pick: nothing to choose from')
      return items[integer(items.length)]!
    },
    shuffle: (items) => {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = integer(last + 1)
        ;[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!]
      }
      return shuffled
    },
  }
}
