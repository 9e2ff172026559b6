import type { Finding, Judgement, Verdict } from '../domain/finding'
import type { Text } from '../domain/text'

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
    reason: told === 0 ? { en: 'It can be told of none yet.', de: 'Es lässt sich noch bei keinem sagen.' } : toReason({ holds, doesNotHold: not, mixed }, untold),
    figures: [
      { id: 'holds', name: { en: 'Holds', de: 'Trifft zu' }, value: holds, format: 'count' },
      { id: 'mixed', name: { en: 'Mixed', de: 'Gemischt' }, value: mixed, format: 'count' },
      { id: 'doesNotHold', name: { en: 'Does not hold', de: 'Trifft nicht zu' }, value: not, format: 'count' },
      { id: 'cannotBeTold', name: { en: 'Cannot be told', de: 'Lässt sich nicht sagen' }, value: untold, format: 'count' },
      { id: 'told', name: { en: 'Can be told', de: 'Lässt sich sagen' }, value: told, format: 'count' },
    ],
  }
}

const phrases = {
  holds: { first: { en: 'It holds for {holds} of {told}', de: 'Bei {holds} von {told} trifft es zu' }, further: { en: 'holds for {holds}', de: 'bei {holds} trifft es zu' } },
  doesNotHold: { first: { en: 'It does not hold for {doesNotHold} of {told}', de: 'Bei {doesNotHold} von {told} trifft es nicht zu' }, further: { en: 'does not for {doesNotHold}', de: 'bei {doesNotHold} trifft es nicht zu' } },
  mixed: { first: { en: 'It is mixed for {mixed} of {told}', de: 'Bei {mixed} von {told} ist es gemischt' }, further: { en: 'is mixed for {mixed}', de: 'bei {mixed} ist es gemischt' } },
} as const

/** What nobody comes to is not spoken of. */
function toReason(counts: Readonly<Record<keyof typeof phrases, number>>, untold: number): Text {
  const [first, ...others] = (Object.keys(phrases) as (keyof typeof phrases)[]).filter((verdict) => counts[verdict] > 0)
  const further = others.map((verdict) => phrases[verdict].further)
  const { en, de } = phrases[first!].first
  return {
    en: `${[en, ...further.map((phrase) => phrase.en)].join(others.length > 1 ? ', ' : ' and ').replace(/, ([^,]*)$/, ' and $1')}${untold > 0 ? '; of {cannotBeTold} more it cannot be told' : ''}.`,
    de: `${[de, ...further.map((phrase) => phrase.de)].join(', ')}${untold > 0 ? '; bei {cannotBeTold} weiteren lässt es sich nicht sagen' : ''}.`,
  }
}
