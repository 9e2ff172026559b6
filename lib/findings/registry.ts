import { broadThenConcentrated } from './broadThenConcentrated'
import { complexityShutsOut } from './complexityShutsOut'
import { computeConcentrates } from './computeConcentrates'
import { earlyKeepMost } from './earlyKeepMost'
import { largeEverywhere } from './largeEverywhere'
import { profitsGather } from './profitsGather'
import { strongBearLosses } from './strongBearLosses'
import { teamsControl } from './teamsControl'
import type { Thesis } from './thesis'
import { wealthBreedsWealth } from './wealthBreedsWealth'
import { whalesDecide } from './whalesDecide'
import { whatRulesReach } from './whatRulesReach'
import { winnerTakesMost } from './winnerTakesMost'

/** Every thesis, in reading order. Page, API and files loop over it. Evidence differs from thesis to thesis: lib/pipeline/findings knows what each wants. */
export const theses: readonly Thesis<never>[] = [
  broadThenConcentrated,
  earlyKeepMost,
  wealthBreedsWealth,
  whalesDecide,
  profitsGather,
  strongBearLosses,
  largeEverywhere,
  winnerTakesMost,
  teamsControl,
  complexityShutsOut,
  whatRulesReach,
  computeConcentrates,
]
