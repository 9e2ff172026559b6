import { toDecimalString } from '@/lib/domain/amount'
import type { Cell, ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Participation, SizeTenth, TookPart } from '@/lib/domain/participation'
import type { Token } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'
import { joinTookPart } from '@/lib/governance/participation'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'

const words = {
  en: {
    bySize: (name: string) => `Who ever took part in deciding on ${name}, by size`, tenth: 'Tenth of the holders by size', place: (nth: number) => (nth === 1 ? '1 (smallest)' : nth === 10 ? '10 (largest)' : String(nth)), share: 'Share of the holders',
    either: 'gave their votes to somebody or voted', voted: 'voted', group: 'Holders', holders: 'Number', delegatedCount: 'Gave their votes to somebody', votedCount: 'Voted', eitherCount: 'Either', least: 'From', most: 'To', depth: 'Contracts in between',
    sentence: (small: string, large: string) => `${small} of the smaller half of the holders ever took part in deciding, and ${large} of the largest tenth.`,
    all: (share: string, count: string) => `${share} of ${count} holders ever took part in deciding.`,
  },
  de: {
    bySize: (name: string) => `Wer je über ${name} mitentschieden hat, nach Größe`, tenth: 'Zehntel der Halter nach Größe', place: (nth: number) => (nth === 1 ? '1 (kleinstes)' : nth === 10 ? '10 (größtes)' : String(nth)), share: 'Anteil der Halter',
    either: 'Stimmen vergeben oder abgestimmt', voted: 'abgestimmt', group: 'Halter', holders: 'Anzahl', delegatedCount: 'Stimmen vergeben', votedCount: 'Abgestimmt', eitherCount: 'Eines davon', least: 'Von', most: 'Bis', depth: 'Contracts dazwischen',
    sentence: (small: string, large: string) => `Aus der kleineren Hälfte der Halter haben ${small} je mitentschieden, aus dem größten Zehntel ${large}.`,
    all: (share: string, count: string) => `${share} von ${count} Haltern haben je mitentschieden.`,
  },
} as const

const share = ({ either, holders }: TookPart, locale: Locale) => formatNumber(either / holders, 'share', locale)

/**
 * Who takes part, in one sentence.
 *
 * @example participationSentence(study, 'en') // '6.0% of the smaller half of the holders ever took part in deciding, and 60.0% of the largest tenth.'
 */
export function participationSentence({ tenths, all }: Pick<Participation, 'tenths' | 'all'>, locale: Locale): string {
  if (tenths.length === 0) return words[locale].all(share(all, locale), formatNumber(all.holders, 'count', locale))
  return words[locale].sentence(share(joinTookPart(tenths.slice(0, 5)), locale), share(tenths.at(-1)!, locale))
}

/**
 * Of each tenth of the holders by size, how many ever gave their votes to somebody or voted; null where there are too few for tenths.
 *
 * @example participationBySize(study, 'UNI', notes, 'en')?.series[0]?.points[9] // { x: 9, y: 0.6 }
 */
export function participationBySize({ tenths, all }: Pick<Participation, 'tenths' | 'all'>, name: string, notes: readonly string[], locale: Locale): ChartSpec | null {
  if (tenths.length === 0) return null
  const word = words[locale]
  const points = (of: (tenth: SizeTenth) => number) => tenths.map((tenth, x) => ({ x, y: of(tenth) / tenth.holders }))
  return {
    id: 'participationBySize',
    title: word.bySize(name),
    sentence: participationSentence({ tenths, all }, locale),
    x: { label: word.tenth, scale: 'category', format: 'count', categories: tenths.map((_, place) => word.place(place + 1)) },
    y: { label: word.share, scale: 'linear', format: 'share' },
    series: [
      { id: 'either', label: word.either, shape: 'bar', emphasis: 'main', points: points(({ either }) => either) },
      { id: 'voted', label: word.voted, shape: 'bar', emphasis: 'second', points: points(({ voted }) => voted) },
    ],
    notes,
    locale,
  }
}

/** The tenths as people read them, with where each begins and ends. */
export function tenthsTable(tenths: readonly SizeTenth[], { symbol, decimals }: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const amount = (units: bigint): Cell => ({ value: toDecimalString(units, decimals), text: exactAmount(units, decimals, locale) })
  return {
    caption: word.bySize(symbol),
    columns: [
      { id: 'tenth', label: word.tenth, numeric: false }, { id: 'least', label: `${word.least} (${symbol})`, numeric: true }, { id: 'most', label: `${word.most} (${symbol})`, numeric: true },
      ...countColumns(locale), { id: 'depth', label: word.depth, numeric: true },
    ],
    rows: tenths.map((tenth, place) => [
      { value: place + 1, text: word.place(place + 1) }, amount(tenth.least), amount(tenth.most), ...countCells(tenth, locale), { value: tenth.meanDepth, text: formatNumber(tenth.meanDepth, 'ratio', locale) },
    ]),
  }
}

/** Groups of holders that are told beside each other. */
const participationGroups = {
  all: { en: 'all that are counted', de: 'alle gezählten' },
  smallerHalf: { en: 'the smaller half', de: 'die kleinere Hälfte' },
  largestTenth: { en: 'the largest tenth', de: 'das größte Zehntel' },
  inHand: { en: 'at least half in their own wallets or where it votes', de: 'mindestens die Hälfte in eigenen Wallets oder dort, wo es mitstimmt' },
  throughContracts: { en: 'mainly behind contracts', de: 'überwiegend hinter Contracts' },
} as const satisfies Record<string, Text>

/** A group of holders, and how many of them took part. */
export interface GroupTookPart extends TookPart {
  group: keyof typeof participationGroups
}

/**
 * The groups that are told beside each other; those of which there is nobody are left out.
 *
 * @example toParticipationGroups(study)[0] // { group: 'all', holders: 1000, delegated: 200, voted: 40, either: 220 }
 */
export function toParticipationGroups({ all, tenths, inHand, throughContracts }: Participation): GroupTookPart[] {
  const groups: Record<GroupTookPart['group'], TookPart> = { all, smallerHalf: joinTookPart(tenths.slice(0, 5)), largestTenth: joinTookPart(tenths.slice(-1)), inHand, throughContracts }
  return Object.entries(groups).flatMap(([group, found]) => (found.holders > 0 ? [{ group: group as GroupTookPart['group'], ...found }] : []))
}

/**
 * How many of each group ever took part.
 *
 * @example participationTable(toParticipationGroups(study), 'en').rows[0]?.map(({ text }) => text) // ['all that are counted', '1,000', '200', '40', '220', '22.0%']
 */
export function participationTable(rows: readonly GroupTookPart[], locale: Locale): Table {
  return {
    caption: words[locale].group,
    columns: [{ id: 'group', label: words[locale].group, numeric: false }, ...countColumns(locale)],
    rows: rows.map((row) => [{ value: row.group, text: participationGroups[row.group][locale] }, ...countCells(row, locale)]),
  }
}

const countColumns = (locale: Locale): Table['columns'] => {
  const word = words[locale]
  return [
    { id: 'holders', label: word.holders, numeric: true }, { id: 'delegated', label: word.delegatedCount, numeric: true }, { id: 'voted', label: word.votedCount, numeric: true },
    { id: 'either', label: word.eitherCount, numeric: true }, { id: 'share', label: word.share, numeric: true },
  ]
}

const countCells = (group: TookPart, locale: Locale): Cell[] => [
  ...[group.holders, group.delegated, group.voted, group.either].map((value) => ({ value, text: formatNumber(value, 'count', locale) })),
  { value: group.either / group.holders, text: share(group, locale) },
]
