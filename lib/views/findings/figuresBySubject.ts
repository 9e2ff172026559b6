import type { Cell, ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Finding, FindingFigure, ThesisFindings } from '@/lib/domain/finding'
import type { Locale, Text } from '@/lib/domain/text'
import { formatNumber } from '../format'
import { figureText } from './reasonText'
import { thesisNotes, toSubjectCell, toSubjectWord } from './thesisChart'

const words = {
  en: { none: 'It was measured of none yet.', one: (figure: string, subject: string, value: string) => `${figure}: ${value} (${subject}).`, range: (figure: string, most: string, least: string) => `${figure}: most ${most}, least ${least}.`, gap: '–' },
  de: { none: 'Es ist noch bei keinem gemessen.', one: (figure: string, subject: string, value: string) => `${figure}: ${value} (${subject}).`, range: (figure: string, most: string, least: string) => `${figure}: am meisten ${most}, am wenigsten ${least}.`, gap: '–' },
} as const

/** A chart of some figures of a thesis: two that are drawn beside each other, and others that stand in its table. */
export interface FigureChart {
  id: string
  title: Text
  /** Ids of figures of one format, the main one first */
  drawn: readonly [string, string]
  told: readonly string[]
}

const valueOf = ({ figures }: Finding, id: string): number | null => figures.find((figure) => figure.id === id)?.value ?? null

/** Subjects of which one of the drawn figures is known, the largest first by the main one. */
export const toTold = ({ findings }: Pick<ThesisFindings, 'findings'>, { drawn: [first, second] }: Pick<FigureChart, 'drawn'>): Finding[] =>
  findings.filter((finding) => valueOf(finding, first) !== null || valueOf(finding, second) !== null).sort((a, b) => (valueOf(b, first) ?? -1) - (valueOf(a, first) ?? -1))

/** A figure of that id, as any subject has it: for its name and form. */
export const toKind = ({ findings }: Pick<ThesisFindings, 'findings'>, id: string): FindingFigure | undefined => findings.flatMap(({ figures }) => figures).find((figure) => figure.id === id)

/**
 * Two figures of a thesis side by side over its subjects; null where neither was measured of any.
 *
 * @example figuresBySubject(found, contractHands, 'en')?.sentence // 'Contracts that fewer than six keys can change: most Demo Compute with 50.0%, least Demo Swap with 0.0%.'
 */
export function figuresBySubject(found: ThesisFindings, { id, title, drawn, told }: FigureChart, locale: Locale): ChartSpec | null {
  const subjects = toTold(found, { drawn })
  if (subjects.length === 0) return null
  const label = (figure: string) => toKind(found, figure)!.name[locale]
  return {
    id,
    title: title[locale],
    sentence: toSentence(subjects, drawn[0], label(drawn[0]), locale),
    x: { label: toSubjectWord(found, locale), scale: 'category', format: 'count', categories: subjects.map(({ subject }) => subject.name[locale]) },
    y: { label: drawn.map(label).join('; '), scale: 'linear', format: toKind(found, drawn[0])!.format },
    horizontal: true,
    series: drawn.map((figure, place) => ({ id: figure, label: label(figure), shape: 'bar', emphasis: place === 0 ? 'main' : 'second', points: subjects.map((one, x) => ({ x, y: valueOf(one, figure) })) })),
    notes: thesisNotes({ ...found, findings: subjects.map((one) => ({ ...one, figures: one.figures.filter((figure) => [...drawn, ...told].includes(figure.id)) })) }, locale),
    locale,
  }
}

function toSentence(subjects: readonly Finding[], figure: string, name: string, locale: Locale): string {
  const known = subjects.filter((one) => valueOf(one, figure) !== null)
  const say = (one: Finding) => formatNumber(valueOf(one, figure)!, one.figures.find(({ id }) => id === figure)!.format, locale)
  const [most, least] = [known[0], known.at(-1)]
  if (!most || !least) return words[locale].none
  const named = (one: Finding) => `${one.subject.name[locale]} (${say(one)})`
  return most === least ? words[locale].one(name, most.subject.name[locale], say(most)) : words[locale].range(name, named(most), named(least))
}

/**
 * The same to read, with the figures that are not drawn.
 *
 * @example figuresTable(found, contractHands, 'en').rows[0]?.map(({ text }) => text) // ['Demo Compute', '50.0%', '25.0%', '4']
 */
export function figuresTable(found: ThesisFindings, { title, drawn, told }: FigureChart, locale: Locale): Table {
  const kinds = [...drawn, ...told].flatMap((id) => toKind(found, id) ?? [])
  const toRow = (finding: Finding): Cell[] => [
    toSubjectCell(found, finding.subject, locale),
    ...kinds.map(({ id }): Cell => {
      const figure = finding.figures.find((one) => one.id === id)
      return figure && figure.value !== null ? { value: figure.value, text: figureText(figure, locale) } : { value: null, text: words[locale].gap }
    }),
  ]
  return {
    caption: title[locale],
    columns: [{ id: 'subject', label: toSubjectWord(found, locale), numeric: false }, ...kinds.map(({ id, name }) => ({ id, label: name[locale], numeric: true }))],
    rows: toTold(found, { drawn }).map(toRow),
  }
}
