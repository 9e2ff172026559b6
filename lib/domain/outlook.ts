import type { EntityEvidence } from './entityEvidence'
import type { Label } from './label'
import type { Wrapper } from './protocol'

/** What the balances of a block are looked at with, beside themselves: who is who, and which contracts are looked through. Kept with each snapshot. */
export interface Outlook {
  labels: readonly Label[]
  wrappers: readonly Wrapper[]
  /** What the chain tells of who belongs together, beside what labels say. Absent: nothing */
  evidence?: readonly EntityEvidence[]
  /** Ids of the rules by which addresses become one holder, where somebody chose them; no part of what is kept. Absent: the usual ones */
  rules?: readonly string[]
}
