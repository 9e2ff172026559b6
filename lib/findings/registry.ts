import { broadThenConcentrated } from './broadThenConcentrated'
import { largeEverywhere } from './largeEverywhere'
import { profitsGather } from './profitsGather'
import { teamsControl } from './teamsControl'
import type { Thesis } from './thesis'
import { whalesDecide } from './whalesDecide'
import { whatRulesReach } from './whatRulesReach'

/** Every thesis, in reading order. Page, API and files loop over it. Evidence differs from thesis to thesis: lib/pipeline/findings knows what each wants. */
export const theses: readonly Thesis<never>[] = [
  broadThenConcentrated,
  whalesDecide,
  profitsGather,
  largeEverywhere,
  teamsControl,
  whatRulesReach,
]
