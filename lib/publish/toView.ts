import type { Locale } from '@/lib/domain/text'
import type { Chart, Loaded, View } from './view'

const words = {
  demo: { en: 'Demo data: this protocol is made up.', de: 'Demodaten: Dieses Protokoll ist erfunden.' },
  failed: { en: 'Audit failed: do not rely on these figures.', de: 'Prüfung nicht bestanden: Auf diese Zahlen ist kein Verlass.' },
} as const

/**
 * A chart's view, with what must be said wherever it goes: that its protocol is made up, that its audit failed.
 *
 * @returns null where there is nothing to show yet
 * @example toView(lorenz, loaded, 'en')?.notes[0] // 'Demo data: this protocol is made up.'
 */
export function toView(chart: Chart, loaded: Loaded, locale: Locale): View | null {
  const view = chart.view(loaded, locale)
  if (!view) return null
  const said = [(loaded.protocol?.demo || loaded.account?.demo) && words.demo[locale], loaded.subject?.snapshot.audit?.status === 'failed' && words.failed[locale]]
  return { ...view, notes: [...said.filter((note) => typeof note === 'string'), ...view.notes] }
}
