import type { Table } from '@/lib/domain/chartSpec'
import type { Metric } from '@/lib/domain/metric'
import type { Lens } from '@/lib/domain/lens'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from './day'
import { formatDate, formatNumber } from './format'
import { toMetricCell } from './metricCell'

const words = {
  en: {
    caption: 'Imported lists', day: 'As of', block: 'Block', file: 'File', sha256: 'SHA-256', population: 'Population',
    complete: 'complete', truncated: 'cut off', unknown: 'unknown', lens: 'Lens',
  },
  de: {
    caption: 'Importierte Listen', day: 'Stand', block: 'Block', file: 'Datei', sha256: 'SHA-256', population: 'Grundgesamtheit',
    complete: 'vollständig', truncated: 'abgeschnitten', unknown: 'unbekannt', lens: 'Sicht',
  },
} as const

/**
 * The imported snapshots of a token: where each came from, and what it says.
 *
 * @param href the page that shows a snapshot
 * @param lens what the figures are seen through
 * @param metrics those that stand as columns
 * @example importsTable(imports, ({ id }) => `?snapshot=${id}`, raw, [gini], 'en').rows[0]?.[2]?.text // 'holders.csv'
 */
export function importsTable<Imported extends Snapshot>(
  imports: readonly Imported[],
  href: (snapshot: Imported) => string,
  lens: Lens,
  metrics: readonly Metric[],
  locale: Locale,
): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'day', label: word.day, numeric: false },
      { id: 'block', label: word.block, numeric: true },
      { id: 'file', label: word.file, numeric: false },
      { id: 'population', label: word.population, numeric: false },
      { id: 'lens', label: word.lens, numeric: false },
      ...metrics.map(({ id, name }) => ({ id, label: name[locale], numeric: true })),
      { id: 'sha256', label: word.sha256, numeric: false },
    ],
    rows: imports.map((snapshot) => [
      { value: snapshot.day, text: formatDate(toTimestamp(snapshot.day), locale), href: href(snapshot) },
      snapshot.block
        ? { value: snapshot.block.number, text: formatNumber(snapshot.block.number, 'count', locale) }
        : { value: null, text: word.unknown },
      { value: snapshot.file?.name ?? null, text: snapshot.file?.name ?? word.unknown },
      { value: snapshot.population, text: word[snapshot.population] },
      { value: lens.id, text: lens.name[locale] },
      ...metrics.map((metric) => toMetricCell(snapshot.measurements.find((measurement) => measurement.lens === lens.id)?.metrics[metric.id], metric, locale)),
      { value: snapshot.file?.sha256 ?? null, text: snapshot.file?.sha256 ?? word.unknown },
    ]),
  }
}
