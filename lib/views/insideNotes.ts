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

/**
 * That two protocols that are shown beside one another have the same tokens.
 *
 * @example twiceText({ name: 'Livepeer (Arbitrum)', whole: 'Livepeer' }).en // 'The tokens of Livepeer (Arbitrum) lie in the bridge of Livepeer: …'
 */
export const twiceText = ({ name, whole }: Inside): Text => ({
  en: `The tokens of ${name} lie in the bridge of ${whole}: their owners are among those of ${whole}. Both together are one token shown twice, not two.`,
  de: `Die Token von ${name} liegen in der Brücke von ${whole}: Ihre Eigentümer stehen schon bei ${whole}. Beides zusammen ist ein Token, zweimal gezeigt.`,
})
