import { toDecimalString } from '@/lib/domain/amount'
import type { Token } from '@/lib/domain/protocol'
import type { HolderRow } from '@/lib/views/holderRow'
import { basisColumns, type CsvBasis } from './csvBasis'
import type { CsvColumn } from './csv'
import { toPercent } from './plainDecimal'

/**
 * The columns of a holders file: one row a holder, largest first, to the last one. Every row says what it rests on, so that files of
 * several protocols and blocks can be joined. `balance_raw` is in smallest units; `balance` is the same amount in tokens, exactly.
 * Spreadsheets keep 15 digits of a number: read the two as text there.
 *
 * @example holdersColumns(uni, basis).map(({ name }) => name).slice(0, 4) // ['rank', 'address', 'balance', 'balance_raw']
 */
export function holdersColumns(token: Pick<Token, 'symbol' | 'decimals'>, basis: CsvBasis): CsvColumn<HolderRow>[] {
  return [
    { name: 'rank', kind: 'number', value: ({ rank }) => String(rank) },
    { name: 'address', kind: 'code', value: ({ address }) => address },
    { name: 'balance', kind: 'number', value: ({ amount }) => toDecimalString(amount, token.decimals) },
    { name: 'balance_raw', kind: 'number', value: ({ amount }) => String(amount) },
    { name: 'share_pct', kind: 'number', value: ({ amount }) => toPercent(amount, basis.denominator) },
    { name: 'label', kind: 'text', value: ({ label }) => label?.name ?? null },
    { name: 'label_role', kind: 'code', value: ({ label }) => label?.role ?? null },
    { name: 'label_source', kind: 'text', value: ({ label }) => label?.source ?? null },
    ...basisColumns(basis),
  ]
}
