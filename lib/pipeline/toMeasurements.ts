import type { Distribution } from '../domain/distribution'
import type { Lens } from '../domain/lens'
import type { Measurement } from '../domain/snapshot'
import { toLorenzCurve } from '../metrics/lorenzCurve'
import { measure } from '../metrics/registry'
import { toComposition, toGroups } from '../ownership/composition'
import { lenses } from '../ownership/lenses'
import { throughLens, type Seen, type Sight } from '../ownership/throughLens'

/** What each lens sees: lenses that see the same holders see one distribution, put in order once. */
export function toViews(sight: Sight): (lens: Lens) => Seen {
  const views = new Map<string, Seen>()
  return (lens) => recall(views, toSameView(sight, lens), () => throughLens(sight, lens))
}

/**
 * Every metric of a set of claims under every lens, or under some.
 *
 * @param curve whether to keep the Lorenz curve: for snapshots that are drawn, not for each day of history
 * @param see what each lens sees, for whoever needs it too
 */
export function toMeasurements(sight: Sight, { curve, under = lenses, see = toViews(sight) }: { curve: boolean; under?: readonly Lens[]; see?: (lens: Lens) => Seen }): Measurement[] {
  const supply = sight.claims.reduce((sum, { amount }) => sum + amount, 0n)
  const curves = new Map<Distribution, Measurement['curve']>()
  const measured = new Map<string, Measurement>()
  return under.map((lens) => {
    const seen = see(lens)
    const { distribution } = seen
    const measurement = recall(measured, `${toSameView(sight, lens)} ${lens.ofSupply}`, () =>
      toMeasurement(lens, { ...seen, supply, curve: curve ? recall(curves, distribution, () => toLorenzCurve(distribution)) : null, composition: null }))
    return { ...measurement, lens: lens.id, composition: keepsComposition(lens) ? toComposition(distribution, toGroups(distribution, sight.labels)) : null }
  })
}

function recall<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

/** Lenses with the same key see the same holders. */
function toSameView({ claims, owned, representatives }: Sight, { treatment, looksThrough, mergesEntities, withoutDust }: Lens): string {
  const isSame = owned?.claims === claims
  return JSON.stringify([treatment, looksThrough && !isSame, mergesEntities && representatives.size > 0, withoutDust])
}

/** Balances alone tell who held by role in the past, but not where contracts are looked through or owners merged: then each day keeps it. */
export const keepsComposition = ({ daily, looksThrough, mergesEntities }: Lens): boolean => daily && (looksThrough || mergesEntities)

/** The figures of what a lens sees. */
export function toMeasurement(lens: Lens, { distribution, excluded, supply, ...kept }: Seen & { supply: bigint } & Pick<Measurement, 'curve' | 'composition'>): Measurement {
  const denominator = lens.ofSupply ? supply : distribution.total
  return { lens: lens.id, denominator, excluded, metrics: measure(distribution, denominator), ...kept }
}
