import type { Agreement, BlocEntropy, BlocWindow, PlaceBlocs } from '@/lib/domain/bloc'
import { toAgreementShare } from '@/lib/governance/agreement'
import { blocSeed, mostBlocs } from '@/lib/governance/votingBlocs'
import { agreementMatrix as agreementMatrixView, agreementNotes, agreementSentence } from '@/lib/views/agreementMatrix'
import { formatNumber } from '@/lib/views/format'
import { placeText } from '@/lib/views/placeText'
import { toLargestShares, votingBlocs as votingBlocsSpec, votingBlocsTable } from '@/lib/views/votingBlocs'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { toChartView } from './ownership'
import { toTableView, toTitle } from './toTableView'

const shared = { scopes: ['token'], lenses: false, days: false, fixed: false, needs: ['blocs'], long: false } as const

/** Which protocol, and where its proposals were voted on. */
const placeColumns = <Row extends { of: PlaceBlocs }>(protocol: string): CsvColumn<Row>[] => [
  { name: 'protocol', kind: 'code', value: () => protocol },
  { name: 'place_origin', kind: 'code', value: ({ of }) => of.origin },
  { name: 'place', kind: 'text', value: ({ of }) => of.place },
]

export const votingBlocs: Chart = {
  ...shared,
  id: 'votingBlocs',
  title: { en: 'Voting blocs', de: 'Blöcke bei Abstimmungen' },
  kind: 'chart',
  view: ({ blocs, protocol }, locale) => {
    const [first, ...others] = blocs
    if (!first || !protocol) return null
    type Row = BlocWindow & { of: PlaceBlocs }
    const bits = (entropy: BlocEntropy) => (entropy.status === 'ok' ? toPlainDecimal(entropy.bits) : null)
    const percent = (share: number | null) => (share === null ? null : toPercentDecimal(share))
    const columns: CsvColumn<Row>[] = [
      { name: 'first_closed', kind: 'code', value: ({ from }) => toIsoTime(from) },
      { name: 'last_closed', kind: 'code', value: ({ to }) => toIsoTime(to) },
      { name: 'first_proposal', kind: 'text', value: (row) => row.first },
      { name: 'last_proposal', kind: 'text', value: (row) => row.last },
      { name: 'voters', kind: 'number', value: ({ voters }) => String(voters) },
      { name: 'blocs', kind: 'number', value: (row) => String(row.blocs.length) },
      { name: 'largest_bloc_votes_pct', kind: 'number', value: (row) => percent(toLargestShares(row).votes) },
      { name: 'largest_bloc_voters_pct', kind: 'number', value: (row) => percent(toLargestShares(row).voters) },
      { name: 'entropy_votes', kind: 'number', value: ({ byVotes }) => bits(byVotes) },
      { name: 'entropy_voters', kind: 'number', value: ({ byVoters }) => bits(byVoters) },
      { name: 'status', kind: 'code', value: ({ byVotes }) => (byVotes.status === 'ok' ? 'ok' : byVotes.reason) },
      { name: 'k', kind: 'number', value: () => String(mostBlocs) },
      { name: 'seed', kind: 'number', value: () => String(blocSeed) },
      ...placeColumns<Row>(protocol.slug),
    ]
    const rows = blocs.flatMap((of) => of.windows.map((window): Row => ({ ...window, of })))
    const view = toChartView(votingBlocsSpec([first, ...others], protocol.token.symbol, locale), 'votingBlocs', toDataTable(columns, rows), locale)
    return { ...view, table: votingBlocsTable(first, protocol.token.symbol, locale) }
  },
}

export const agreementMatrix: Chart = {
  ...shared,
  id: 'agreementMatrix',
  title: { en: 'How often the largest voters vote alike', de: 'Wie oft die größten Abstimmenden gleich stimmen' },
  kind: 'table',
  view: ({ blocs, protocol, displayAddress }, locale) => {
    const [first] = blocs
    if (!first || !protocol) return null
    const names = { labels: protocol.labels, displayAddress }
    const columns: CsvColumn<Pair>[] = [
      ...voterColumns('voter', ({ voter }) => voter, protocol, displayAddress),
      ...voterColumns('other', ({ other }) => other, protocol, displayAddress),
      { name: 'both_voted', kind: 'number', value: ({ both }) => String(both) },
      { name: 'voted_alike', kind: 'number', value: ({ alike }) => String(alike) },
      { name: 'agreement_pct', kind: 'number', value: (pair) => (toAgreementShare(pair) === null ? null : toPercentDecimal(toAgreementShare(pair)!)) },
      ...placeColumns<Pair>(protocol.slug),
    ]
    return toTableView({
      id: 'agreementMatrix',
      title: toTitle(agreementMatrix.title, protocol.token.symbol, locale),
      sentence: agreementSentence(first.matrix, names, locale),
      notes: agreementNotes[locale](placeText(first, locale), formatNumber(first.proposals, 'count', locale)),
      table: agreementMatrixView(first.matrix, names, protocol.token.symbol, locale),
      columns,
      rows: blocs.flatMap(toPairs),
    }, locale)
  },
}

type Pair = Agreement & { of: PlaceBlocs; voter: number; other: number }

const toPairs = (of: PlaceBlocs): Pair[] => of.matrix.pairs.flatMap((row, voter) => row.map((pair, other) => ({ ...pair, of, voter, other })))

function voterColumns(name: 'voter' | 'other', placeOf: (pair: Pair) => number, { labels }: NonNullable<Loaded['protocol']>, displayAddress: Loaded['displayAddress']): CsvColumn<Pair>[] {
  const addressOf = (pair: Pair) => pair.of.matrix.voters[placeOf(pair)]!.voter
  return [
    { name: `${name}_rank`, kind: 'number', value: (pair) => String(placeOf(pair) + 1) },
    { name, kind: 'code', value: (pair) => displayAddress(addressOf(pair)) },
    { name: `${name}_label`, kind: 'text', value: (pair) => labels.find(({ address }) => address === addressOf(pair))?.name ?? null },
  ]
}
