import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Metric } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { toMetricCell, toNumberFormat, toValue } from '../metricCell'
import { comparisonNotes, toFigure, toNames, toRanked, type Compared } from './compared'

const words = {
  en: { title: (metric: string, names: string) => `${metric}: ${names}`, x: 'Protocol' },
  de: { title: (metric: string, names: string) => `${metric}: ${names}`, x: 'Protokoll' },
} as const

/**
 * A metric of several protocols at their newest snapshots, as bars on one axis, the highest on top. What has no value has no bar, and the sentence says why.
 *
 * @example compareNow(compared, gini, toLens('raw'), 'en').sentence // 'Gini coefficient: Compound 0.981; Uniswap 0.934.'
 */
export function compareNow(compared: readonly Compared[], metric: Pick<Metric, 'id' | 'name' | 'unit'>, lens: Lens, locale: Locale): ChartSpec {
  const word = words[locale]
  const name = metric.name[locale]
  const ranked = toRanked(compared, metric.id)
  return {
    id: 'compareNow',
    title: word.title(name, toNames(compared.map(({ protocol }) => protocol.name), locale)),
    sentence: `${name}: ${ranked.map((one) => `${one.protocol.name} ${toMetricCell(toFigure(one, metric.id), metric, locale).text}`).join('; ')}.`,
    x: { label: word.x, scale: 'category', format: 'count', categories: ranked.map(({ protocol }) => protocol.name) },
    y: { label: name, scale: 'linear', format: toNumberFormat(metric) },
    horizontal: true,
    series: [{ id: metric.id, label: name, shape: 'bar', emphasis: 'main', points: ranked.map((one, x) => ({ x, y: toValue(toFigure(one, metric.id)) })) }],
    notes: comparisonNotes(compared, lens, locale),
    locale,
  }
}
