import { encodeAbiParameters, encodeFunctionData, parseAbi } from 'viem'
import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { ProposalCall } from '@/lib/domain/proposal'
import { readCalls } from './touchedContracts'

const toAddress = (pair: string) => `0x${pair.repeat(20)}` as Address
const [token, rewards, vault, payee, other] = ['aa', 'b1', 'c2', 'd3', 'e4'].map(toAddress) as [Address, Address, Address, Address, Address]
const known = new Set([rewards, vault])
const abi = parseAbi(['function transfer(address,uint256)', 'function transferFrom(address,address,uint256)', 'function notifyRewardAmount(uint256)', 'function schedule(address,uint256,bytes)', 'function setFee(uint256)'])
const call = (target: Address, data: `0x${string}`, more: Partial<ProposalCall> = {}): ProposalCall => ({ target, value: 0n, data, signature: null, ...more })
const pay = (to: Address, amount: bigint) => encodeFunctionData({ abi, functionName: 'transfer', args: [to, amount] })

it('finds a contract as a target and as an argument, with the call and the word', () => {
  const calls = [call(token, pay(rewards, 600n)), call(rewards, encodeFunctionData({ abi, functionName: 'notifyRewardAmount', args: [600n] }))]
  const { touched, payments, unread } = readCalls(calls, known)
  expect([...touched]).toEqual([[rewards, [
    { call: 1, target: token, calls: 'transfer(address,uint256)', how: 'argument', place: 1 },
    // cast sig 'notifyRewardAmount(uint256)', as in Synthetix' StakingRewards
    { call: 2, target: rewards, calls: '0x3c6b16ab', how: 'target', place: null },
  ]]])
  // What goes to a known contract goes to those for whom it holds: it is no payee.
  expect([payments, unread]).toEqual([[], []])
})

it('finds a contract in a call that is handed on, at its byte', () => {
  const { touched } = readCalls([call(other, encodeFunctionData({ abi, functionName: 'schedule', args: [token, 0n, pay(vault, 5n)] }))], known)
  // 4 of the selector, then words: target, value, where the bytes begin, their length; in them 4 of the selector and 12 zeros.
  expect(touched.get(vault)).toEqual([{ call: 1, target: other, calls: expect.any(String), how: 'inside', place: 4 + 4 * 32 + 4 + 12 }])
})

it('tells payments of tokens, of tokens from elsewhere, and of ether', () => {
  const from = encodeFunctionData({ abi, functionName: 'transferFrom', args: [other, payee, 7n] })
  const { payments, touched } = readCalls([call(token, pay(payee, 5n)), call(token, from), call(payee, '0x', { value: 9n })], known)
  expect(payments.map(({ payee: to, asset, amount, evidence: { call: at, how, place } }) => [to, asset, amount, at, how, place])).toEqual([
    [payee, token, 5n, 1, 'argument', 1],
    [payee, token, 7n, 2, 'argument', 2],
    [payee, null, 9n, 3, 'target', null],
  ])
  expect(touched.size).toBe(0)
})

it('says a call as the proposal says it, where it does', () => {
  const [evidence] = readCalls([call(token, pay(rewards, 1n), { signature: 'pay(address,uint256)' })], known).touched.get(rewards)!
  expect(evidence!.calls).toBe('pay(address,uint256)')
})

it('says which calls tell nothing, and takes no cut or overlong argument for a payment', () => {
  const tooLong = `0xa9059cbb${encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [2n ** 200n, 1n]).slice(2)}` as const
  const { payments, unread } = readCalls([call(other, encodeFunctionData({ abi, functionName: 'setFee', args: [3n] })), call(token, '0xa9059cbb00'), call(token, tooLong), call(token, pay(payee, 1n))], known)
  expect([payments.length, unread]).toEqual([1, [1, 2, 3]])
})

it('finds an address whichever way its letters are written, and none that begins in the middle of a byte', () => {
  expect(readCalls([call(token, pay(vault, 1n).toUpperCase().replace('0X', '0x') as `0x${string}`)], known).touched.has(vault)).toBe(true)
  // Half a byte further: c2c2… stands there as 2c2c…
  expect(readCalls([call(token, `0x12345678${'0'.repeat(23)}${vault.slice(2)}0`)], known).touched.has(vault)).toBe(false)
})
