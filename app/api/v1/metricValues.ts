import type { MetricResult } from '@/lib/domain/metric'
import { metrics } from '@/lib/metrics/registry'

/** Results by metric in the registry's order, wherever they come from: the same figures are the same letters. */
export const toMetricValues = (results: Readonly<Record<string, MetricResult>>): Record<string, MetricResult> =>
  Object.fromEntries(metrics.flatMap(({ id }) => (results[id] ? [[id, results[id]]] : [])))
