import type { Claim } from '../domain/distribution'
import type { Label } from '../domain/label'
import type { Measurement } from '../domain/snapshot'
import { toLorenzCurve } from '../metrics/lorenzCurve'
import { measure } from '../metrics/registry'
import { lenses, throughLens } from '../ownership/lenses'

/**
 * Every metric of a set of claims under every lens.
 *
 * @param claims none negative
 * @param curve whether to keep the Lorenz curve: for snapshots that are drawn, not for each day of history
 */
export function toMeasurements(claims: readonly Claim[], labels: readonly Label[], { curve }: { curve: boolean }): Measurement[] {
  return lenses.map((lens) => {
    const { distribution, excluded } = throughLens(claims, labels, lens)
    return {
      lens: lens.id,
      denominator: distribution.total,
      excluded,
      metrics: measure(distribution),
      curve: curve ? toLorenzCurve(distribution) : null,
    }
  })
}
