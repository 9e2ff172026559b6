import type { Protocol } from '@/lib/domain/protocol'
import type { CsvColumn } from '../csv'
import type { Loaded } from '../view'

/** The columns with which files of what is worked out over a token's history end: up to which day and block. */
export const studyColumns = ({ slug, token }: Pick<Protocol, 'slug' | 'token'>, { day, block }: { day: string; block: number }, displayAddress: Loaded['displayAddress']): CsvColumn<unknown>[] => [
  { name: 'protocol', kind: 'code', value: () => slug },
  { name: 'token_address', kind: 'code', value: () => displayAddress(token.address) },
  { name: 'day', kind: 'code', value: () => day },
  { name: 'block_number', kind: 'number', value: () => String(block) },
]
