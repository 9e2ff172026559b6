import { expect, it } from 'vitest'
import { protocolSchema } from './protocol'

const [token, twin] = ['a', 'b'].map((digit) => `0x${digit.repeat(40)}`) as [string, string]
const escrow = (digit: string, chainId: number) => ({ source: 'bridgeEscrow', address: `0x${digit.repeat(40)}`, name: 'Escrow', firstBlock: 0, assets: [token], fact: 'made up', otherSide: { chainId, token: twin } })
const read = (...wrappers: readonly ReturnType<typeof escrow>[]) =>
  protocolSchema.safeParse({ slug: 'p', name: 'P', category: 'compute', website: 'https://example.org/', token: { chainId: 1, address: token, symbol: 'P', name: 'P', decimals: 18, firstBlock: 0 }, wrappers })

it('takes an escrow for each chain, and no two for one token: its owners would be counted twice', () => {
  expect(read(escrow('c', 10), escrow('d', 42161)).success).toBe(true)
  expect(read(escrow('c', 10), escrow('d', 10)).error?.issues[0]?.message).toBe('two escrows for one token on another chain: its owners would be counted twice')
})
