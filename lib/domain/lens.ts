import type { AccountRole } from './label'
import type { Text } from './text'

/** What counts as one holder and who is left out. Every figure carries its lens. */
export interface Lens {
  id: LensId
  name: Text
  /** What is left out, and why that is a question worth asking, in one sentence. */
  description: Text
  /** Name of the denominator of every share under this lens. */
  denominator: Text
  /** Accounts with one of these roles are left out. */
  excludedRoles: readonly AccountRole[]
}

export type LensId = 'raw' | 'circulating'
