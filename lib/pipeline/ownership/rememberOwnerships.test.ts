import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { Claim } from '@/lib/domain/distribution'
import { wrappedToken } from '@/lib/sources/wrappedToken'
import { toHoldings } from '@/tests/toHoldings'
import { toToken, toWrapper } from '@/tests/sourceChain'
import { rememberOwnerships } from './rememberOwnerships'

const [contract, asset, ann] = ['c', 'a', 'e'].map((digit) => `0x${digit.repeat(40)}`) as [Address, Address, Address]
const wrapper = toWrapper('wrappedToken', { address: contract, assets: [asset], shareToken: toToken(contract) })
const shares: readonly Claim[] = [{ account: ann, amount: 5n }]
const toInput = (list: readonly Claim[], held: bigint, answers: unknown = null) => ({ wrapper, logs: [], answers, ...toHoldings((token) => (token === contract ? list : [{ account: contract, amount: held }])) })

it('asks again where shares, the holding, or answers are others, and only there', () => {
  const ask = rememberOwnerships(wrappedToken)
  const first = ask(toInput(shares, 7n))
  expect(first).toEqual(wrappedToken.toOwnerships(toInput(shares, 7n)))
  expect(ask(toInput(shares, 7n))).toBe(first)
  const inputs = [toInput(shares, 8n), toInput([{ account: ann, amount: 6n }], 8n), toInput(shares, 7n, { kept: true }), toInput(shares, 7n)]
  for (const input of inputs) {
    const told = ask(input)
    expect(told).not.toBe(first)
    expect(told).toEqual(wrappedToken.toOwnerships(input))
  }
})
