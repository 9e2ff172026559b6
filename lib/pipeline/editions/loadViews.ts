import type { Database } from '@/db/database'
import type { LensId } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { findChart } from '@/lib/publish/charts'
import { toView } from '@/lib/publish/toView'
import type { Loaded, View } from '@/lib/publish/view'
import { loadEdition } from './loadEdition'

/** Charts of a token that are made from one edition: the first needs all that the others need. */
export interface ChartGroup<Id extends string> {
  ids: readonly [Id, ...Id[]]
  lens: LensId
  /** By which addresses become one holder; the usual ones where absent */
  rules?: readonly string[] | null
}

/** Views of a page, by the ids of their charts; one is missing where there is nothing to show yet. */
export type Views<Id extends string> = Partial<Record<Id, View>>

const noWork: () => Promise<Loaded['work']> = () => Promise.resolve(null)

/** Every chart of some groups, each as on its own page, and what each group was made from, in their order. */
export async function loadViews<Id extends string>(database: Database, slug: string, groups: readonly ChartGroup<Id>[], locale: Locale): Promise<{ views: Views<Id>; loaded: readonly Loaded[] }> {
  const loaded = await Promise.all(groups.map(async ({ ids: [name], lens, rules = null }) => (await loadEdition(database, { protocol: slug, name, lens, from: null, to: null, rules }, noWork)).loaded))
  const views = groups.flatMap(({ ids }, place) => ids.flatMap((id) => {
    const chart = findChart(id, 'token')
    const view = chart && toView(chart, loaded[place]!, locale)
    return view ? [[id, view] as const] : []
  }))
  return { views: Object.fromEntries(views) as Views<Id>, loaded }
}
