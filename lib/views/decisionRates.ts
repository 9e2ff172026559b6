import type { Table } from '@/lib/domain/chartSpec'
import type { Locale, Text } from '@/lib/domain/text'
import type { DecisionQuestion, Rate } from '@/lib/governance/decisionRates'
import { formatNumber } from './format'

/** What is asked of each decision. */
const questionTexts: Readonly<Record<DecisionQuestion, Text>> = {
  byOne: { en: 'One voter alone could have turned it', de: 'Ein Einzelner hätte sie kippen können' },
  byThree: { en: 'Three voters or fewer could have turned it together', de: 'Drei oder weniger hätten sie gemeinsam kippen können' },
  insidersEnough: { en: 'Insiders decided it alone', de: 'Insider haben sie allein entschieden' },
  insidersNeeded: { en: 'It would have ended otherwise without insiders', de: 'Ohne Insider wäre sie anders ausgegangen' },
  turnedByAddress: { en: 'One address, one vote would have ended otherwise', de: 'Mit einer Stimme je Adresse wäre sie anders ausgegangen' },
  turnedWithoutLargest: { en: 'It would have ended otherwise without the largest voter', de: 'Ohne den größten Abstimmenden wäre sie anders ausgegangen' },
}

const words = {
  en: {
    caption: 'How often few decided', question: 'Decision', count: 'So many', of: 'Of', share: 'Share',
    sentence: (one: string, of: string) => `One voter alone could have turned ${one} of ${of} decisions.`, none: 'No proposal has been decided of which it can be told.',
    insiders: 'Insiders are accounts that carry a label of team, investor, treasury, foundation or timelock; what nobody labels is in none of it. Insiders decided alone where the outcome would have been the same had nobody else been on their side.',
  },
  de: {
    caption: 'Wie oft wenige entschieden', question: 'Entscheidung', count: 'Anzahl', of: 'Von', share: 'Anteil',
    sentence: (one: string, of: string) => `Ein Einzelner hätte ${one} von ${of} Entscheidungen kippen können.`, none: 'Es ist noch kein Vorschlag entschieden, bei dem es sich sagen lässt.',
    insiders: 'Insider sind Konten mit der Bezeichnung Team, Investor, Treasury, Stiftung oder Timelock; was niemand bezeichnet, ist nicht dabei. Insider haben allein entschieden, wo der Ausgang derselbe gewesen wäre, hätte sonst niemand auf ihrer Seite gestanden.',
  },
} as const

/** A question with how often its answer is yes. */
export interface RateRow extends Rate {
  question: DecisionQuestion
}

/**
 * Rates to read.
 *
 * @example decisionRates([{ question: 'byOne', count: 3, of: 12 }], 'en').rows[0]?.[3]?.text // '25.0%'
 */
export function decisionRates(rows: readonly RateRow[], locale: Locale): Table {
  const word = words[locale]
  const count = (value: number) => ({ value, text: formatNumber(value, 'count', locale) })
  return {
    caption: word.caption,
    columns: [
      { id: 'question', label: word.question, numeric: false },
      { id: 'count', label: word.count, numeric: true },
      { id: 'of', label: word.of, numeric: true },
      { id: 'share', label: word.share, numeric: true },
    ],
    rows: rows.map(({ question, count: so, of }) => [
      { value: question, text: questionTexts[question][locale] },
      count(so),
      count(of),
      of === 0 ? { value: null, text: '–' } : { value: so / of, text: formatNumber(so / of, 'share', locale) },
    ]),
  }
}

/**
 * The rates in one sentence.
 *
 * @example decisionRatesSentence([{ question: 'byOne', count: 3, of: 12 }], 'en') // 'One voter alone could have turned 3 of 12 decisions.'
 */
export function decisionRatesSentence(rows: readonly RateRow[], locale: Locale): string {
  const one = rows.find(({ question }) => question === 'byOne')
  return one && one.of > 0 ? words[locale].sentence(formatNumber(one.count, 'count', locale), formatNumber(one.of, 'count', locale)) : words[locale].none
}

/** Who counts as an insider, and what it means that they decided. */
export const insidersNote = (locale: Locale): string => words[locale].insiders
