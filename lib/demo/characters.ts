import type { Category } from '@/lib/domain/protocol'
import { toDay } from './calendar'

/** How one protocol's story goes: the same people and contracts, another shape and another speed. Lines go through [day, value]. */
export interface Character {
  slug: string
  name: string
  category: Category
  symbol: string
  tokenName: string
  /** whole tokens */
  supply: number
  /** the day on which the airdrop and the pool open */
  launch: number
  /** whole ether in the pool on that day, against 3 % of the supply */
  poolEther: number
  /** share of the people who get the airdrop */
  invited: number
  /** share of the supply that goes to them */
  airdrop: number
  /** how quickly they fetch it, in days */
  claimDays: number
  /** share of all small holders who have left by then */
  left: readonly (readonly [number, number])[]
  /** price in terms of the first day's */
  price: readonly (readonly [number, number])[]
  /** share of the trading venue's tokens that whales take home in a week */
  appetite: readonly (readonly [number, number])[]
  /** times in which small buyers come: from, to, buyers a day */
  relief: readonly (readonly [number, number, number])[]
  /** trades a day */
  trading: readonly (readonly [number, number])[]
  /** whales' places in cast.whales; the first takes the largest part */
  whales: readonly number[]
  /** What goes the other way round, where power spreads */
  spreading?: Spreading
}

/** How power spreads: whales take nothing more, and let go what they have. */
export interface Spreading {
  /** share of the supply that whales have before the airdrop */
  presale: number
  /** how many are heard by those who give their votes away */
  delegates: number
  /** share of what the large hold that they let go in a week; and how many of them then let go all, while prices fall */
  letGo: { calm: number; falling: number; giveUp: number }
}

/** Slow and steady, with a friendly spring in 2024. */
export const demoSwap: Character = {
  slug: 'demo-swap',
  name: 'Demo Swap',
  category: 'exchange',
  symbol: 'UNI',
  tokenName: 'Uniswap',
  supply: 1_000_000_000,
  launch: toDay('2023-01-14'),
  poolEther: 6000,
  invited: 1,
  airdrop: 0.52,
  claimDays: 45,
  left: [[toDay('2023-01-20'), 0], [toDay('2023-06-01'), 0.14], [toDay('2024-01-01'), 0.3], [toDay('2025-01-01'), 0.52], [toDay('2026-01-01'), 0.7]],
  price: [[12, 1], [90, 1.3], [300, 0.8], [520, 1.7], [800, 1.2], [1096, 2.1]],
  appetite: [[20, 0.02], [365, 0.15], [1096, 0.3]],
  relief: [[toDay('2024-03-01'), toDay('2024-05-15'), 1.2], [toDay('2025-05-01'), toDay('2025-06-01'), 0.8]],
  trading: [[12, 3], [120, 1.6], [1096, 1.1]],
  whales: [0, 1, 2, 3, 4, 5, 6, 7],
}

/** Quiet for a year; in the second half of 2024 a fund buys within weeks what others had held for years. */
export const demoLend: Character = {
  slug: 'demo-lend',
  name: 'Demo Lend',
  category: 'lending',
  symbol: 'COMP',
  tokenName: 'Compound',
  supply: 10_000_000,
  launch: toDay('2023-01-16'),
  poolEther: 4000,
  invited: 0.9,
  airdrop: 0.44,
  claimDays: 100,
  left: [[toDay('2023-03-01'), 0], [toDay('2024-05-01'), 0.16], [toDay('2024-11-01'), 0.58], [toDay('2026-01-01'), 0.74]],
  price: [[12, 1], [400, 0.7], [520, 0.6], [660, 2.4], [900, 1.6], [1096, 1.9]],
  appetite: [[20, 0.03], [500, 0.05], [530, 0.35], [680, 0.35], [720, 0.1], [1096, 0.1]],
  relief: [[toDay('2025-02-01'), toDay('2025-05-01'), 1.4]],
  trading: [[12, 1.5], [500, 0.8], [560, 2], [1096, 0.9]],
  whales: [8, 0, 1, 9, 10],
}

/** Starts later and concentrates by compounding: operators lock and stake what they earn, and many stay. */
export const demoCompute: Character = {
  slug: 'demo-compute',
  name: 'Demo Compute',
  category: 'compute',
  symbol: 'DCMP',
  tokenName: 'Demo Compute',
  supply: 100_000_000,
  launch: toDay('2023-03-20'),
  poolEther: 2000,
  invited: 0.8,
  airdrop: 0.5,
  claimDays: 60,
  left: [[toDay('2023-04-15'), 0], [toDay('2023-12-01'), 0.22], [toDay('2024-08-01'), 0.34], [toDay('2026-01-01'), 0.52]],
  price: [[78, 1], [200, 1.6], [420, 1.1], [700, 2.6], [1096, 3]],
  appetite: [[90, 0.05], [500, 0.1], [1096, 0.25]],
  relief: [[toDay('2023-11-01'), toDay('2024-01-15'), 0.9], [toDay('2025-03-01'), toDay('2025-04-15'), 0.9]],
  trading: [[78, 1.8], [300, 0.9], [1096, 0.9]],
  whales: [11, 12, 0, 13, 1, 3],
}
