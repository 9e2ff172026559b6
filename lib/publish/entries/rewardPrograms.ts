import { programsSentence, programsTable as programsTableView, type ProgramRow } from '@/lib/views/farming/programsTable'
import { toIsoTime } from '../csvBasis'
import type { CsvColumn } from '../csv'
import type { Chart } from '../view'
import { contractColumns, farmingShape, toFarmingParts, type PayingContract } from './farmingParts'
import { toTableView, toTitle } from './toTableView'

type Row = ProgramRow & { contract: PayingContract; owedBlock: number | null }

const time = (seconds: number | undefined) => (seconds === undefined ? null : toIsoTime(seconds))

const columns: CsvColumn<Row>[] = [
  ...contractColumns<Row>(({ contract }) => contract),
  { name: 'announced_from_time', kind: 'code', value: ({ window }) => time(window?.from) },
  { name: 'announced_to_time', kind: 'code', value: ({ window }) => time(window?.to) },
  { name: 'first_payment_time', kind: 'code', value: ({ paid }) => time(paid?.first) },
  { name: 'last_payment_time', kind: 'code', value: ({ paid }) => time(paid?.last) },
  { name: 'stakers', kind: 'number', value: ({ stakers }) => String(stakers) },
  { name: 'rewards_raw', kind: 'number', value: ({ paid }) => String(paid?.all ?? 0n) },
  { name: 'rewards_owed_raw', kind: 'number', value: ({ owed }) => (owed ? String(owed.all) : null) },
  { name: 'owed_block', kind: 'number', value: ({ owedBlock }) => (owedBlock === null ? null : String(owedBlock)) },
]

export const programsTable: Chart = {
  ...farmingShape,
  id: 'programsTable',
  title: { en: 'Who pays rewards', de: 'Wer Belohnungen zahlt' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toFarmingParts(loaded, locale)
    if (!parts) return null
    const { token, farming: { programs }, notes, foot, nameOf, contractOf } = parts
    const rows = programs.map((reading): Row => {
      const { began, window, paid, stakers, owed } = reading
      return { name: nameOf(reading), began, window, paid, stakers, owed, contract: contractOf(reading), owedBlock: owed?.block ?? null }
    })
    return toTableView({
      id: 'programsTable', title: toTitle(programsTable.title, token.symbol, locale), sentence: programsSentence(rows, token, locale), notes: notes(false),
      table: programsTableView(rows, token, locale), columns: [...columns, ...foot], rows,
    }, locale)
  },
}
