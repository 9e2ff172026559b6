import type { Distribution } from '@/lib/domain/distribution'

/** What is computed of a distribution once; `know` hands in an answer that was found in another way. */
export interface PerDistribution<Value> {
  (distribution: Distribution): Value
  know(distribution: Distribution, value: Value): void
}

/**
 * Remembers what was computed of a distribution for as long as the distribution lives, so that several metrics share one pass.
 * A distribution is frozen, so the answer cannot change.
 *
 * @example const sum = perDistribution(({ amounts }) => amounts.length); sum(distribution) // computed once, however often asked
 */
export function perDistribution<Value>(compute: (distribution: Distribution) => Value): PerDistribution<Value> {
  const known = new WeakMap<Distribution, { value: Value }>()
  const know = (distribution: Distribution, value: Value) => void known.set(distribution, { value })
  const ask = (distribution: Distribution): Value => {
    const found = known.get(distribution)
    if (found) return found.value
    const value = compute(distribution)
    know(distribution, value)
    return value
  }
  return Object.assign(ask, { know })
}
