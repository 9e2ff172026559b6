import type { Thesis } from './thesis'
import { winnerTakesMost } from './winnerTakesMost'

/** Every thesis, in reading order. Page, API and files loop over it. Evidence differs from thesis to thesis: lib/pipeline/findings knows what each wants. */
export const theses: readonly Thesis<never>[] = [
  winnerTakesMost,
]
