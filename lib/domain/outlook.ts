import type { Label } from './label'
import type { Wrapper } from './protocol'

/** What the balances of a block are looked at with, beside themselves: who is who, and which contracts are looked through. Kept with each snapshot. */
export interface Outlook {
  labels: readonly Label[]
  wrappers: readonly Wrapper[]
}
