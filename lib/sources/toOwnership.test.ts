import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { Claim } from '../domain/distribution'
import { sumOf, toWrapper } from '@/tests/sourceChain'
import { toHoldings } from '@/tests/toHoldings'
import { holdingOf, toNobody, toOwnership } from './toOwnership'

const [contract, asset, other, holder] = ['c', 'a', 'b', 'e'].map((digit) => `0x${digit.repeat(40)}`) as [Address, Address, Address, Address]
const wrapper = toWrapper('test', { address: contract, assets: [asset, other] })
const toInput = (balances: readonly Claim[]) => ({ wrapper, ...toHoldings((token) => (token === asset ? balances : [])) })
const facts = { source: 'test', asset, shares: null, rest: 'surplus' } as const

it('knows what lies in the contract, all of it', () => {
  const balances = [{ account: holder, amount: 9n }, { account: contract, amount: 4n }, { account: contract, amount: 1n }]
  expect(holdingOf(toInput(balances), asset)).toBe(5n)
  expect(holdingOf(toInput(balances), other)).toBe(0n)
  // Only of the one asset does anything lie there.
  expect(toNobody(toInput(balances), 'test', 'otherChain')).toEqual([
    { contract, asset, source: 'test', shares: null, claims: [], unresolved: [{ reason: 'otherChain', amount: 5n }] },
  ])
})

it('accounts for all that lies there, and never for less than is claimed', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 128n), fc.array(fc.bigInt(1n, 2n ** 127n), { maxLength: 5 }), (held, amounts) => {
      const claims = amounts.map((amount) => ({ account: holder, amount }))
      const claimed = amounts.reduce((sum, amount) => sum + amount, 0n)
      const [ownership] = toOwnership(toInput([{ account: contract, amount: held }]), { ...facts, claims })
      expect(ownership?.unresolved.every(({ amount }) => amount > 0n) ?? true).toBe(true)
      expect(ownership ? sumOf(ownership) : 0n).toBe(held > claimed ? held : claimed)
    }),
  )
})
