import type { AccountRole } from '../../domain/label'
import type { Text } from '../../domain/text'

/** Why two accounts may have one owner. Each rule is one file and one line in the registry; the id is also the URL's word. */
export interface EntityRule {
  id: string
  name: Text
  /** What is concluded from what, and where it goes wrong, in a sentence or two */
  description: Text
  /** Whether it counts where nobody chooses */
  usual: boolean
  /**
   * Whether somebody says who the owner is. Otherwise it is concluded from how accounts behave, and takes no account that holds for many
   * (`holdsForOthers`) and joins none that are said to have different owners.
   */
  said: boolean
}

/** Accounts with these roles hold what belongs to many, or to nobody: no behaviour makes it one owner's. */
export const holdsForOthers: readonly AccountRole[] = [
  'treasury', 'timelock', 'vesting', 'exchange', 'pool', 'lendingMarket', 'staking', 'vault', 'voteEscrow', 'bridge', 'distributor', 'burn',
]
