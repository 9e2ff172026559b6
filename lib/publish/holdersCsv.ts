import { placePoint } from '@/lib/domain/amount'
import type { Token } from '@/lib/domain/protocol'
import type { HolderRow } from '@/lib/views/holderRow'
import { createPercentWriter, writeAscii, writeTokens } from './asciiFields'
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
  const digitsOf = (row: HolderRow) => row.digits ?? write(row.amount)
  const writePercent = createPercentWriter(basis.denominator, (digits) => toPercent(BigInt(digits), basis.denominator))
  return [
    { name: 'rank', kind: 'number', value: ({ rank }) => String(rank), write: ({ rank }, into, at) => writeAscii(String(rank), into, at) },
    { name: 'address', kind: 'code', value: ({ address }) => address, write: ({ address }, into, at) => writeAscii(address, into, at) },
    { name: 'balance', kind: 'number', value: (row) => placePoint(digitsOf(row), token.decimals), write: (row, into, at) => writeTokens(digitsOf(row), token.decimals, into, at) },
    { name: 'balance_raw', kind: 'number', value: digitsOf, write: (row, into, at) => writeAscii(digitsOf(row), into, at) },
    { name: 'share_pct', kind: 'number', value: ({ amount }) => toPercent(amount, basis.denominator), write: (row, into, at) => writePercent(digitsOf(row), into, at) },
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
