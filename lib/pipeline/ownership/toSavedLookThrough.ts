import type { SavedLookThrough } from '@/db/lookThroughs'
import { toParts, type LookedThrough, type Route } from '../../ownership/lookThrough'

/** A look-through as it is kept: each route once, and the parts of those who own something through a contract. */
export function toSavedLookThrough(looked: LookedThrough): SavedLookThrough {
  const { total, meanDepth, unresolved, flows, byDepth, owners } = looked
  const routes: Route[] = []
  const places = new Map<string, number>()
  const toPlace = (route: Route): number => {
    const key = JSON.stringify([route.merged, route.steps.map(({ contract, asset }) => [contract, asset])])
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, routes.length)
    return routes.push(route) - 1
  }
  const parts = owners.flatMap(({ account }) => {
    const own = toParts(looked, account)
    return own.every(({ route }) => route.steps.length === 0) ? [] : own.map(({ route, amount }) => ({ account, route: toPlace(route), amount }))
  })
  const copy = <Value>(values: readonly Value[]): Value[] => values.map((value) => ({ ...value }))
  return {
    summary: { total, meanDepth, routes: routes.map(({ steps, merged }) => ({ steps: copy(steps), merged })), unresolved: copy(unresolved), flows: copy(flows), byDepth: copy(byDepth) },
    parts,
  }
}
