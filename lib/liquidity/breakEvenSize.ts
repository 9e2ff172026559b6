import type { Currency } from '../domain/pool'
import type { ProviderResult } from '../domain/provider'
import { fewestProviders, toPriced, type OfProviders } from './sizeDeciles'

/** The size that separates providers who earned their gas back from those who did not. */
export interface BreakEven {
  /** From this size on most earned more than their gas; of those below it most did not. In the currency that was asked about */
  size: bigint
  /** How many are smaller, and how many of these earned their gas back all the same */
  smaller: number
  smallerEarned: number
  /** How many are of this size or larger, and how many of these did not */
  larger: number
  largerNotEarned: number
}

/**
 * The size below which gas eats the fees: the size at which the fewest providers are exceptions. An exception is a smaller provider whose fees
 * and rewards are more than its gas, or one of that size or larger whose are not. Of sizes with equally few exceptions the smallest is taken.
 *
 * It is where the isotonic regression of "earned its gas back" on size reaches one half: of those who come next above it, however many are looked
 * at, at least half earned it; of those who come next below, less than half. It has nothing to choose (no window, no smoothing), counts providers
 * and not money, so that one large provider moves it no more than a small one, and is exact. The exceptions are told with it: with many of them,
 * size tells little.
 *
 * @returns undefined with fewer than 30 providers whose gas is known; where counting all as earning their gas has no more exceptions than any size; and where
 *   counting none as earning it has as few
 * @example findBreakEvenSize(results, 'dollar') // { status: 'ok', value: { size: 500n * 10n ** 18n, smaller: 12, smallerEarned: 1, … } }
 */
export function findBreakEvenSize(results: readonly ProviderResult[], currency: Currency): OfProviders<BreakEven> {
  const providers = toPriced(results, currency).flatMap(({ money: { size, fees, rewards, gas } }) => (gas === null ? [] : [{ size, earned: fees + rewards > gas }]))
  if (providers.length < fewestProviders) return { status: 'undefined', reason: 'fewProviders' }
  // From the largest down: those who earned it less those who did not. Where that is highest, exceptions are fewest.
  let [lead, best, place] = [0, 0, providers.length]
  for (let i = providers.length - 1; i >= 0; i--) {
    lead += providers[i]!.earned ? 1 : -1
    if (providers[i - 1]?.size !== providers[i]!.size && lead >= best) [best, place] = [lead, i]
  }
  if (best === 0) return { status: 'undefined', reason: 'gasNeverEarned' }
  if (place === 0) return { status: 'undefined', reason: 'gasAlwaysEarned' }
  const smallerEarned = providers.slice(0, place).filter(({ earned }) => earned).length
  const largerNotEarned = providers.slice(place).filter(({ earned }) => !earned).length
  return { status: 'ok', value: { size: providers[place]!.size, smaller: place, smallerEarned, larger: providers.length - place, largerNotEarned } }
}
