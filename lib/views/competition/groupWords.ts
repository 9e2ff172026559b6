import type { RivalGroup } from '@/lib/domain/competition'
import { categories } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'

type Group = Pick<RivalGroup, 'category' | 'demo'>

/**
 * The id of a group as files and findings have it.
 *
 * @example toGroupId({ category: 'exchange', demo: true }) // 'demo-exchange'
 */
export const toGroupId = ({ category, demo }: Group): string => `${demo ? 'demo-' : ''}${category ?? 'all'}`

const words = {
  all: { en: 'All protocols', de: 'Alle Protokolle' },
  category: { en: (name: string) => `Category ${name}`, de: (name: string) => `Kategorie ${name}` },
  demo: { en: ' (demo)', de: ' (Demo)' },
} as const

/**
 * What a group is called.
 *
 * @example toGroupName({ category: 'exchange', demo: false }) // { en: 'Category exchange', de: 'Kategorie Börse' }
 */
export function toGroupName({ category, demo }: Group): Text {
  const name = (locale: Locale) => (category ? words.category[locale](categories[category][locale]) : words.all[locale]) + (demo ? words.demo[locale] : '')
  return { en: name('en'), de: name('de') }
}

/**
 * The group that is drawn: all real protocols, or, where none is followed, all made-up ones.
 *
 * @returns null where nobody is followed
 */
export const toDrawnGroup = (groups: readonly RivalGroup[]): RivalGroup | null => groups.find(({ category }) => category === null) ?? null
