import { toDecimalString } from '@/lib/domain/amount'
import type { Participation, SizeTenth, TookPart } from '@/lib/domain/participation'
import type { Token } from '@/lib/domain/protocol'
import type { KeptStudy } from '@/lib/domain/study'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '@/lib/views/day'
import { formatDate, formatNumber } from '@/lib/views/format'
import { participationBySize as bySizeSpec, participationSentence, participationTable as participationTableView, tenthsTable, toParticipationGroups, type GroupTookPart } from '@/lib/views/participation'
import { medianNote, toCostRows, votingCosts as votingCostsView, votingCostsSentence, type CostRow } from '@/lib/views/votingCosts'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { toChartView } from './ownership'
import { toTableView, toTitle } from './toTableView'

const shared = { scopes: ['token'], lenses: false, days: false, fixed: false, needs: ['participation'], long: false } as const satisfies Partial<Chart>

const words = {
  en: {
    asOf: (day: string, block: string) => `As of the end of ${day}, block ${block}; what was done until then.`,
    who: 'Counted are today’s owners, behind contracts too, addresses of one owner as one: without contracts, exchanges and others who keep for others as far as labels tell, without treasury, vesting and burned tokens, and without holders of less than a billionth of the supply.',
    act: 'Whoever gave votes to somebody (itself among them), locked tokens for them or voted on a proposal that is kept here took part. Equal numbers of holders are in each tenth.',
    fees: 'The median fee of the newest 200 of each kind, as it was paid at the time; where one transaction did several, in equal parts. Votes off the chain cost nothing.',
    price: 'Ether at the mean price of the last whole day in the pools that are followed.',
  },
  de: {
    asOf: (day: string, block: string) => `Stand: Ende ${day}, Block ${block}; gezählt ist, was bis dahin geschah.`,
    who: 'Gezählt sind die heutigen Eigentümer, auch hinter Contracts, Adressen eines Eigentümers als einer: ohne Contracts, Börsen und andere Verwahrer, soweit Bezeichnungen es sagen, ohne Treasury, Vesting und Verbranntes und ohne Halter von weniger als einem Milliardstel der Gesamtmenge.',
    act: 'Beteiligt hat sich, wer Stimmen vergeben (auch an sich selbst), Token dafür gesperrt oder über einen hier bekannten Vorschlag abgestimmt hat. In jedem Zehntel sind gleich viele Halter.',
    fees: 'Die mittlere Gebühr (Median) der neuesten 200 jeder Art, wie sie damals gezahlt wurde; wo eine Transaktion mehreres tat, zu gleichen Teilen. Abstimmen außerhalb der Chain kostet nichts.',
    price: 'Ether zum mittleren Preis des letzten ganzen Tages in den verfolgten Pools.',
  },
} as const

interface ParticipationParts {
  study: KeptStudy<Participation>
  token: Token
  asOf: string
  foot: CsvColumn<unknown>[]
}

/** Who takes part, with what its charts begin and end with; null before it was worked out, and where nobody is counted. */
function toParts({ studies, protocol, displayAddress }: Loaded, locale: Locale): ParticipationParts | null {
  const study = studies.participation
  if (!study || !protocol || study.result.all.holders === 0) return null
  return {
    study,
    token: protocol.token,
    asOf: words[locale].asOf(formatDate(toTimestamp(study.day), locale), formatNumber(study.block, 'count', locale)),
    foot: [
      { name: 'protocol', kind: 'code', value: () => protocol.slug },
      { name: 'token_address', kind: 'code', value: () => displayAddress(protocol.token.address) },
      { name: 'day', kind: 'code', value: () => study.day },
      { name: 'block_number', kind: 'number', value: () => String(study.block) },
    ],
  }
}

const countColumns = <Row extends TookPart>(): CsvColumn<Row>[] => [
  { name: 'part_takers_pct', kind: 'number', value: ({ either, holders }) => toPercentDecimal(either / holders) },
  { name: 'part_voters_pct', kind: 'number', value: ({ voted, holders }) => toPercentDecimal(voted / holders) },
  { name: 'part_holders', kind: 'number', value: ({ holders }) => String(holders) },
  { name: 'part_delegated', kind: 'number', value: ({ delegated }) => String(delegated) },
  { name: 'part_voted', kind: 'number', value: ({ voted }) => String(voted) },
  { name: 'part_either', kind: 'number', value: ({ either }) => String(either) },
]

