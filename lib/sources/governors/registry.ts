import { governorAlpha } from './governorAlpha'
import { governorBravo } from './governorBravo'
import type { GovernorSource } from './governorSource'
import { openZeppelinGovernor } from './openZeppelinGovernor'

/** Every family of Governor contracts. */
export const governorSources: readonly GovernorSource[] = [openZeppelinGovernor, governorBravo, governorAlpha]

/**
 * The governor source of an id.
 *
 * @throws RangeError where there is none: a protocol's file names one that this version does not have
 * @example toGovernorSource('governorBravo').name.en // 'Governor Bravo'
 */
export function toGovernorSource(id: string): GovernorSource {
  const source = governorSources.find((one) => one.id === id)
  if (!source) throw new RangeError(`There is no governor source "${id}"; there are ${governorSources.map((one) => one.id).join(', ')}.`)
  return source
}
