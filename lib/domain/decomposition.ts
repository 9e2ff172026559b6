import type { HolderGroup } from './holderGroup'

/** How much of an inequality lies inside groups and how much between them: within + between = total. */
export interface Split {
  total: number
  within: number
  between: number
}

/** How unequal one group is in itself. */
export interface GroupInequality<Group extends string = HolderGroup> {
  group: Group
  accounts: number
  /** smallest units */
  amount: bigint
  /** The group alone; 0 for one account */
  gini: number
  theilT: number
  theilL: number
  /** What its accounts add to the HHI of all: Σ share² over them. Over all groups they add up to the HHI. */
  hhi: number
}

/** The inequality of a distribution, taken apart by groups. */
export interface Decomposition<Group extends string = HolderGroup> {
  theilT: Split
  theilL: Split
  /** within + between + overlap = total; the overlap is 0 where no group reaches into another's range */
  gini: Split & { overlap: number }
  /** Of all accounts, and of the groups as if each were one holder */
  hhi: { accounts: number; groups: number }
  /** The group with most first, ties by its id */
  groups: readonly GroupInequality<Group>[]
}
