import type { Currency, PoolFacts } from '@/lib/domain/pool'
import type { PoolDay, PoolReading } from '@/lib/domain/poolReading'
import type { ProviderRange, ProviderResult } from '@/lib/domain/provider'

/** A pool as a place of trade, as of its newest reading. */
export interface LoadedMarket {
  facts: PoolFacts
  reading: PoolReading
  /** Of everybody who ever provided something; ordered by account */
  results: readonly ProviderResult[]
  /** What money is told in: asked for, or dollars where the pool is priced in them, or else its quote token */
  currency: Currency
  /** Oldest first; empty where no chart asks for them */
  days: readonly PoolDay[]
  /** Empty where no chart asks for them */
  ranges: readonly ProviderRange[]
}
