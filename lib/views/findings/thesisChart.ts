import type { Cell, ChartSpec, Table } from '@/lib/domain/chartSpec'
import { verdicts, type Finding, type FindingFigure, type FindingSubject, type ThesisFindings } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { toHref } from '../href'
import { figureText, reasonText } from './reasonText'

const words = {
  en: { subject: 'Protocol', group: 'Group', verdict: 'Verdict', reason: 'Why', day: 'As of', none: '–', overall: 'Overall: ', only: (name: string, value: string) => `Told of one alone: ${name} (${value}).`, alike: (value: string) => `The same for all of whom it can be told: ${value}.`, ends: (most: string, high: string, least: string, low: string) => `Highest for ${most} (${high}), lowest for ${least} (${low}).`, unknown: 'It can be told of none yet.', interval: 'Lines at the ends of bars: 95% interval.', demo: (names: string) => `Demo data, made up: ${names}.`, basis: (from: string, to: string) => (from === to ? `As of ${to}.` : `As of ${from} to ${to}, each at its newest.`) },
  de: { subject: 'Protokoll', group: 'Gruppe', verdict: 'Urteil', reason: 'Warum', day: 'Stand', none: '–', overall: 'Insgesamt: ', only: (name: string, value: string) => `Nur bei einem zu sagen: ${name} (${value}).`, alike: (value: string) => `Bei allen, bei denen es sich sagen lässt, gleich: ${value}.`, ends: (most: string, high: string, least: string, low: string) => `Am höchsten bei ${most} (${high}), am niedrigsten bei ${least} (${low}).`, unknown: 'Noch lässt es sich bei keinem sagen.', interval: 'Striche am Ende der Balken: 95-%-Intervall.', demo: (names: string) => `Demodaten, erfunden: ${names}.`, basis: (from: string, to: string) => (from === to ? `Stand ${to}.` : `Stand ${from} bis ${to}, jeweils der neueste.`) },
} as const

/**
 * What subjects are called at the head of a column: protocols, or groups of them.
 *
 * @example toSubjectWord(found, 'de') // 'Protokoll'
 */
export const toSubjectWord = ({ findings }: Pick<ThesisFindings, 'findings'>, locale: Locale): string =>
  words[locale][findings.every(({ subject }) => subject.kind === 'protocol') ? 'subject' : 'group']

/**
 * A subject as the first cell of its row; a protocol leads to what is told of it.
 *
 * @example toSubjectCell(found, finding.subject, 'en').href // '/protocols/uniswap/findings#whalesDecide'
 */
export const toSubjectCell = ({ words: { id } }: Pick<ThesisFindings, 'words'>, subject: FindingSubject, locale: Locale): Cell => ({
  value: subject.id,
  text: subject.name[locale],
  ...(subject.kind === 'protocol' ? { href: toHref(locale, `/protocols/${subject.id}/findings`) + `#${id}` } : {}),
})

const isTold = ({ verdict }: Finding): boolean => verdict !== 'cannotBeTold'

/** The figure by which subjects of a thesis are drawn; undefined where none was measured. */
const toLead = ({ words: { lead } }: ThesisFindings, { figures }: Finding): FindingFigure | undefined => figures.find(({ id }) => id === lead.figure)

/**
 * Subjects of which it can be told, the largest lead figure first; then the others, who may have a figure that is too little to tell by.
 *
 * @example toRanked(found).map(({ subject }) => subject.id) // ['demo-swap', 'demo-lend', 'demo-compute']
 */
export function toRanked(found: ThesisFindings): Finding[] {
  const value = (finding: Finding) => toLead(found, finding)?.value ?? -Infinity
  return [...found.findings].sort((a, b) => Number(isTold(b)) - Number(isTold(a)) || (value(a) === value(b) ? 0 : value(b) - value(a)))
}

/**
 * A thesis over all its subjects: the bars of its lead figure, with their intervals where they have any. What could not be measured is a gap.
 *
 * @example thesisChart(found, 'en').sentence // 'Overall: mixed. It holds for 1 of 3, does not for 1 and is mixed for 1. Highest for Demo Swap (75.0%), lowest …'
 */
export function thesisChart(found: ThesisFindings, locale: Locale): ChartSpec {
  const { words: { id, title, lead } } = found
  const ranked = toRanked(found)
  const points = ranked.map((finding, x) => {
    const { value = null, low, high } = toLead(found, finding) ?? {}
    return low === undefined || high === undefined || value === null ? { x, y: value } : { x, y: value, low, high }
  })
  return {
    id,
    title: title[locale],
    sentence: `${overallSentence(found, locale)} ${leadSentence(found, locale)}`,
    x: { label: toSubjectWord(found, locale), scale: 'category', format: 'count', categories: ranked.map(({ subject, verdict }) => `${subject.name[locale]} (${verdicts[verdict][locale]})`) },
    y: { label: lead.name[locale], scale: 'linear', format: lead.format },
    horizontal: true,
    series: [{ id: 'lead', label: lead.name[locale], shape: 'bar', emphasis: 'main', points }],
    notes: thesisNotes(found, locale),
    locale,
  }
}

