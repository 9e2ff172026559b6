import type { ThesisId } from '@/lib/domain/finding'
import type { Told } from './plainStory'

/** What a claim comes to of one subject: when the story concentrates, and when power spreads. */
type Both = readonly [concentrating: Told, spreading: Told]

/**
 * Every claim of every protocol, from the story and the claim's written rule; tests/paradox/hand works the same out over the chain's logs.
 *
 * - broadThenConcentrated turns: 300 get the airdrop and ever fewer have ever more; or 14 whales, 12 investors and 6 in the team let go, and hundreds come.
 */
export const verdicts: Readonly<Record<ThesisId, Readonly<Record<string, Both>>>> = {
  broadThenConcentrated: { 'demo-swap': ['holds', 'doesNotHold'], 'demo-lend': ['holds', 'doesNotHold'], 'demo-compute': ['holds', 'doesNotHold'] },
  earlyKeepMost: { 'demo-swap': ['mixed', 'doesNotHold'], 'demo-lend': ['mixed', 'doesNotHold'], 'demo-compute': ['holds', 'holds'] },
  wealthBreedsWealth: { 'demo-swap': ['mixed', 'doesNotHold'], 'demo-lend': ['mixed', 'doesNotHold'], 'demo-compute': ['doesNotHold', 'doesNotHold'] },
  whalesDecide: { 'demo-swap': ['cannotBeTold', 'cannotBeTold'], 'demo-lend': ['cannotBeTold', 'cannotBeTold'], 'demo-compute': ['mixed', 'doesNotHold'] },
  profitsGather: { 'demo-lend': ['holds', 'doesNotHold'], 'demo-compute': ['mixed', 'doesNotHold'] },
  strongBearLosses: { 'demo-swap': ['holds', 'holds'], 'demo-lend': ['mixed', 'doesNotHold'], 'demo-compute': ['doesNotHold', 'mixed'] },
  largeEverywhere: { 'demo-swap': ['holds', 'mixed'], 'demo-lend': ['holds', 'mixed'], 'demo-compute': ['holds', 'mixed'] },
  winnerTakesMost: { 'demo-all': ['mixed', 'holds'] },
  teamsControl: { 'demo-swap': ['holds', 'cannotBeTold'], 'demo-lend': ['holds', 'cannotBeTold'], 'demo-compute': ['holds', 'doesNotHold'] },
  complexityShutsOut: { 'demo-swap': ['mixed', 'mixed'], 'demo-lend': ['mixed', 'doesNotHold'], 'demo-compute': ['mixed', 'doesNotHold'] },
  whatRulesReach: { 'demo-swap': ['holds', 'doesNotHold'], 'demo-lend': ['holds', 'doesNotHold'], 'demo-compute': ['holds', 'doesNotHold'] },
  computeConcentrates: { 'demo-compute': ['holds', 'doesNotHold'] },
}
