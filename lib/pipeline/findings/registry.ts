import type { ThesisSource } from './thesisSource'
import { winnerTakesMost } from './winnerTakesMost'

/** A thesis and its source keep their kind of evidence to themselves. */
const source = <Evidence>(one: ThesisSource<Evidence>): ThesisSource<never> => one as unknown as ThesisSource<never>

/** Where the evidence of every thesis comes from, in reading order. */
export const thesisSources: readonly ThesisSource<never>[] = [
  source(winnerTakesMost),
]
