import type { Lens, LensId, Treatment } from '../domain/lens'
import { denominators, lookThroughText, mergedText, dustText, ofSupplyText, ofDenominators, treatments } from './lensTexts'

/** The lens of the headlines: what people can really spend, counted by who really owns it. */
export const headlineLens: LensId = 'circulating-owners-entities'

/** Each day of history is measured under these; the others would multiply its cost. */
const dailyLenses: readonly LensId[] = ['raw', 'circulating', headlineLens]

/** What can be chosen of a lens, each by itself. */
export type LensChoice = Pick<Lens, 'treatment' | 'looksThrough' | 'mergesEntities' | 'ofSupply' | 'withoutDust'>

/**
 * The id of what was chosen: its URL, API key, CSV value and database value.
 *
 * @example toLensId({ treatment: 'circulating', looksThrough: true, mergesEntities: false, ofSupply: false, withoutDust: false }) // 'circulating-owners'
 */
export const toLensId = ({ treatment, looksThrough, mergesEntities, ofSupply, withoutDust }: LensChoice): LensId =>
  `${treatment}${looksThrough ? '-owners' : ''}${mergesEntities ? '-entities' : ''}${ofSupply ? '-ofSupply' : ''}${withoutDust ? '-noDust' : ''}`

const both = [false, true]

/** Every lens: treatment × look-through × entities × denominator × dust floor. */
export const lenses: readonly Lens[] = both.flatMap((withoutDust) =>
  both.flatMap((ofSupply) =>
    both.flatMap((mergesEntities) =>
      both.flatMap((looksThrough) =>
        (Object.keys(treatments) as Treatment[]).map((treatment) => makeLens({ treatment, looksThrough, mergesEntities, ofSupply, withoutDust })),
      ),
    ),
  ),
)

function makeLens(choice: LensChoice): Lens {
  const { treatment, looksThrough, mergesEntities, ofSupply, withoutDust } = choice
  const id = toLensId(choice)
  const parts = [treatments[treatment], looksThrough && lookThroughText, mergesEntities && mergedText, ofSupply && ofSupplyText, withoutDust && dustText].filter((part) => part !== false)
  const join = (locale: 'en' | 'de') => ({ name: parts.map(({ name }) => name[locale]).join(', '), description: parts.map(({ description }) => description[locale]).join(' ') })
  const [en, de] = [join('en'), join('de')]
  const whole = ofSupply ? 'supply' : looksThrough ? `${treatment}Owned` as const : treatment
  return {
    ...choice,
    id,
    name: { en: en.name, de: de.name },
    description: { en: en.description, de: de.description },
    denominator: denominators[whole],
    ofDenominator: ofDenominators[whole],
    excludedRoles: treatments[treatment].excludedRoles,
    daily: dailyLenses.includes(id),
  }
}

const byId = new Map(lenses.map((lens) => [lens.id, lens]))

/**
 * The lens of an id.
 *
 * @throws Error that names the lenses there are
 */
export function toLens(id: LensId): Lens {
  const lens = byId.get(id)
  if (!lens) throw new Error(`no lens "${id}"; there are ${lenses.map(({ id }) => id).join(', ')}`)
  return lens
}

/**
 * The lens to show where the one that was asked for was not measured, as for imported lists, whose contracts nobody looked into: the same
 * treatment with the most else in common. Null where nothing was measured.
 *
 * @example toClosestLens('circulating-owners-entities', ['raw', 'circulating']) // 'circulating'
 */
export function toClosestLens(wanted: LensId, measured: readonly LensId[]): LensId | null {
  if (measured.includes(wanted)) return wanted
  const asked = toLens(wanted)
  const likeness = (id: LensId) => {
    const lens = toLens(id)
    const same = (key: keyof LensChoice) => Number(lens[key] === asked[key])
    return 16 * same('treatment') + 8 * same('looksThrough') + 4 * same('mergesEntities') + 2 * same('ofSupply') + same('withoutDust')
  }
  return measured.reduce<LensId | null>((best, id) => (best === null || likeness(id) > likeness(best) ? id : best), null)
}