/**
 * What a thesis comes to over all its subjects, in a sentence.
 *
 * @example overallSentence(found, 'de') // 'Insgesamt: gemischt. Bei 1 von 3 trifft es zu, bei 1 trifft es nicht zu, bei 1 ist es gemischt.'
 */
export const overallSentence = ({ overall }: Pick<ThesisFindings, 'overall'>, locale: Locale): string =>
  `${words[locale].overall}${verdicts[overall.verdict][locale]}. ${reasonText(overall, locale)}`

/**
 * Where the lead figure is highest and lowest, of those of which it can be told, in a sentence.
 *
 * @example leadSentence(found, 'en') // 'Highest for Demo Swap (75.0%), lowest for Demo Lend (25.0%).'
 */
export function leadSentence(found: ThesisFindings, locale: Locale): string {
  const word = words[locale]
  const told = toRanked(found).filter(isTold).flatMap((finding) => {
    const value = toLead(found, finding)?.value ?? null
    return value === null ? [] : [{ name: finding.subject.name[locale], text: formatNumber(value, found.words.lead.format, locale) }]
  })
  const [most, least] = [told[0], told.at(-1)]
  if (!most || !least) return word.unknown
  if (told.length === 1) return word.only(most.name, most.text)
  return most.text === least.text ? word.alike(most.text) : word.ends(most.name, most.text, least.name, least.text)
}

/**
 * By which rule it was decided, up to when it was measured, and what of it is made up.
 *
 * @example thesisNotes(found, 'en')[0] // 'Holds where three voters or fewer …'
 */
export function thesisNotes(found: ThesisFindings, locale: Locale): string[] {
  const { words: { rule }, findings } = found
  const word = words[locale]
  const days = findings.flatMap(({ basis }) => basis?.day ?? []).sort()
  const demo = findings.filter(({ subject }) => subject.demo).map(({ subject }) => subject.name[locale])
  const date = (day: string) => formatDate(toTimestamp(day), locale)
  const isBounded = findings.some((finding) => toLead(found, finding)?.low !== undefined)
  return [
    rule[locale],
    ...(days.length > 0 ? [word.basis(date(days[0]!), date(days.at(-1)!))] : []),
    ...(isBounded ? [word.interval] : []),
    ...(demo.length > 0 ? [word.demo(demo.join(', '))] : []),
  ]
}

/** The figures that any subject of a thesis has, in the order in which they are told. */
export const toFigureKinds = ({ findings }: Pick<ThesisFindings, 'findings'>): FindingFigure[] =>
  [...new Map(findings.flatMap(({ figures }) => figures).map((figure) => [figure.id, figure])).values()]

/**
 * The same to read: every subject with its verdict, the reason and all figures.
 *
 * @example thesisTable(found, 'en').rows[0]?.slice(0, 2).map(({ text }) => text) // ['Demo Swap', 'holds']
 */
export function thesisTable(found: ThesisFindings, locale: Locale): Table {
  const word = words[locale]
  const kinds = toFigureKinds(found)
  const toRow = (finding: Finding): Cell[] => {
    const { subject, verdict, figures, basis } = finding
    const reason = reasonText(finding, locale)
    return [
      toSubjectCell(found, subject, locale),
      { value: verdict, text: verdicts[verdict][locale] },
      { value: reason, text: reason },
      ...kinds.map(({ id }): Cell => {
        const figure = figures.find((one) => one.id === id)
        return figure ? { value: figure.value, text: figureText(figure, locale) } : { value: null, text: word.none }
      }),
      basis ? { value: basis.day, text: `${formatDate(toTimestamp(basis.day), locale)}${basis.block === null ? '' : ` (${formatNumber(basis.block, 'count', locale)})`}` } : { value: null, text: word.none },
    ]
  }
  return {
    caption: found.words.title[locale],
    columns: [
      { id: 'subject', label: toSubjectWord(found, locale), numeric: false },
      { id: 'verdict', label: word.verdict, numeric: false },
      { id: 'reason', label: word.reason, numeric: false },
      ...kinds.map(({ id, name }) => ({ id, label: name[locale], numeric: true })),
      { id: 'day', label: word.day, numeric: false },
    ],
    rows: toRanked(found).map(toRow),
  }
}
