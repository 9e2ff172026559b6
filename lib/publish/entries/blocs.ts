import type { Address } from '@/lib/domain/address'
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
import type { Chart } from '../view'
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
      { name: 'day', kind: 'code', value: ({ to }) => toIsoTime(to).slice(0, 10) },
      { name: 'entropy_votes', kind: 'number', value: ({ byVotes }) => bits(byVotes) },
      { name: 'entropy_voters', kind: 'number', value: ({ byVoters }) => bits(byVoters) },
      { name: 'status', kind: 'code', value: ({ byVotes }) => (byVotes.status === 'ok' ? 'ok' : byVotes.reason) },
      { name: 'largest_bloc_votes_pct', kind: 'number', value: (row) => percent(toLargestShares(row).votes) },
      { name: 'largest_bloc_voters_pct', kind: 'number', value: (row) => percent(toLargestShares(row).voters) },
      { name: 'blocs', kind: 'number', value: (row) => String(row.blocs.length) },
      { name: 'voters', kind: 'number', value: ({ voters }) => String(voters) },
      { name: 'first_proposal', kind: 'text', value: (row) => row.first },
      { name: 'first_closed', kind: 'code', value: ({ from }) => toIsoTime(from) },
      { name: 'last_proposal', kind: 'text', value: (row) => row.last },
      { name: 'last_closed', kind: 'code', value: ({ to }) => toIsoTime(to) },
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
    const { matrix } = first
    type Row = { of: PlaceBlocs; place: number; voter: Address; votes: bigint; proposals: number }
    const pairOf = ({ place }: Row, other: number) => matrix.pairs[place]![other]
    const columns: CsvColumn<Row>[] = [
      { name: 'voter_rank', kind: 'number', value: ({ place }) => String(place + 1) },
      { name: 'voter', kind: 'code', value: ({ voter }) => displayAddress(voter) },
      { name: 'voter_label', kind: 'text', value: ({ voter }) => protocol.labels.find(({ address }) => address === voter)?.name ?? null },
      { name: 'most_votes_raw', kind: 'number', value: ({ votes }) => String(votes) },
      { name: 'decided_voted', kind: 'number', value: ({ proposals }) => String(proposals) },
      // The last has nobody below it.
      ...matrix.voters.slice(0, -1).flatMap((_, other): CsvColumn<Row>[] => [
        { name: `alike_with_${other + 1}_pct`, kind: 'number', value: (row) => toPercent(pairOf(row, other)) },
        { name: `both_with_${other + 1}`, kind: 'number', value: (row) => pairOf(row, other)?.both.toString() ?? null },
      ]),
      ...placeColumns<Row>(protocol.slug),
    ]
    return toTableView({
      id: 'agreementMatrix',
      title: toTitle(agreementMatrix.title, protocol.token.symbol, locale),
      sentence: agreementSentence(matrix, names, locale),
      notes: agreementNotes[locale](placeText(first, locale), formatNumber(first.proposals, 'count', locale)),
      table: agreementMatrixView(matrix, names, protocol.token.symbol, locale),
      columns,
      rows: matrix.voters.map((voter, place): Row => ({ ...voter, of: first, place })),
    }, locale)
  },
}

function toPercent(pair: Agreement | undefined): string | null {
  const share = pair ? toAgreementShare(pair) : null
  return share === null ? null : toPercentDecimal(share)
}
