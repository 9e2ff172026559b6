import { expect, it } from 'vitest'
import { toSharedNotes } from './sharedNotes'

it('are those that more than one view has, in the order in which they first stand', () => {
  const views = [{ notes: ['Block 7.', 'By day.'] }, { notes: ['Prices: its own.', 'Block 7.'] }, { notes: ['Prices: its own.', 'Block 7.'] }, { notes: [] }]
  expect(toSharedNotes(views)).toEqual(['Block 7.', 'Prices: its own.'])
})

it('are none of a single view, even where it says something twice', () => {
  expect(toSharedNotes([{ notes: ['Block 7.', 'Block 7.'] }])).toEqual([])
  expect(toSharedNotes([])).toEqual([])
})
