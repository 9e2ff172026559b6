import type { Finding, Judgement, Verdict } from '../domain/finding'

/** So large a part of the subjects that can be told must say the same. */
const most = { numerator: 2, denominator: 3 }

/** How a thesis's verdict follows from those of its subjects, in words for the page. */
export const overallRule = {
  en: 'Overall a claim holds, or does not, where at least two thirds of the subjects of which it can be told say so; otherwise it is mixed. Where it can be told of none, it cannot be told.',
  de: 'Insgesamt trifft eine Behauptung zu oder nicht zu, wo mindestens zwei Drittel derer, bei denen es sich sagen lässt, es so sagen; sonst ist das Bild gemischt. Wo es sich bei keinem sagen lässt, lässt es sich nicht sagen.',
} as const

/**
 * What a thesis comes to over all of its subjects: two thirds of those of which it can be told. Written before any data was looked at.
 *
 * @param findings one of each subject
 * @returns the verdict, and how many subjects each verdict has
 * @example judgeOverall([holding, holding, mixed]).verdict // 'holds'
 */
export function judgeOverall(findings: readonly Pick<Finding, 'verdict'>[]): Judgement {
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length
  const [holds, mixed, not, untold] = [count('holds'), count('mixed'), count('doesNotHold'), count('cannotBeTold')]
  const told = holds + mixed + not
  const isMost = (part: number) => part * most.denominator >= told * most.numerator
  const verdict: Verdict = told === 0 ? 'cannotBeTold' : isMost(holds) ? 'holds' : isMost(not) ? 'doesNotHold' : 'mixed'
  return {
    verdict,
    reason: told === 0
      ? { en: 'It can be told of none yet.', de: 'Es lässt sich noch bei keinem sagen.' }
      : {
        en: `It holds for {holds} of {told}, does not for {doesNotHold}, and is mixed for {mixed}${untold > 0 ? '; of {cannotBeTold} more it cannot be told' : ''}.`,
        de: `Bei {holds} von {told} trifft es zu, bei {doesNotHold} nicht, bei {mixed} ist es gemischt${untold > 0 ? '; bei {cannotBeTold} weiteren lässt es sich nicht sagen' : ''}.`,
      },
    figures: [
      { id: 'holds', name: { en: 'Holds', de: 'Trifft zu' }, value: holds, format: 'count' },
      { id: 'mixed', name: { en: 'Mixed', de: 'Gemischt' }, value: mixed, format: 'count' },
      { id: 'doesNotHold', name: { en: 'Does not hold', de: 'Trifft nicht zu' }, value: not, format: 'count' },
      { id: 'cannotBeTold', name: { en: 'Cannot be told', de: 'Lässt sich nicht sagen' }, value: untold, format: 'count' },
      { id: 'told', name: { en: 'Can be told', de: 'Lässt sich sagen' }, value: told, format: 'count' },
    ],
  }
}
