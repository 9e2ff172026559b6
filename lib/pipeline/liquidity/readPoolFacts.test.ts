import { expect, it } from 'vitest'
import { protocolSchema } from '@/lib/domain/protocol'
import { withQuote } from './readPoolFacts'

const [own, ether, dollar, other, third] = ['1', '2', '3', '4', '5'].map((digit) => `0x${digit.repeat(40)}` as const) as [`0x${string}`, `0x${string}`, `0x${string}`, `0x${string}`, `0x${string}`]
const protocol = protocolSchema.parse({
  slug: 'one', name: 'One', category: 'exchange', website: 'https://example.org', money: { wrappedEther: ether, dollars: [dollar] },
  token: { chainId: 1, address: own, symbol: 'T', name: 'T', decimals: 18, firstBlock: 0 },
})

it.each([
  [[own, ether], 1], [[ether, own], 0], [[dollar, ether], 0], [[ether, dollar], 1], [[own, other], 1], [[other, own], 0], [[other, ether], 1], [[other, third], 1],
] as const)('dollars before wrapped ether before others before the protocol’s own: %j is told in token %i', ([token0, token1], quote) => {
  const [first, second] = [token0, token1].map((address) => ({ address, symbol: '', decimals: 18 }))
  const facts = { source: 's', chainId: 1, address: third, name: 'p', firstBlock: 0, contracts: {}, tokens: [first!, second!] as const, feePpm: 3000 }
  expect(withQuote(facts, protocol)).toEqual({ ...facts, quote })
})
