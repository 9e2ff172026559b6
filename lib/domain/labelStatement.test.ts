import { expect, it } from 'vitest'
import { labelSchema } from './label'
import { labelStatementSchema, toChainStatement, toStatement } from './labelStatement'

const address = `0x${'a'.repeat(40)}` as const

it('a label as it was always kept still loads, and its parts that nobody said are not there', () => {
  const kept = { address, kind: 'contract', role: 'burn', name: 'x', source: 's', asOf: '2026-01-01' }
  expect(labelSchema.parse(kept)).toEqual(kept)
  expect(toStatement(labelSchema.parse(kept))).toEqual({ ...kept, origin: 'protocol', file: '', confidence: 'certain', entity: null, exclusion: null })
})

it('what is not said has its usual value', () => {
  expect(labelStatementSchema.parse({ address: address.toUpperCase().replace('0X', '0x'), source: 's', asOf: '2026-01-01' })).toEqual({
    address, origin: 'protocol', file: '', kind: 'unknown', role: null, name: null, source: 's', asOf: '2026-01-01', confidence: 'certain', entity: null, exclusion: null,
  })
  expect(labelStatementSchema.safeParse({ address, source: '\u200b', asOf: '2026-01-01' }).success).toBe(false)
})

it('a contract’s own name is data', () => {
  expect(toChainStatement({ address, kind: 'contract', role: 'vault', name: '\u202eVault\u0000<b>', fact: 'answers asset()', evidence: 'answers' }, '2026-01-01')).toMatchObject({
    origin: 'chain', name: 'Vault<b>', source: 'answers asset()', confidence: 'likely',
  })
})
