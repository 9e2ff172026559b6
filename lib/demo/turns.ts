import type { StoryTurn } from '@/lib/domain/environment'
import { demoCompute, demoLend, demoSwap, type Character } from './characters'
import { spreadingCharacters } from './spreadingCharacters'

/** How the three protocols' stories go, turn by turn. */
export interface Characters {
  swap: Character
  lend: Character
  compute: Character
}

/** The two ways that the story can go: it begins broad and ends concentrated, or power spreads. */
export const turns: { readonly [Turn in StoryTurn]: Characters } = {
  concentrating: { swap: demoSwap, lend: demoLend, compute: demoCompute },
  spreading: spreadingCharacters,
}
