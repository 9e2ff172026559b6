import type { Distribution } from '@/lib/domain/distribution'

/**
 * Remembers what was computed of a distribution for as long as the distribution lives, so that several metrics share one pass.
 * A distribution is frozen, so the answer cannot change.
 *
 * @example const sum = perDistribution(({ amounts }) => amounts.length); sum(distribution) // computed once, however often asked
 */
export function perDistribution<Value>(compute: (distribution: Distribution) => Value): (distribution: Distribution) => Value {
  const known = new WeakMap<Distribution, { value: Value }>()
  return (distribution) => {
    const found = known.get(distribution)
    if (found) return found.value
    const value = compute(distribution)
    known.set(distribution, { value })
    return value
  }
}
