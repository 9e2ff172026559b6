import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { openEarnings } from './earnedFor'

const [ann, bob] = ['aa', 'bb'].map((pair) => `0x${pair.repeat(20)}` as Address) as [Address, Address]

it('an account is paid for what it has earned for since it was paid last, and for nothing that another has', () => {
  const earnings = openEarnings()
  expect(earnings.of(ann)).toBe('none')
  earnings.earn(ann, true)
  earnings.earn(ann, true)
  expect([earnings.settle(ann), earnings.of(bob)]).toEqual(['own', 'none'])
  earnings.earn(ann, false)
  expect(earnings.of(ann)).toBe('others')
  earnings.earn(ann, true)
  expect(earnings.settle(ann)).toBe('both')
})

it('what a payment left over is for the same as that payment', () => {
  const earnings = openEarnings()
  earnings.earn(ann, false)
  earnings.settle(ann)
  expect([earnings.settle(ann), earnings.settle(ann)]).toEqual(['others', 'others'])
  earnings.earn(ann, true)
  expect(earnings.settle(ann)).toBe('own')
})
