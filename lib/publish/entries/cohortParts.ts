import type { CohortStudy } from '@/lib/domain/cohorts'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toCohortNotes } from '@/lib/views/cohorts/cohortNotes'
import type { CsvColumn } from '../csv'
import type { Loaded } from '../view'

/** What all charts of a study of cohorts have. */
export const cohortChart = { scopes: ['token'], lenses: false, days: false, fixed: false, long: false, needs: ['cohorts'] } as const

/** What the charts of a study of cohorts begin with. */
export interface CohortParts {
  token: Token
  study: CohortStudy
  notes: (about: 'arrival' | 'payouts' | 'insiders') => string[]
  /** Whose it is */
  protocolColumns: CsvColumn<unknown>[]
  /** The last day in it, with its block */
  basisColumns: CsvColumn<unknown>[]
}

/** A protocol's study of cohorts, with what its charts say beside; null before it was made. */
export function toCohortParts({ protocol, studies: { cohorts: kept }, displayAddress }: Loaded, locale: Locale): CohortParts | null {
  if (!protocol || !kept) return null
  const { result: study, day, block } = kept
  return {
    token: protocol.token,
    study,
    notes: (about) => toCohortNotes({ study, day, block }, about, locale),
    protocolColumns: [
      { name: 'protocol', kind: 'code', value: () => protocol.slug },
      { name: 'token_address', kind: 'code', value: () => displayAddress(protocol.token.address) },
    ],
    basisColumns: [
      { name: 'day', kind: 'code', value: () => day },
      { name: 'block_number', kind: 'number', value: () => String(block) },
    ],
  }
}

/** The columns of rows that are months. */
export const monthColumns = <Row extends { day: string; block: number }>(): [day: CsvColumn<Row>, block: CsvColumn<Row>] => [
  { name: 'day', kind: 'code', value: ({ day }) => day },
  { name: 'block_number', kind: 'number', value: ({ block }) => String(block) },
]
