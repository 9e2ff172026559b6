import { deployer } from './deployer'
import type { EntityRule } from './entityRule'
import { fundedBy } from './fundedBy'
import { safeOwners } from './safeOwners'
import { sharedEntity } from './sharedEntity'

/** Every rule by which accounts become one holder, most trusted first: where two contradict each other the first is heard. */
export const entityRules: readonly EntityRule[] = [sharedEntity, deployer, fundedBy, safeOwners]

/** The rules that count where nobody chooses. */
export const usualEntityRules: readonly string[] = entityRules.filter(({ usual }) => usual).map(({ id }) => id)
