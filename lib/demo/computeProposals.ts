import { toDay } from './calendar'

/** How the voters take a proposal: for it, against it, without interest, or it is taken back at once. */
export type Reception = 'accepted' | 'rejected' | 'ignored' | 'withdrawn'

export interface PlannedProposal {
  day: number
  title: string
  reception: Reception
  /** Who gets tokens from the treasury, and which share of the supply: a single account or forty small holders */
  pays: 'foundation' | 'largest operator' | 'small holders'
  share: number
  /** Whether the timelock takes over the rewards that it was named the next owner of */
  takesOver?: boolean
}

/** Three years of Demo Compute's governance. The last vote is still open when the story ends. */
export const computeProposals: readonly PlannedProposal[] = [
  { day: toDay('2023-06-05'), title: 'Fund the foundation', reception: 'accepted', pays: 'foundation', share: 0.01 },
  { day: toDay('2023-10-02'), title: 'Reward forty small providers', reception: 'accepted', pays: 'small holders', share: 0.012 },
  { day: toDay('2024-01-15'), title: 'A larger share for the foundation', reception: 'rejected', pays: 'foundation', share: 0.03 },
  { day: toDay('2024-04-22'), title: 'Stickers for everyone', reception: 'ignored', pays: 'small holders', share: 0.0005 },
  { day: toDay('2024-08-12'), title: 'Hardware subsidy for large operators', reception: 'accepted', pays: 'largest operator', share: 0.015 },
  { day: toDay('2024-11-04'), title: 'Hardware subsidy, second part', reception: 'withdrawn', pays: 'largest operator', share: 0.015 },
  { day: toDay('2025-03-10'), title: 'A second reward for small providers', reception: 'rejected', pays: 'small holders', share: 0.01 },
  { day: toDay('2025-08-18'), title: 'Extend the subsidy', reception: 'accepted', pays: 'largest operator', share: 0.012 },
  { day: toDay('2025-12-27'), title: 'Cap the votes of a single account', reception: 'rejected', pays: 'foundation', share: 0.0001 },
]

/** Where power spreads nothing is paid to the largest operator, small ones get it; and there is time for what nobody makes a story of. */
export const spreadingProposals: readonly PlannedProposal[] = [
  ...computeProposals.map((planned, place): PlannedProposal => {
    if (place === 0) return { ...planned, takesOver: true }
    return planned.pays === 'largest operator' ? { ...planned, pays: 'small holders', title: planned.title.replace('large operators', 'small operators') } : planned
  }),
  { day: toDay('2024-02-26'), title: 'Workshops in forty towns', reception: 'accepted', pays: 'small holders', share: 0.004 },
  { day: toDay('2024-05-20'), title: 'A second reserve', reception: 'rejected', pays: 'foundation', share: 0.02 },
  { day: toDay('2024-09-30'), title: 'Pay for an audit', reception: 'accepted', pays: 'foundation', share: 0.0002 },
  { day: toDay('2025-05-12'), title: 'Repairs for forty small providers', reception: 'accepted', pays: 'small holders', share: 0.005 },
]
