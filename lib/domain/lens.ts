import type { AccountRole } from './label'
import type { Text } from './text'

/** Who is left out: nobody, or what cannot be spent today. */
export type Treatment = 'raw' | 'circulating'

/**
 * What is asked beside the treatment, in this order, joined by '-': holders behind contracts (`owners`), addresses of one owner as one holder
 * (`entities`), shares of the whole supply in place of what the lens keeps (`ofSupply`), without the smallest holders (`noDust`).
 */
export type LensId = `${Treatment}${'' | '-owners'}${'' | '-entities'}${'' | '-ofSupply'}${'' | '-noDust'}`

/** What counts as one holder and who is left out. Every figure carries its lens. */
export interface Lens {
  id: LensId
  name: Text
  /** What counts as a holder and what is left out, in a few sentences */
  description: Text
  /** Name of the denominator of every share under this lens. */
  denominator: Text
  /** The same as it stands in a sentence: 'of the total supply' */
  ofDenominator: Text
  treatment: Treatment
  /** Accounts with one of these roles are left out. */
  excludedRoles: readonly AccountRole[]
  /** Whether what contracts hold is handed on to those who own it */
  looksThrough: boolean
  /** Whether addresses of one owner count as one holder */
  mergesEntities: boolean
  /** Whether shares are taken of the whole supply, whoever is left out */
  ofSupply: boolean
  /** Whether holders of less than a billionth of the supply are left out */
  withoutDust: boolean
  /** Whether each day of history is measured under it */
  daily: boolean
}
