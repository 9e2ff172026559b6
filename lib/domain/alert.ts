import { z } from 'zod'
import type { LensId } from './lens'

/** On which side of its threshold a figure is worth a call. */
export const comparisons = ['below', 'above'] as const
export type Comparison = (typeof comparisons)[number]

/** A rule: when this protocol's figure goes below or above the threshold, call the address. */
export interface Alert {
  id: number
  /** slug */
  protocol: string
  metric: string
  lens: LensId
  comparison: Comparison
  threshold: number
  url: string
  secret: string
}

/** What a call about a crossing is about. */
export const crossingJobSchema = z.strictObject({ alert: z.int().positive(), block: z.int().nonnegative() })

/**
 * Whether a figure is strictly beyond a threshold.
 *
 * @example isBeyond(9, 'below', 10) // true
 * @example isBeyond(10, 'below', 10) // false
 */
export const isBeyond = (value: number, comparison: Comparison, threshold: number): boolean => (comparison === 'below' ? value < threshold : value > threshold)
