import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toLossesByBorrower, type BorrowerLoss } from '@/lib/liquidity/lossesByBorrower'
import { liquidationsSentence, liquidationsTable as liquidationsTableView, lossesSentence, lossesTable as lossesTableView, type LiquidationRow } from '@/lib/views/farming/liquidationTables'
import { formatDate, formatNumber } from '@/lib/views/format'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import type { LoadedLiquidations, TimedLiquidation } from '../loadedFarming'
import { toPercent } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { toTableView, toTitle } from './toTableView'

const shared = { kind: 'table', scopes: ['token'], lenses: false, days: false, fixed: true, long: false, needs: ['liquidations'] } as const

/** So many rows are shown; files have all of them. */
const rowsShown = 100

const words = {
  en: {
    block: (block: string, date: string, markets: string) => `As of block ${block}, ${date}. Lending contracts that were read: ${markets}.`,
    what: 'Lost is the collateral that was taken, in the token; against it the borrower’s debt fell by what the liquidator paid. Shares of a Compound market are told at the rate of the nearest reading of its books. Of Aave v3, what its treasury takes of a liquidator’s bonus is not in the log. A market of Compound v3 takes the collateral itself, to sell it later; the liquidator only had it do so.',
    shown: (rows: string, all: string) => `The first ${rows} of ${all} are shown; the files have all of them.`,
    gap: (subject: string, reason: string) => `Missing: ${subject} (${reason}).`,
  },
  de: {
    block: (block: string, date: string, markets: string) => `Stand: Block ${block}, ${date}. Gelesene Kreditmärkte: ${markets}.`,
    what: 'Verloren ist die Sicherheit, die genommen wurde, in Token; dafür sank die Schuld um das, was der Liquidator zahlte. Anteile eines Compound-Marktes sind zum Kurs der nächsten Lesung seiner Bücher umgerechnet. Bei Aave v3 steht nicht im Log, was dessen Treasury vom Bonus des Liquidators nimmt. Ein Markt von Compound v3 nimmt die Sicherheit selbst und verkauft sie später; der Liquidator hat das nur ausgelöst.',
    shown: (rows: string, all: string) => `Gezeigt sind die ersten ${rows} von ${all}; die Dateien enthalten alle.`,
    gap: (subject: string, reason: string) => `Es fehlt: ${subject} (${reason}).`,
  },
} as const

interface LiquidationParts {
  token: Token
  liquidations: LoadedLiquidations
  notes: (rows: number) => string[]
  foot: CsvColumn<unknown>[]
  nameOf: (liquidation: TimedLiquidation) => string
}

/** What the tables of liquidations begin with; null where no lending contract is known that tells of them. */
function toLiquidationParts({ protocol, liquidations, displayAddress }: Loaded, locale: Locale): LiquidationParts | null {
  if (!protocol || !liquidations) return null
  const word = words[locale]
  const { block, markets, gaps } = liquidations
  const count = (value: number) => formatNumber(value, 'count', locale)
  return {
    token: protocol.token, liquidations,
    nameOf: ({ contract }) => markets.find(({ address }) => address === contract)?.name ?? displayAddress(contract),
    notes: (rows) => [
      word.what, word.block(count(block.number), formatDate(block.timestamp, locale), markets.map(({ name }) => name).join(', ')),
      ...(rows > rowsShown ? [word.shown(count(rowsShown), count(rows))] : []), ...gaps.map(({ subject, reason }) => word.gap(subject, reason)),
    ],
    foot: [
      { name: 'protocol', kind: 'code', value: () => protocol.slug },
      { name: 'token_address', kind: 'code', value: () => displayAddress(protocol.token.address) },
      { name: 'block_number', kind: 'number', value: () => String(block.number) },
      { name: 'block_time', kind: 'code', value: () => toIsoTime(block.timestamp) },
    ],
  }
}

const raw = (amount: bigint | null) => (amount === null ? null : String(amount))

export const liquidationsTable: Chart = {
  ...shared,
  id: 'liquidationsTable',
  title: { en: 'Liquidations', de: 'Liquidationen' },
  view: (loaded, locale) => {
    const parts = toLiquidationParts(loaded, locale)
    if (!parts) return null
    const { token, liquidations: { rows }, notes, foot, nameOf } = parts
    const { displayAddress } = loaded
    const columns: CsvColumn<TimedLiquidation>[] = [
      { name: 'liquidated_time', kind: 'code', value: ({ timestamp }) => toIsoTime(timestamp) },
      { name: 'market_address', kind: 'code', value: ({ contract }) => displayAddress(contract) },
      { name: 'market_name', kind: 'text', value: nameOf },
      { name: 'borrower', kind: 'code', value: ({ borrower }) => displayAddress(borrower) },
      { name: 'liquidator', kind: 'code', value: ({ liquidator }) => displayAddress(liquidator) },
      { name: 'lost_raw', kind: 'number', value: ({ amount }) => raw(amount) },
      { name: 'seized_raw', kind: 'number', value: ({ seized }) => String(seized) },
      { name: 'seized_token', kind: 'code', value: ({ token: seizedIn }) => displayAddress(seizedIn) },
      { name: 'debt', kind: 'code', value: ({ debt }) => displayAddress(debt) },
      { name: 'repaid_raw', kind: 'number', value: ({ repaid }) => raw(repaid) },
      ...foot,
    ]
    const lines = rows.map((row): LiquidationRow => ({ ...row, market: nameOf(row) }))
    return toTableView({
      id: 'liquidationsTable', title: toTitle(liquidationsTable.title, token.symbol, locale), sentence: liquidationsSentence(lines, token, locale), notes: notes(rows.length),
      table: liquidationsTableView(lines.slice(0, rowsShown), token, displayAddress, locale), columns, rows,
    }, locale)
  },
}

export const lossesTable: Chart = {
  ...shared,
  id: 'lossesTable',
  title: { en: 'Losses by liquidation', de: 'Verluste durch Liquidation' },
  view: (loaded, locale) => {
    const parts = toLiquidationParts(loaded, locale)
    if (!parts) return null
    const { token, liquidations: { rows }, notes, foot } = parts
    const losses = toLossesByBorrower(rows)
    const all = losses.reduce((sum, { amount }) => sum + amount, 0n)
    const isKnown = ({ unknown, liquidations }: BorrowerLoss) => unknown < liquidations
    const columns: CsvColumn<BorrowerLoss>[] = [
      { name: 'borrower', kind: 'code', value: ({ borrower }) => loaded.displayAddress(borrower) },
      { name: 'lost_raw', kind: 'number', value: (loss) => (isKnown(loss) ? String(loss.amount) : null) },
      { name: 'lost_share_pct', kind: 'number', value: (loss) => (isKnown(loss) && all > 0n ? toPercent(loss.amount, all) : null) },
      { name: 'liquidations', kind: 'number', value: ({ liquidations }) => String(liquidations) },
      { name: 'liquidations_unknown', kind: 'number', value: ({ unknown }) => String(unknown) },
      { name: 'liquidators', kind: 'number', value: ({ liquidators }) => String(liquidators) },
      { name: 'first_liquidated_time', kind: 'code', value: ({ first }) => toIsoTime(first) },
      { name: 'last_liquidated_time', kind: 'code', value: ({ last }) => toIsoTime(last) },
      ...foot,
    ]
    return toTableView({
      id: 'lossesTable', title: toTitle(lossesTable.title, token.symbol, locale), sentence: lossesSentence(losses, token, locale), notes: notes(losses.length),
      table: lossesTableView(losses.slice(0, rowsShown), token, loaded.displayAddress, locale), columns, rows: losses,
    }, locale)
  },
}
