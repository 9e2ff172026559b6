import type { Address } from '@/lib/domain/address'
import type { Tally } from '@/lib/domain/ballot'
import { toDay } from './calendar'
import type { Cast } from './cast'
import { units } from './world'

/** Something that happens in Demo Compute's governance and must be found there, with its figures. A quorum is 4,000,000 DCMP: 4 % of all. */
export interface GovernanceStory {
  id: 'decidedAlone' | 'flipped' | 'missedByOne' | 'ownGain'
  /** The proposal's */
  title: string
  /** The day of the story on which it is proposed; votes are counted as of one day later */
  day: number
  proposer: Address
  passed: boolean
  tally: Tally
  for: readonly Address[]
  against: readonly Address[]
  /** Who makes the story: without them, or with the one who stayed away, it would have ended otherwise */
  decisive: readonly Address[]
  /** What they cast, or could have cast at least */
  decisiveVotes: bigint
}

/**
 * The four stories, in the order in which they happen. Investors hold 1,800,000 DCMP over their place and never move them: the first 1,800,000,
 * the fifth 360,000, the sixth 300,000, the seventh 257,142.857143, then 225,000, 200,000, 180,000, 163,636.363636 and 150,000: without the
 * first 1,835,779.220779. The second, third and fourth (900,000, 600,000 and 450,000) lend their votes to nobody but the campaigner.
 *
 * 1. `decidedAlone`: a hosting firm has bought 4,200,000 and votes for paying itself 300,000, alone against eight investors. It is ahead by
 *    2,364,220.779221: nobody else has so many votes, so that nobody else alone could have turned it.
 * 2. `flipped`: the firm, which has 4,500,000 by now, asks for more. Nine investors are against it, with 3,635,779.220779: too few. Four days
 *    before votes are counted the campaigner gets 1,950,000 votes of three others, with which it is defeated, and gives them back within a fortnight.
 * 3. `missedByOne`: five investors are for an audit, with 2,885,000; 1,115,000 are missing. The most heard delegate has them and stays away;
 *    nobody else has so many.
 * 4. `ownGain`: three firms that have bought the hosting firm's tokens and put 100,000 each into the pool vote for rewards to its providers. Two of
 *    them have staked, with 1,800,000 and 1,400,000 votes: 8/11 of the 4,400,000 that are cast for it. The third, with 1,000,000, and an
 *    investor with 200,000 have no position in what is paid.
 *
 * @example toGovernanceStories(toCast('lorenz', 1000)).map(({ id }) => id) // ['decidedAlone', 'flipped', 'missedByOne', 'ownGain']
 */
export function toGovernanceStories({ investors, hostingFirm, campaigner, poolFirms }: Pick<Cast, 'investors' | 'hostingFirm' | 'campaigner' | 'poolFirms'>, mostHeard: Address): GovernanceStory[] {
  const [first, , , , fifth, sixth, , eighth, ninth] = investors
  if (!first || !fifth || !sixth || !eighth || !ninth) throw new Error('the stories need nine investors')
  const smaller = investors.slice(4)
  const tally = (inFavour: number, against: number): Tally => ({ for: units(inFavour), against: units(against), abstain: 0n })
  return [
    {
      id: 'decidedAlone', title: 'A hosting contract for Polar Compute', day: toDay('2024-02-26'), proposer: hostingFirm, passed: true,
      tally: tally(4_200_000, 1_835_779.220779), for: [hostingFirm], against: smaller, decisive: [hostingFirm], decisiveVotes: units(4_200_000),
    },
    {
      id: 'flipped', title: 'A second hosting contract for Polar Compute', day: toDay('2024-05-20'), proposer: hostingFirm, passed: false,
      tally: tally(4_500_000, 5_585_779.220779), for: [hostingFirm], against: [first, ...smaller, campaigner], decisive: [campaigner], decisiveVotes: units(1_950_000),
    },
    {
      id: 'missedByOne', title: 'Pay for an audit', day: toDay('2024-09-30'), proposer: first, passed: false,
      tally: tally(2_885_000, 0), for: [first, fifth, sixth, eighth, ninth], against: [], decisive: [mostHeard], decisiveVotes: units(1_115_000),
    },
    {
      id: 'ownGain', title: 'Rewards for the pool, one more season', day: toDay('2025-09-15'), proposer: poolFirms[0]!, passed: true,
      tally: tally(4_400_000, 2_460_000), for: [...poolFirms, ninth], against: [first, fifth, sixth], decisive: poolFirms.slice(0, 2), decisiveVotes: units(3_200_000),
    },
  ]
}
