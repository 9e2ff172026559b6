import type { GovernorSource } from './governorSource'

/** Every family of Governor contracts. */
export const governorSources: readonly GovernorSource[] = []

/**
 * The governor source of an id.
 *
 * @throws RangeError where there is none: a protocol's file names one that this version does not have
 */
export function toGovernorSource(id: string): GovernorSource {
  const source = governorSources.find((one) => one.id === id)
  if (!source) throw new RangeError(`There is no governor source "${id}"; there are ${governorSources.map((one) => one.id).join(', ')}.`)
  return source
}