export const participationBySize: Chart = {
  ...shared,
  id: 'participationBySize',
  title: { en: 'Who ever took part in deciding, by size', de: 'Wer je mitentschieden hat, nach Größe' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toParts(loaded, locale)
    const chart = parts && bySizeSpec(parts.study.result, parts.token.symbol, [parts.asOf, words[locale].act, words[locale].who], locale)
    if (!parts || !chart) return null
    const { study: { result: { tenths } }, token, foot } = parts
    type Row = SizeTenth & { tenth: number }
    const columns: CsvColumn<Row>[] = [
      ...countColumns<Row>(),
      { name: 'part_tenth', kind: 'number', value: ({ tenth }) => String(tenth) },
      { name: 'part_least', kind: 'number', value: ({ least }) => toDecimalString(least, token.decimals) },
      { name: 'part_most', kind: 'number', value: ({ most }) => toDecimalString(most, token.decimals) },
      { name: 'mean_depth', kind: 'number', value: ({ meanDepth }) => toPlainDecimal(meanDepth) },
      ...foot,
    ]
    const view = toChartView(chart, 'participationBySize', toDataTable(columns, tenths.map((one, place) => ({ ...one, tenth: place + 1 }))), locale)
    return { ...view, table: { ...tenthsTable(tenths, token, locale), caption: view.title } }
  },
}

export const participationTable: Chart = {
  ...shared,
  id: 'participationTable',
  title: { en: 'Who takes part, and who holds through contracts', de: 'Wer sich beteiligt und wer durch Contracts hält' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toParts(loaded, locale)
    if (!parts) return null
    const { study: { result }, token, asOf, foot } = parts
    const rows = toParticipationGroups(result)
    const columns: CsvColumn<GroupTookPart>[] = [{ name: 'part_group', kind: 'code', value: ({ group }) => group }, ...countColumns<GroupTookPart>(), ...foot]
    return toTableView({
      id: 'participationTable', title: toTitle(participationTable.title, token.symbol, locale), sentence: participationSentence(result, locale), notes: [asOf, words[locale].act, words[locale].who],
      table: participationTableView(rows, locale), columns, rows,
    }, locale)
  },
}

export const votingCosts: Chart = {
  ...shared,
  id: 'votingCosts',
  title: { en: 'What it costs to take part', de: 'Was es kostet, sich zu beteiligen' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toParts(loaded, locale)
    if (!parts) return null
    const { study: { result }, token, asOf, foot } = parts
    const columns: CsvColumn<CostRow>[] = [
      { name: 'part_act', kind: 'code', value: ({ act }) => act },
      { name: 'part_transactions', kind: 'number', value: ({ cost }) => cost && String(cost.transactions) },
      { name: 'part_fee_ether', kind: 'number', value: ({ cost }) => cost && toDecimalString(cost.wei, 18) },
      { name: 'part_fee_of_median_pct', kind: 'number', value: ({ ofMedian }) => (ofMedian === null ? null : toPercentDecimal(ofMedian)) },
      { name: 'part_median', kind: 'number', value: () => (result.median === null ? null : toDecimalString(result.median, token.decimals)) },
      { name: 'part_median_ether', kind: 'number', value: () => (result.medianWei === null ? null : toDecimalString(result.medianWei, 18)) },
      ...foot,
    ]
    const rows = toCostRows(result)
    const median = medianNote(result, token, locale)
    return toTableView({
      id: 'votingCosts', title: toTitle(votingCosts.title, token.symbol, locale), sentence: votingCostsSentence(result, locale),
      notes: [asOf, ...(median === null ? [] : [median]), words[locale].fees, words[locale].price, words[locale].who], table: votingCostsView(rows, locale), columns, rows,
    }, locale)
  },
}
