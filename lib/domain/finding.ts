import { z } from 'zod'
import type { NumberFormat } from './chartSpec'
import type { Text } from './text'

/** The theses that are held against figures, in reading order. Each is one file in lib/findings. */
export const thesisIds = [
  'broadThenConcentrated', 'earlyKeepMost', 'wealthBreedsWealth', 'whalesDecide', 'profitsGather', 'strongBearLosses',
  'largeEverywhere', 'winnerTakesMost', 'teamsControl', 'complexityShutsOut', 'whatRulesReach', 'computeConcentrates',
] as const
export type ThesisId = (typeof thesisIds)[number]
export const thesisIdSchema = z.enum(thesisIds)

/** What a thesis comes to. */
export const verdicts = {
  holds: { en: 'holds', de: 'trifft zu' },
  mixed: { en: 'mixed', de: 'gemischt' },
  doesNotHold: { en: 'does not hold', de: 'trifft nicht zu' },
  cannotBeTold: { en: 'cannot be told', de: 'lässt sich nicht sagen' },
} as const satisfies Record<string, Text>
export type Verdict = keyof typeof verdicts

/** A figure that a verdict rests on. */
export interface FindingFigure {
  /** camelCase; the same for every subject of a thesis, and the CSV column in snake_case */
  id: string
  name: Text
  /** null where it could not be had */
  value: number | null
  /** Ends of its interval, where it has one */
  low?: number
  high?: number
  format: NumberFormat
}

/** What a thesis is told of: a protocol, protocols of one category together, or all that are followed. */
export interface FindingSubject {
  kind: 'protocol' | 'category' | 'all'
  /** Slug, category, or 'all' */
  id: string
  name: Text
  /** Whether it is data of the demo chain */
  demo: boolean
}

/** What the rule of a thesis makes of what was measured. */
export interface Judgement {
  verdict: Verdict
  /** One sentence; `{id}` stands for the figure of that id, as people write it, `{id.low}` and `{id.high}` for the ends of its interval */
  reason: Text
  figures: readonly FindingFigure[]
}

/** A thesis's judgement of one subject, and up to when it was measured. */
export interface Finding extends Judgement {
  subject: FindingSubject
  /** The newest block that it rests on; null where several chains or sources are in it, or nothing was measured */
  basis: { day: string; block: number | null } | null
}

/** A thesis in words: what is said, what would show it and what would not, and by which rule that is decided. */
export interface ThesisWords {
  id: ThesisId
  /** A heading of a few words */
  title: Text
  /** What is claimed, as the essay would say it */
  statement: Text
  confirms: Text
  refutes: Text
  /** What is measured and how, with its source */
  measure: Text
  /** The rule of the verdict with its numbers: written before the data */
  rule: Text
  /** What the figures cannot tell */
  limits: readonly Text[]
  /** Id of the figure by which subjects are drawn beside each other, and its heading */
  lead: { figure: string; name: Text; format: NumberFormat }
  /** Ids of the charts that it rests on, of scope 'token' or 'all', beside the one of its lead */
  charts: readonly string[]
}

/** A thesis with what became of it. */
export interface ThesisFindings {
  words: ThesisWords
  findings: readonly Finding[]
  /** Of all its subjects */
  overall: Judgement
}
