import type { Database } from '@/db/database'
import { saveStudy } from '@/db/studies'
import type { Participation } from '@/lib/domain/participation'

const unit = 10n ** 18n

/** Sixteen holders in each tenth; of each as many gave votes as its place, and half of them voted. Powers of two, so that shares are exact. */
const tenths = Array.from({ length: 10 }, (_, place) => ({
  holders: 16, delegated: place, voted: Math.floor(place / 2), either: place, least: BigInt(2 ** place) * unit, most: BigInt(2 ** (place + 1)) * unit - 1n, meanDepth: place / 8,
}))

/** 160 holders, 45 of whom take part: 10 of the smaller 80 and 9 of the largest 16. Fees of 1 and 2 thousandths of an ether, a median worth a half. */
export const publishedParticipation: Participation = {
  all: { holders: 160, delegated: 45, voted: 20, either: 45 },
  tenths,
  inHand: { holders: 128, delegated: 44, voted: 19, either: 44 },
  throughContracts: { holders: 32, delegated: 1, voted: 1, either: 1 },
  median: 32n * unit,
  medianWei: unit / 2n,
  mustDelegate: true,
  costs: { delegation: { transactions: 7, wei: unit / 1000n }, vote: { transactions: 4, wei: unit / 500n } },
}

/** Who takes part in a made-up protocol. */
export const fillParticipation = (database: Database, slug: string): Promise<void> =>
  saveStudy(database, slug, { id: 'participation', day: '2025-10-31', block: 9, recipe: 'made up', result: publishedParticipation })
