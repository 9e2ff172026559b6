import type { Address } from './address'
import type { AccountRole } from './label'
import type { LensId } from './lens'
import type { Bounds } from './metric'

/** The metrics whose figure stands with a band: one for inequality, one for control, one for concentration, one for the top. */
export const bandMetricIds = ['gini', 'nakamoto50', 'hhi', 'top10Share'] as const
export type BandMetricId = (typeof bandMetricIds)[number]

/** One end of a band. */
export interface BandEnd {
  /** null where nothing bounds it: only the higher end of a list that was cut off or of mass whose owners are unknown */
  value: number | null
  /** The lens that gives it; of several the first in the measurements' order */
  lens: LensId
  /** Whether the figure under this lens is known only within bounds, and this is one of them */
  isBound: boolean
}

/** What a metric would be without one labelled account: its amount taken out of all and out of the denominator. */
export interface LabelEffect {
  account: Address
  name: string
  role: AccountRole | null
  /** smallest units */
  amount: bigint
  /** With the account, as measured */
  figure: number
  without: number
}

/** The lowest and the highest value of a metric over all lenses, and the one label that moves it most. */
export interface HeadlineBand {
  metric: BandMetricId
  /** null where it has neither value nor bounds under any lens */
  low: BandEnd | null
  high: BandEnd | null
  /** Lenses under which it has neither */
  undefinedUnder: readonly LensId[]
  /** Under one lens, that of the figure that the band stands beside; null where no label moves it, absent where that was not asked */
  mover?: LabelEffect | null
  /** Under the same lens, between which values it lies whoever owns what could not be resolved; absent where all is */
  unresolved?: Bounds
}
