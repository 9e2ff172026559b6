import { expect, it } from 'vitest'
import { lenses, toLens } from '@/lib/ownership/lenses'
import { toDailyLens, toLensChoices } from './lensChoices'

it('changes one choice and keeps the others', () => {
  const { treatments, toggles } = toLensChoices(toLens('circulating-owners-noDust'), lenses, 'en')
  expect(treatments.map(({ name, isChosen, lens }) => [name, isChosen, lens])).toEqual([
    ['All addresses', false, 'raw-owners-noDust'],
    ['Circulating', true, 'circulating-owners-noDust'],
  ])
  expect(toggles.map(({ id, isChosen, lens }) => [id, isChosen, lens])).toEqual([
    ['looksThrough', true, 'circulating-noDust'],
    ['mergesEntities', false, 'circulating-owners-entities-noDust'],
    ['ofSupply', false, 'circulating-owners-ofSupply-noDust'],
    ['withoutDust', true, 'circulating-owners'],
  ])
})

it('offers nothing under which nothing was measured', () => {
  expect(toLensChoices(toLens('raw'), [toLens('raw'), toLens('circulating')], 'de').toggles).toEqual([])
  expect(toLensChoices(toLens('raw'), [toLens('raw'), toLens('raw-ofSupply')], 'de')).toEqual({
    treatments: [],
    toggles: [{ id: 'ofSupply', name: 'Anteile an der Gesamtmenge', isChosen: false, lens: 'raw-ofSupply' }],
  })
})

it('leads to the closest lens with the choice where that very one was not measured, as where only days are kept', () => {
  const daily = lenses.filter((lens) => lens.daily)
  const { treatments, toggles } = toLensChoices(toLens('circulating-owners-entities'), daily, 'en')
  expect(treatments.map(({ lens }) => lens)).toEqual(['raw', 'circulating-owners-entities'])
  expect(toggles.map(({ lens }) => lens)).toEqual(['circulating', 'circulating'])
})

it('names a lens with history for one without', () => {
  expect(toDailyLens(toLens('raw-owners'), lenses)?.id).toBe('raw')
  expect(toDailyLens(toLens('circulating-owners-entities-noDust'), lenses)?.id).toBe('circulating-owners-entities')
  expect(toDailyLens(toLens('circulating'), lenses)).toBeNull()
})
