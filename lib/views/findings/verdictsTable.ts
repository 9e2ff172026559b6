import type { Cell, Table } from '@/lib/domain/chartSpec'
import { verdicts, type FindingSubject, type ThesisFindings, type Verdict } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '../format'
import { toHref } from '../href'

const words = {
  en: {
    caption: 'Every claim and its verdict', claim: 'Claim', overall: 'Overall', none: '–', demo: (names: string) => `Demo data, made up: ${names}.`,
    sentence: (of: string, told: string) => `${of} claims about who has the power, each held against figures: ${told}.`,
    counted: { holds: (n: string) => `${n} hold`, mixed: (n: string) => `${n} mixed`, doesNotHold: (n: string) => `${n} do not hold`, cannotBeTold: (n: string) => `of ${n} it cannot be told` },
    one: { holds: '1 holds', mixed: '1 mixed', doesNotHold: '1 does not hold', cannotBeTold: 'of 1 it cannot be told' },
  },
  de: {
    caption: 'Jede Behauptung und ihr Urteil', claim: 'Behauptung', overall: 'Insgesamt', none: '–', demo: (names: string) => `Demodaten, erfunden: ${names}.`,
    sentence: (of: string, told: string) => `${of} Behauptungen darüber, wer die Macht hat, jede an Zahlen gemessen: ${told}.`,
    counted: { holds: (n: string) => `${n} treffen zu`, mixed: (n: string) => `${n} gemischt`, doesNotHold: (n: string) => `${n} treffen nicht zu`, cannotBeTold: (n: string) => `bei ${n} lässt es sich nicht sagen` },
    one: { holds: '1 trifft zu', mixed: '1 gemischt', doesNotHold: '1 trifft nicht zu', cannotBeTold: 'bei 1 lässt es sich nicht sagen' },
  },
} as const

/**
 * Everything that any thesis is told of, protocols first, then categories, then all together.
 *
 * @example toSubjects(all).map(({ id }) => id) // ['demo-swap', 'demo-lend', 'exchange', 'all']
 */
function toSubjects(all: readonly ThesisFindings[]): FindingSubject[] {
  const found = new Map(all.flatMap(({ findings }) => findings.map(({ subject }) => [`${subject.kind}:${subject.id}`, subject] as const)))
  const order = ['protocol', 'category', 'all'] as const
  return order.flatMap((kind) => [...found.values()].filter((subject) => subject.kind === kind))
}

/**
 * How many claims come to which verdict, in a sentence.
 *
 * @example verdictsSentence(all, 'en') // '12 claims about who has the power, each held against figures: 5 hold, 3 mixed, 2 do not hold, of 2 it cannot be told.'
 */
export function verdictsSentence(all: readonly Pick<ThesisFindings, 'overall'>[], locale: Locale): string {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  const told = (Object.keys(verdicts) as Verdict[]).flatMap((verdict) => {
    const so = all.filter(({ overall }) => overall.verdict === verdict).length
    return so === 0 ? [] : [so === 1 ? word.one[verdict] : word.counted[verdict](count(so))]
  })
  return word.sentence(count(all.length), told.join(', '))
}

/**
 * What of the verdicts is made up.
 *
 * @example verdictsNotes(all, 'en') // ['Demo data, made up: Demo Swap, Demo Lend.']
 */
export function verdictsNotes(all: readonly ThesisFindings[], locale: Locale): string[] {
  const demo = toSubjects(all).filter((subject) => subject.demo).map(({ name }) => name[locale])
  return demo.length > 0 ? [words[locale].demo(demo.join(', '))] : []
}

/**
 * Theses by subjects: what each comes to, and overall.
 *
 * @example verdictsTable(all, 'en').rows[0]?.map(({ text }) => text) // ['Whales decide', 'mixed', 'holds', 'does not hold', '–']
 */
export function verdictsTable(all: readonly ThesisFindings[], locale: Locale): Table {
  const word = words[locale]
  const subjects = toSubjects(all)
  const toCell = ({ words: { id }, findings }: ThesisFindings, { kind, id: of }: FindingSubject): Cell => {
    const finding = findings.find(({ subject }) => subject.kind === kind && subject.id === of)
    if (!finding) return { value: null, text: word.none }
    const cell: Cell = { value: finding.verdict, text: verdicts[finding.verdict][locale] }
    return kind === 'protocol' ? { ...cell, href: `${toHref(locale, `/protocols/${of}/findings`)}#${id}` } : cell
  }
  return {
    caption: word.caption,
    columns: [
      { id: 'claim', label: word.claim, numeric: false },
      { id: 'overall', label: word.overall, numeric: false },
      ...subjects.map(({ kind, id, name }) => ({ id: `${kind}:${id}`, label: name[locale], numeric: false })),
    ],
    rows: all.map((found) => [
      { value: found.words.id, text: found.words.title[locale], href: `${toHref(locale, '/paradox')}#${found.words.id}` },
      { value: found.overall.verdict, text: verdicts[found.overall.verdict][locale] },
      ...subjects.map((subject) => toCell(found, subject)),
    ]),
  }
}
