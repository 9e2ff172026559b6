import type { ThesisId } from '@/lib/domain/finding'
import type { Told } from './plainStory'

/** What a claim comes to of one subject: when the story concentrates, and when power spreads. */
type Both = readonly [concentrating: Told, spreading: Told]

/**
 * Every claim of every protocol that it is worked out for, from the story and the claim's written rule; tests/paradox/hand has the arithmetic over the chain's logs.
 *
 * Turned from towards few to towards many, or to what cannot be told:
 * - broadThenConcentrated: whales take what small holders let go; or whales, investors and team let go and hundreds come. All three measures, by five to eight
 *   standard deviations.
 * - earlyKeepMost, but for Demo Compute, whose early users have a fifth of all from the start and stay: the first tenth has 12 % and each later one less.
 * - wealthBreedsWealth: the share of the largest tenth rose within a year by 5 to 7 points, and falls by 5 to 17; whom the trading venue pays is drawn by size
 *   (Zipf) or is the poorest of four. Exponents are below 1 both ways: of 12 months' gains many are rewards and small purchases.
 * - whalesDecide: 9 of 11 decisions of Demo Compute could be turned by three, or 3 of 11. The other two Governors have decided two proposals each.
 * - profitsGather: rich providers compound what they earn; or a hundred small ones who came alike. In Demo Lend small stakers never fetch what they are owed: with it
 *   the largest tenth has 49.99 % by the means of days, 50.1 % by their ends.
 * - largeEverywhere: two whales and twelve investors are large in all three; where they let go, no more is in common than chance gives.
 * - teamsControl, whatRulesReach: the deployer's keys (UNI's minter, the rewards' owner, GovernorBravo's admin) and the team's lists; or all of it with voters, but
 *   for the foundation's Safe: one contract of seven.
 * - complexityShutsOut: one small holder in four delegates, or nearly everybody; Demo Swap's traders, who never do, keep its ratio at 0.75.
 * - computeConcentrates: three whales have most of the stake, or twelve operators the same.
 *
 * Not turned: strongBearLosses of Demo Swap and Demo Compute (hardly anybody leaves at all, the small 1 in 400 a month), and winnerTakesMost, which asks about
 * protocols and not about who is in them.
 */
export const verdicts: Readonly<Record<ThesisId, Readonly<Record<string, Both>>>> = {
  broadThenConcentrated: { 'demo-swap': ['holds', 'doesNotHold'], 'demo-lend': ['holds', 'doesNotHold'], 'demo-compute': ['holds', 'doesNotHold'] },
  earlyKeepMost: { 'demo-swap': ['mixed', 'doesNotHold'], 'demo-lend': ['mixed', 'doesNotHold'], 'demo-compute': ['holds', 'holds'] },
  wealthBreedsWealth: { 'demo-swap': ['mixed', 'doesNotHold'], 'demo-lend': ['mixed', 'doesNotHold'], 'demo-compute': ['doesNotHold', 'doesNotHold'] },
  whalesDecide: { 'demo-swap': ['cannotBeTold', 'cannotBeTold'], 'demo-lend': ['cannotBeTold', 'cannotBeTold'], 'demo-compute': ['mixed', 'doesNotHold'] },
  profitsGather: { 'demo-swap': ['holds', 'doesNotHold'], 'demo-lend': ['doesNotHold', 'doesNotHold'], 'demo-compute': ['mixed', 'doesNotHold'] },
  strongBearLosses: { 'demo-swap': ['holds', 'holds'], 'demo-lend': ['mixed', 'doesNotHold'], 'demo-compute': ['doesNotHold', 'mixed'] },
  largeEverywhere: { 'demo-swap': ['holds', 'mixed'], 'demo-lend': ['holds', 'mixed'], 'demo-compute': ['holds', 'mixed'] },
  winnerTakesMost: { 'demo-all': ['mixed', 'holds'] },
  teamsControl: { 'demo-swap': ['holds', 'cannotBeTold'], 'demo-lend': ['holds', 'cannotBeTold'], 'demo-compute': ['holds', 'doesNotHold'] },
  complexityShutsOut: { 'demo-swap': ['mixed', 'mixed'], 'demo-lend': ['mixed', 'doesNotHold'], 'demo-compute': ['mixed', 'doesNotHold'] },
  whatRulesReach: { 'demo-swap': ['holds', 'doesNotHold'], 'demo-lend': ['holds', 'doesNotHold'], 'demo-compute': ['holds', 'doesNotHold'] },
  computeConcentrates: { 'demo-compute': ['holds', 'doesNotHold'] },
}
