import { protocolSchema, type Money, type Protocol } from '@/lib/domain/protocol'
import { chainId } from './chainId'
import type { StoryProtocol } from './world'

/** A protocol of the story as Lorenz reads it. */
export function toProtocol({ character, token, tokenBlock, pair, pairBlock, labels, wrappers, governance }: StoryProtocol, money: Money): Protocol {
  const { slug, name, category, symbol, tokenName } = character
  return protocolSchema.parse({
    slug,
    name,
    category,
    website: `https://example.org/${slug}`,
    demo: true,
    token: { chainId, address: token.address, symbol, name: tokenName, decimals: 18, firstBlock: tokenBlock },
    pools: [
      {
        kind: 'uniswapV2Pair',
        lpToken: { chainId, address: pair.address, symbol: 'UNI-V2', name: 'Uniswap V2', decimals: 18, firstBlock: pairBlock },
        source: 'deployed by the demo story',
      },
    ],
    labels,
    wrappers,
    governance,
    money,
    caveats: [
      {
        en: 'Demo data: real contracts on a private chain, invented people. It says nothing about any real protocol.',
        de: 'Demodaten: echte Contracts auf einer privaten Chain, erfundene Menschen. Über ein wirkliches Protokoll sagen sie nichts aus.',
      },
    ],
  })
}
