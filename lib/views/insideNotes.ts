import type { Inside } from '@/lib/domain/otherSide'
import type { Locale, Text } from '@/lib/domain/text'

/**
 * Why a protocol is left out whose tokens another one counts already.
 *
 * @example insideText({ name: 'Livepeer (Arbitrum)', whole: 'Livepeer' }).en
 * // 'Livepeer (Arbitrum) is not counted beside Livepeer: its owners are among those of Livepeer, in place of the escrow of the bridge.'
 */
export const insideText = ({ name, whole }: Inside): Text => ({
  en: `${name} is not counted beside ${whole}: its owners are among those of ${whole}, in place of the escrow of the bridge.`,
  de: `${name} zählt nicht neben ${whole}: Seine Eigentümer stehen bei ${whole} schon an der Stelle der Brückentreuhand.`,
})

/** The same of several, a note each. @example insideNotes([], 'en') // [] */
export const insideNotes = (insides: readonly Inside[], locale: Locale): string[] => insides.map((inside) => insideText(inside)[locale])
