import type { Lens, LensId, Treatment } from '@/lib/domain/lens'
import type { Locale, Text } from '@/lib/domain/text'
import { toClosestLens, toLens, toLensId, type LensChoice } from '@/lib/ownership/lenses'
import { treatments } from '@/lib/ownership/lensTexts'

/** The choices that are on or off, in the order in which a lens makes them. */
const toggles = {
  looksThrough: { en: 'look through contracts', de: 'durch Contracts schauen' },
  mergesEntities: { en: 'merge addresses of one owner', de: 'Adressen eines Eigentümers zusammenfassen' },
  ofSupply: { en: 'shares of the whole supply', de: 'Anteile an der Gesamtmenge' },
  withoutDust: { en: 'leave out dust', de: 'Kleinstbeträge weglassen' },
} as const satisfies Partial<Record<keyof LensChoice, Text>>

/** One thing that can be chosen, and the lens to which choosing it leads. */
export interface LensOption {
  id: string
  name: string
  /** Whether the lens that is looked through has chosen it */
  isChosen: boolean
  /** The lens after following its link: its own for a treatment that is chosen, the other state for what is on or off */
  lens: LensId
}

/** What can be chosen of a lens where some were measured. */
export interface LensChoices {
  /** Of which exactly one is chosen; empty where there is one only */
  treatments: readonly LensOption[]
  /** Each on or off; only those of which both were measured */
  toggles: readonly LensOption[]
}

/**
 * The choices of a lens as links: each changes one and keeps the others. Where exactly that lens was not measured, the closest one with
 * this choice.
 *
 * @param offered the lenses that were measured, the current one among them
 * @example toLensChoices(toLens('raw'), [toLens('raw'), toLens('circulating')], 'en')
 * // { treatments: [{ id: 'raw', name: 'All addresses', isChosen: true, lens: 'raw' }, { id: 'circulating', …, lens: 'circulating' }], toggles: [] }
 */
export function toLensChoices(current: Lens, offered: readonly Lens[], locale: Locale): LensChoices {
  const leadTo = <Key extends keyof LensChoice>(key: Key, value: LensChoice[Key]): LensId | null =>
    toClosestLens(toLensId({ ...current, [key]: value }), offered.filter((lens) => lens[key] === value).map(({ id }) => id))
  const whole = (Object.keys(treatments) as Treatment[]).flatMap((treatment): LensOption[] => {
    const lens = leadTo('treatment', treatment)
    return lens ? [{ id: treatment, name: treatments[treatment].name[locale], isChosen: current.treatment === treatment, lens }] : []
  })
  return {
    treatments: whole.length > 1 ? whole : [],
    toggles: (Object.keys(toggles) as (keyof typeof toggles)[]).flatMap((key) => {
      const lens = leadTo(key, !current[key])
      return lens ? [{ id: key, name: toggles[key][locale], isChosen: current[key], lens }] : []
    }),
  }
}

/**
 * The lens whose days are kept that is closest to one whose are not; null where that one's are.
 *
 * @example toDailyLens(toLens('raw-owners'), lenses)?.id // 'raw'
 */
export function toDailyLens(lens: Lens, offered: readonly Lens[]): Lens | null {
  if (lens.daily) return null
  const closest = toClosestLens(lens.id, offered.filter(({ daily }) => daily).map(({ id }) => id))
  return closest && toLens(closest)
}
