import { expect, it } from 'vitest'
import type { Label } from '../domain/label'
import type { Wrapper } from '../domain/protocol'
import { hasFiguresOf, toRecipe } from './recipe'

const treasury: Label = { address: `0x${'a'.repeat(40)}`, kind: 'contract', role: 'treasury', name: 'Treasury', source: 'https://example.org', asOf: '2026-01-01' }
const exchange: Label = { ...treasury, address: `0x${'b'.repeat(40)}`, role: 'exchange' }

const recipeOf = (labels: readonly Label[]) => toRecipe({ labels, wrappers: [] })

it('changes with what a lens leaves out, and not with names and dates', () => {
  const recipe = recipeOf([treasury])
  expect(recipeOf([{ ...treasury, name: 'The treasury', asOf: '2026-02-01' }])).toBe(recipe)
  expect(recipeOf([{ ...treasury, role: 'vesting' }])).not.toBe(recipe)
  expect(recipeOf([treasury, { ...exchange, role: 'burn' }])).not.toBe(recipe)
  expect(recipeOf([])).not.toBe(recipe)
})

it('says apart what changes figures and what changes only who held by role', () => {
  const recipe = recipeOf([treasury])
  const other = recipeOf([treasury, exchange])
  expect(other).not.toBe(recipe)
  expect(hasFiguresOf(other, recipe)).toBe(true)
  expect(hasFiguresOf(recipeOf([{ ...treasury, role: 'vesting' }]), recipe)).toBe(false)
  expect(hasFiguresOf(null, recipe)).toBe(false)
})

it('changes with what is looked through', () => {
  const wrapper: Wrapper = { source: 'voteEscrow', address: treasury.address, name: 'x', firstBlock: 0, assets: [exchange.address], contracts: {}, fact: 'made up' }
  expect(toRecipe({ labels: [], wrappers: [wrapper] })).not.toBe(toRecipe({ labels: [], wrappers: [] }))
  expect(toRecipe({ labels: [], wrappers: [{ ...wrapper, name: 'y' }] })).toBe(toRecipe({ labels: [], wrappers: [wrapper] }))
  const bridged = (chainId: number) => toRecipe({ labels: [], wrappers: [{ ...wrapper, otherSide: { chainId, token: exchange.address } }] })
  expect(new Set([bridged(10), bridged(42161), toRecipe({ labels: [], wrappers: [wrapper] })]).size).toBe(3)
})
