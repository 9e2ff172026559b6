import { broadThenConcentrated } from './broadThenConcentrated'
import { complexityShutsOut } from './complexityShutsOut'
import { computeConcentrates } from './computeConcentrates'
import { earlyKeepMost } from './earlyKeepMost'
import { largeEverywhere } from './largeEverywhere'
import { profitsGather } from './profitsGather'
import { strongBearLosses } from './strongBearLosses'
import { teamsControl } from './teamsControl'
import type { ThesisSource } from './thesisSource'
import { wealthBreedsWealth } from './wealthBreedsWealth'
import { whalesDecide } from './whalesDecide'
import { whatRulesReach } from './whatRulesReach'
import { winnerTakesMost } from './winnerTakesMost'

/** A thesis and its source keep their kind of evidence to themselves. */
const source = <Evidence>(one: ThesisSource<Evidence>): ThesisSource<never> => one as unknown as ThesisSource<never>

/** Where the evidence of every thesis comes from, in reading order. */
export const thesisSources: readonly ThesisSource<never>[] = [
  source(broadThenConcentrated),
  source(earlyKeepMost),
  source(wealthBreedsWealth),
  source(whalesDecide),
  source(profitsGather),
  source(strongBearLosses),
  source(largeEverywhere),
  source(winnerTakesMost),
  source(teamsControl),
  source(complexityShutsOut),
  source(whatRulesReach),
  source(computeConcentrates),
]
