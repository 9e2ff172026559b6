import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '@/lib/views/format'
import { shortAddress, type HolderRow } from '@/lib/views/holderRow'
import { holdersTable as holdersTableView } from '@/lib/views/holdersTable'
import { providersTable as providersTableView } from '@/lib/views/providersTable'
import type { CsvColumn } from '../csv'
import { holdersColumns } from '../holdersCsv'
import type { Chart, Loaded } from '../view'
import { toSubjectParts, type SubjectParts } from './subjectParts'
import { toTableView, toTitle } from './toTableView'

const words = {
  en: {
    holders: (count: string, name: string) => `${count} accounts hold ${name}.`,
    providers: (count: string, name: string) => `${count} accounts provide ${name}.`,
    largest: (name: string, share: string) => ` The largest, ${name}, has ${share}.`,
    shown: (rows: string, all: string) => `The ${rows} largest of ${all} are shown; the CSV file has all of them.`,
  },
  de: {
    holders: (count: string, name: string) => `${count} Konten halten ${name}.`,
    providers: (count: string, name: string) => `${count} Konten stellen ${name} bereit.`,
    largest: (name: string, share: string) => ` Das größte, ${name}, hat ${share}.`,
    shown: (rows: string, all: string) => `Gezeigt sind die ${rows} größten von ${all}; die CSV-Datei enthält alle.`,
  },
} as const

function toSentence({ holders: { rows, matched } }: Loaded, { name, measurement, basis, isPool }: SubjectParts, locale: Locale): string {
  const word = words[locale]
  const count = formatNumber(matched, 'count', locale)
  const largest = rows[0]
  const share = largest && `${formatNumber(toRatio(largest.amount, measurement.denominator), 'share', locale)} ${basis.ofDenominator}`
  return word[isPool ? 'providers' : 'holders'](count, name) + (largest && share ? word.largest(largest.label?.name ?? shortAddress(largest.address), share) : '')
}

function toNotes({ holders: { rows, matched } }: Loaded, { basis }: SubjectParts, locale: Locale): readonly string[] {
  if (rows.length >= matched) return basis.notes
  return [...basis.notes, words[locale].shown(formatNumber(rows.length, 'count', locale), formatNumber(matched, 'count', locale))]
}

interface HolderTable {
  columns: (loaded: Loaded, parts: SubjectParts) => readonly CsvColumn<HolderRow>[]
  table: (loaded: Loaded, parts: SubjectParts, locale: Locale) => Table
}

/** Whoever holds a token is listed the same way; what stands in the columns differs. */
function toHolderChart(chart: Pick<Chart, 'id' | 'title' | 'scopes'>, { columns, table }: HolderTable): Chart {
  return {
    ...chart,
    kind: 'table',
    lenses: true,
    days: false,
    fixed: true,
    needs: ['holders'],
    long: true,
    holderColumns: (loaded) => {
      const parts = toSubjectParts(loaded, 'en')
      return parts && columns(loaded, parts)
    },
    view: (loaded, locale) => {
      const parts = toSubjectParts(loaded, locale)
      if (!parts) return null
      return toTableView({
        id: chart.id,
        title: toTitle(chart.title, parts.name, locale),
        sentence: toSentence(loaded, parts, locale),
        notes: toNotes(loaded, parts, locale),
        table: table(loaded, parts, locale),
        columns: columns(loaded, parts),
        rows: loaded.holders.rows,
      }, locale)
    },
  }
}

export const holdersTable = toHolderChart({ id: 'holdersTable', title: { en: 'All holders', de: 'Alle Halter' }, scopes: ['token', 'list'] }, {
  columns: (_, { token, csvBasis, lens }) => holdersColumns(token, csvBasis, { ways: lens.looksThrough }),
  table: ({ holders }, { token, measurement }, locale) => holdersTableView(holders.rows, token, measurement.denominator, locale),
})

/**
 * The columns of a providers' file: those of a holders file, and what of the pool's two reserves burning the LP tokens would pay out.
 *
 * @example providersColumns(loaded, parts).map(({ name }) => name).includes('token0_amount_raw') // true where the reserves were read
 */
function providersColumns({ reserves, displayAddress }: Pick<Loaded, 'reserves' | 'displayAddress'>, { token, csvBasis, snapshot }: SubjectParts): CsvColumn<HolderRow>[] {
  const { supply } = snapshot
  const all = holdersColumns(token, csvBasis)
  if (!supply || !reserves) return all
  const parts = reserves.tokens.flatMap(({ address, decimals, reserve }, place): CsvColumn<HolderRow>[] => {
    const part = (amount: bigint) => (reserve * amount) / supply
    return [
      { name: `token${place}_address`, kind: 'code', value: () => displayAddress(address) },
      { name: `token${place}_amount`, kind: 'number', value: ({ amount }) => toDecimalString(part(amount), decimals) },
      { name: `token${place}_amount_raw`, kind: 'number', value: ({ amount }) => String(part(amount)) },
    ]
  })
  const end = all.findIndex(({ name }) => name === 'protocol')
  return [...all.slice(0, end), ...parts, ...all.slice(end)]
}

export const providersTable = toHolderChart({ id: 'providersTable', title: { en: 'All providers', de: 'Alle Anbieter' }, scopes: ['pool'] }, {
  columns: providersColumns,
  table: ({ holders, reserves }, { measurement, snapshot }, locale) =>
    providersTableView(holders.rows, { denominator: measurement.denominator, supply: snapshot.supply, reserves }, locale),
})
