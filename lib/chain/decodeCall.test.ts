import { expect, it } from 'vitest'
import { decodeCall } from './decodeCall'

const word = (hex: string) => hex.padStart(64, '0')
// ERC-20's transfer(address,uint256): selector a9059cbb; 0x19 = 25.
const transfer = `0xa9059cbb${word('c0ffee')}${word('19')}` as const

it('reads what the signature says', () => {
  expect(decodeCall({ signature: 'transfer(address,uint256)', data: transfer })).toEqual({
    name: 'transfer', values: [{ type: 'address', text: '0x0000000000000000000000000000000000C0FFEE' }, { type: 'uint256', text: '25' }],
  })
})

it('reads what takes nothing', () => {
  // Pausable's pause(): 8456cb59.
  expect(decodeCall({ signature: 'pause()', data: '0x8456cb59' })).toEqual({ name: 'pause', values: [] })
})

it('reads lists', () => {
  // The contract ABI specification's example: sam(bytes,bool,uint256[]) with "dave", true and [1,2,3], selector a5643bf2.
  const data = `0xa5643bf2${word('60')}${word('1')}${word('a0')}${word('4')}${'64617665'.padEnd(64, '0')}${word('3')}${word('1')}${word('2')}${word('3')}` as const
  expect(decodeCall({ signature: 'sam(bytes,bool,uint256[])', data })?.values.map(({ text }) => text)).toEqual(['0x64617665', 'true', '[1, 2, 3]'])
})

it.each<[string, Parameters<typeof decodeCall>[0]]>([
  ['no signature', { signature: null, data: transfer }],
  ['another selector', { signature: 'approve(address,uint256)', data: transfer }],
  ['too few bytes', { signature: 'transfer(address,uint256)', data: '0xa9059cbb00' }],
  ['a signature that is none', { signature: 'transfer(address,uint256', data: transfer }],
  ['a type that is none', { signature: 'transfer(nothing)', data: transfer }],
  ['markup', { signature: '<script>(address)', data: transfer }],
  ['a long one', { signature: `f(${'uint8,'.repeat(100)}uint8)`, data: transfer }],
  ['parentheses without end', { signature: `f(${'('.repeat(200)})`, data: transfer }],
])('says nothing of %s', (_, call) => expect(decodeCall(call)).toBeNull())
