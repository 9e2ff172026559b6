import { placePoint } from '@/lib/domain/amount'
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
 * @param options.ways whether the rows say by which contracts they came
 * @example holdersColumns(uni, basis).map(({ name }) => name).slice(0, 4) // ['rank', 'address', 'balance', 'balance_raw']
 */
export function holdersColumns(token: Pick<Token, 'symbol' | 'decimals'>, basis: CsvBasis, { ways = false } = {}): CsvColumn<HolderRow>[] {
  const write = toAmountWriter()
  return [
    { name: 'rank', kind: 'number', value: ({ rank }) => String(rank) },
    { name: 'address', kind: 'code', value: ({ address }) => address },
    { name: 'balance', kind: 'number', value: ({ amount }) => placePoint(write(amount), token.decimals) },
    { name: 'balance_raw', kind: 'number', value: ({ amount }) => write(amount) },
    { name: 'share_pct', kind: 'number', value: ({ amount }) => toPercent(amount, basis.denominator) },
    { name: 'label', kind: 'text', value: ({ label }) => label?.name ?? null },
    { name: 'label_role', kind: 'code', value: ({ label }) => label?.role ?? null },
    { name: 'label_source', kind: 'text', value: ({ label }) => label?.source ?? null },
    ...(ways ? toWayColumns(write) : []),
    ...basisColumns(basis),
  ]
}

/** Three columns of a row say the same amount: it is written out once. */
function toAmountWriter(): (amount: bigint) => string {
  let last = -1n
  let text = ''
  return (amount) => {
    if (amount !== last) {
      last = amount
      text = amount.toString()
    }
    return text
  }
}

/** By which contracts the largest part came, how many ways there are, and what lies in the owner's own wallet. */
const toWayColumns = (write: (amount: bigint) => string): readonly CsvColumn<HolderRow>[] => [
  { name: 'via', kind: 'text', value: ({ ways }) => (ways?.[0]?.contracts.length ? ways[0].contracts.map(({ address }) => address).join('>') : null) },
  { name: 'ways', kind: 'number', value: ({ ways }) => (ways?.length === 1 ? '1' : String(ways?.length ?? 0)) },
  { name: 'in_wallet_raw', kind: 'number', value: ({ ways }) => write(ways?.find(({ contracts }) => contracts.length === 0)?.amount ?? 0n) },
]
