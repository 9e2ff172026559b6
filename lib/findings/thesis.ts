import type { ThesisWords, Judgement } from '../domain/finding'

/** A claim of the essay: its words, and the rule by which what was measured of one subject decides. */
export interface Thesis<Evidence> extends ThesisWords {
  /**
   * Decides by the written rule; the same for every subject.
   *
   * @returns 'cannotBeTold' where the evidence is not enough for the rule, with why
   */
  judge: (evidence: Evidence) => Judgement
}
