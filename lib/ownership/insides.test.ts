import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { OtherSide } from '../domain/otherSide'
import { protocols } from '../protocols/registry'
import { toInsides } from './insides'

const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const toProtocol = (slug: string, chainId: number, index: number, ...otherSides: readonly (OtherSide | undefined)[]) =>
  ({ slug, token: { chainId, address: toAddress(index) }, wrappers: otherSides.map((otherSide) => ({ ...(otherSide ? { otherSide } : {}) })) })
const told = (...of: readonly ReturnType<typeof toProtocol>[]) => [...toInsides(of)].map(([inside, { slug }]) => [inside, slug])

it('finds whose tokens stand for those in an escrow, on the chain that it names', () => {
  const far = { chainId: 2, token: toAddress(9) }
  expect(told(toProtocol('a', 1, 1, undefined, far), toProtocol('b', 2, 9), toProtocol('c', 3, 9))).toEqual([['b', 'a']])
  // It does not matter in which order they stand, and one that is not followed is nobody's.
  expect(told(toProtocol('b', 2, 9), toProtocol('a', 1, 1, far))).toEqual([['b', 'a']])
  expect(told(toProtocol('a', 1, 1, far), toProtocol('c', 3, 9))).toEqual([])
})

it('leaves one of two that each keep an escrow for the other', () => {
  const [a, b] = [toProtocol('a', 1, 1, { chainId: 2, token: toAddress(9) }), toProtocol('b', 2, 9, { chainId: 1, token: toAddress(1) })]
  expect(told(a, b)).toEqual([['b', 'a']])
})

it('knows that LPT on Arbitrum stands for what lies in the escrow on Ethereum', () => {
  expect([...toInsides(protocols)].map(([inside, { slug }]) => [inside, slug])).toEqual([['livepeer-arbitrum', 'livepeer']])
})
