import { expect, it } from 'vitest'
import type { Label } from '../domain/label'
import { toRecipe } from './recipe'

const treasury: Label = { address: `0x${'a'.repeat(40)}`, kind: 'contract', role: 'treasury', name: 'Treasury', source: 'https://example.org', asOf: '2026-01-01' }
const exchange: Label = { ...treasury, address: `0x${'b'.repeat(40)}`, role: 'exchange' }

it('changes with what a lens leaves out, and with nothing else', () => {
  const recipe = toRecipe([treasury])
  expect(toRecipe([exchange, { ...treasury, name: 'The treasury', asOf: '2026-02-01' }])).toBe(recipe)
  expect(toRecipe([{ ...treasury, role: 'vesting' }])).not.toBe(recipe)
  expect(toRecipe([treasury, { ...exchange, role: 'burn' }])).not.toBe(recipe)
  expect(toRecipe([])).not.toBe(recipe)
})
