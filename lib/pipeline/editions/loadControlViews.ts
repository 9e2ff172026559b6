import type { Database } from '@/db/database'
import type { Locale } from '@/lib/domain/text'
import { controlTree, type ControlStep } from '@/lib/governance/controlTree'
import { headlineLens } from '@/lib/ownership/lenses'
import { findChart } from '@/lib/publish/charts'
import { toView } from '@/lib/publish/toView'
import type { View } from '@/lib/publish/view'
import { toControlNames } from '@/lib/views/controlWords'
import type { ControlWords } from '@/lib/views/controlTables'
import { loadEdition } from './loadEdition'

/** Both tables of a control map, and the steps that its drawn tree is made of. */
export interface ControlViews {
  keys: View
  tree: View
  steps: readonly ControlStep[]
  words: ControlWords
}

/** Who has the keys of a protocol, as on the charts' own pages; null before it was first read. */
export async function loadControlViews(database: Database, slug: string, locale: Locale): Promise<ControlViews | null> {
  const { loaded } = await loadEdition(database, { protocol: slug, name: 'keysTable', lens: headlineLens, from: null, to: null }, () => Promise.resolve(null))
  const { control, protocol, displayAddress } = loaded
  const [keys, tree] = ['keysTable', 'controlTree'].map((id) => toView(findChart(id, 'token')!, loaded, locale))
  if (!control || !protocol || !keys || !tree) return null
  return { keys, tree, steps: controlTree(control.map).steps, words: { nameOf: toControlNames(control.map, protocol.labels), displayAddress } }
}
