import { unresolvedReasons, type UnresolvedReason } from './contractOwnership'
import { accountRoles, type AccountRole } from './label'
import type { Text } from './text'

/** Why something is left out: the role of its holder, the reason why it has no known owner, or that it is too little to count. */
export type ExcludedPart = AccountRole | UnresolvedReason | 'dust'

/** Every part that a lens may leave out, in words. */
export const excludedParts: Readonly<Record<ExcludedPart, Text>> = {
  ...accountRoles,
  ...unresolvedReasons,
  dust: { en: 'less than a billionth of the supply', de: 'weniger als ein Milliardstel der Gesamtmenge' },
}
