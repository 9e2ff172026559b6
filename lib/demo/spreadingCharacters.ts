import { toDay } from './calendar'
import { demoCompute, demoLend, demoSwap, type Character } from './characters'

/** Twenty-five who are heard, instead of eight. */
const delegates = 25

/** The large let go a hundredth of what they hold in a week, and four times as much while prices fall; then one in fifty gives up all of it. */
const letGo = { calm: 0.01, falling: 0.04, giveUp: 0.02 }

/**
 * The same three protocols when power spreads. Whales have bought before the start what the airdrop brings in the other turn; each is at home in one
 * protocol. They, the investors and the team let go, the more when prices fall; people come, one by one, buy and stay.
 */
export const spreadingCharacters: { readonly [Name in 'swap' | 'lend' | 'compute']: Character } = {
  // The largest at first: its price falls, and others overtake it.
  swap: {
    ...demoSwap,
    invited: 0.35,
    airdrop: 0.1,
    left: [[toDay('2023-06-01'), 0], [toDay('2026-01-01'), 0.06]],
    price: [[12, 1], [60, 1.1], [200, 0.7], [420, 0.3], [700, 0.4], [800, 0.3], [1096, 0.3]],
    relief: [[30, 1096, 0.4]],
    spreading: { presale: 0.42, delegates, letGo },
  },
  lend: {
    ...demoLend,
    poolEther: 3500,
    invited: 0.35,
    airdrop: 0.1,
    left: [[toDay('2023-06-01'), 0], [toDay('2026-01-01'), 0.06]],
    price: [[12, 1], [120, 1.1], [300, 0.6], [450, 0.35], [700, 0.6], [800, 0.4], [1096, 0.5]],
    relief: [[30, 1096, 0.4]],
    whales: [8, 9, 10],
    spreading: { presale: 0.34, delegates, letGo },
  },
  // Its Governor asks for 4 % of all tokens: more people than elsewhere are there from the start, so that they can decide.
  compute: {
    ...demoCompute,
    invited: 0.5,
    airdrop: 0.2,
    claimDays: 40,
    left: [[toDay('2023-08-01'), 0], [toDay('2026-01-01'), 0.06]],
    price: [[78, 1], [200, 1.2], [300, 0.8], [430, 0.4], [700, 1], [800, 0.6], [1096, 1]],
    relief: [[90, 1096, 0.4]],
    whales: [11, 12, 13],
    spreading: { presale: 0.3, delegates, letGo },
  },
}
