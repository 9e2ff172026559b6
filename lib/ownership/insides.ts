import type { Address } from '../domain/address'
import type { OtherSide } from '../domain/otherSide'

/** What tells whether a protocol's token is counted with another one's. */
interface Counted {
  slug: string
  token: { chainId: number; address: Address }
  /** Escrows of bridges, with their other sides as far as these are looked through */
  wrappers: readonly { otherSide?: OtherSide }[]
}

/**
 * Whose tokens are counted with another protocol's already: of a token that stands in another chain's place for what lies in a bridge, the owners are
 * among those of the token in the bridge. What compares protocols with one another shows only the one with the escrow.
 *
 * @returns by slug the protocol that counts its tokens
 * @example toInsides([livepeer, livepeerArbitrum]).get('livepeer-arbitrum')?.slug // 'livepeer'
 */
export function toInsides<Protocol extends Counted>(protocols: readonly Protocol[]): ReadonlyMap<string, Protocol> {
  const insides = new Map<string, Protocol>()
  for (const whole of protocols)
    for (const { otherSide } of whole.wrappers) {
      const inside = otherSide && protocols.find(({ token }) => token.chainId === otherSide.chainId && token.address === otherSide.token)
      // Two that each keep an escrow for the other have nobody of whom the other would be a part: the first is.
      if (inside && inside.slug !== whole.slug && !insides.has(whole.slug)) insides.set(inside.slug, whole)
    }
  return insides
}
