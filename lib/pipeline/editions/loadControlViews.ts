import type { Database } from '@/db/database'
import type { Locale } from '@/lib/domain/text'
import { controlTree as toControlSteps, type ControlStep } from '@/lib/governance/controlTree'
import { headlineLens } from '@/lib/ownership/lenses'
import type { View } from '@/lib/publish/view'
import { toControlNames } from '@/lib/views/controlWords'
import type { ControlWords } from '@/lib/views/controlTables'
import { loadViews } from './loadViews'

/** Both tables of a control map, and the steps that its drawn tree is made of. */
export interface ControlViews {
  keys: View
  tree: View
  steps: readonly ControlStep[]
  words: ControlWords
}

/** Who has the keys of a protocol, as on the charts' own pages; null before it was first read. */
export async function loadControlViews(database: Database, slug: string, locale: Locale): Promise<ControlViews | null> {
  const { views: { keysTable: keys, controlTree: tree }, loaded: [loaded] } = await loadViews(database, slug, [{ ids: ['keysTable', 'controlTree'], lens: headlineLens }], locale)
  const { control, protocol, displayAddress } = loaded!
  if (!control || !protocol || !keys || !tree) return null
  return { keys, tree, steps: toControlSteps(control.map).steps, words: { nameOf: toControlNames(control.map, protocol.labels), displayAddress } }
}
