import { toDecimalString } from '@/lib/domain/amount'
import type { HoldingChange } from '@/lib/domain/changedDistribution'
import type { ChangeKind, ChangeRow, ChangesBasis, Moment } from '@/lib/views/changesTables'
import type { CsvColumn } from './csv'
import { toIsoTime } from './csvBasis'
import { toPercent } from './plainDecimal'

/** An account that changed, and how. */
export type ChangeCsvRow = ChangeRow & { kind: ChangeKind }

/**
 * The columns of a file of changes: one row an account, with what it held at both moments and both moments themselves. Amounts that end in
 * `_raw` are in smallest units. A share is empty where the lens left nothing to take it of.
 *
 * @example changesColumns(basis, { protocol: 'uniswap', tokenAddress: '0x1f98…', lens: 'raw' }).map(({ name }) => name)[0] // 'change'
 */
export function changesColumns(
  basis: ChangesBasis,
  of: ChangesOf,
): CsvColumn<ChangeCsvRow>[] {
  return [
    { name: 'change', kind: 'code', value: ({ kind }) => kind },
    { name: 'address', kind: 'code', value: ({ address }) => address },
    ...amountsColumns(basis),
    { name: 'label', kind: 'text', value: ({ label }) => label?.name ?? null },
    { name: 'label_role', kind: 'code', value: ({ label }) => label?.role ?? null },
    { name: 'label_source', kind: 'text', value: ({ label }) => label?.source ?? null },
    ...periodColumns(basis, of),
  ]
}

/** How many changed in one way, and what they held together. */
export type ChangesSum = Pick<HoldingChange, 'before' | 'after'> & { kind: ChangeKind; accounts: number }

/**
 * The columns of a file that sums changes up, one row for each way to change.
 *
 * @example changesSumColumns(basis, { protocol: 'uniswap', tokenAddress: '0x1f98…', lens: 'raw' }).map(({ name }) => name)[1] // 'accounts'
 */
export const changesSumColumns = (basis: ChangesBasis, of: ChangesOf): CsvColumn<ChangesSum>[] => [
  { name: 'change', kind: 'code', value: ({ kind }) => kind },
  { name: 'accounts', kind: 'number', value: ({ accounts }) => String(accounts) },
  ...amountsColumns(basis),
  ...periodColumns(basis, of),
]

/** What a file of changes is about. */
interface ChangesOf {
  protocol: string
  tokenAddress: string
  lens: string
}

function amountsColumns({ token, from, to }: ChangesBasis): CsvColumn<Pick<HoldingChange, 'before' | 'after'>>[] {
  const toShare = (amount: bigint, { denominator }: Moment) => (denominator === 0n ? null : toPercent(amount, denominator))
  return [
    { name: 'before', kind: 'number', value: ({ before }) => toDecimalString(before, token.decimals) },
    { name: 'before_raw', kind: 'number', value: ({ before }) => String(before) },
    { name: 'after', kind: 'number', value: ({ after }) => toDecimalString(after, token.decimals) },
    { name: 'after_raw', kind: 'number', value: ({ after }) => String(after) },
    { name: 'change_raw', kind: 'number', value: ({ before, after }) => String(after - before) },
    { name: 'share_before_pct', kind: 'number', value: ({ before }) => toShare(before, from) },
    { name: 'share_after_pct', kind: 'number', value: ({ after }) => toShare(after, to) },
  ]
}

function periodColumns({ from, to }: ChangesBasis, { protocol, tokenAddress, lens }: ChangesOf): CsvColumn<unknown>[] {
  return [
    { name: 'protocol', kind: 'code', value: () => protocol },
    { name: 'token_address', kind: 'code', value: () => tokenAddress },
    { name: 'lens', kind: 'code', value: () => lens },
    ...momentColumns('from', from),
    ...momentColumns('to', to),
  ]
}

const momentColumns = (name: string, moment: Moment): CsvColumn<unknown>[] => [
  { name: `${name}_block_number`, kind: 'number', value: () => String(moment.block) },
  { name: `${name}_block_time`, kind: 'code', value: () => toIsoTime(moment.timestamp) },
  { name: `${name}_denominator_raw`, kind: 'number', value: () => String(moment.denominator) },
]
