import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { ManagerStatus } from '@/lib/domain/poolReading'
import { shareManagersNote } from './shareManagers'

const reading = (...statuses: ManagerStatus[]) => ({ contractProviders: { asked: 3, contracts: [], managers: statuses.map((status, place) => ({ account: `0x${String(place).repeat(40)}` as Address, status })) } })

it('says what is missing where somebody is looked through, and nothing of those that are not', () => {
  expect(shareManagersNote({}, 'en')).toBeNull()
  expect(shareManagersNote(reading('found', 'unbelieved'), 'en')).toBeNull()
  expect(shareManagersNote(reading('lookedThrough', 'found'), 'en')).toMatch(/^One manager of liquidity is looked through: .* beside the pool is in no figure\./)
  expect(shareManagersNote(reading('lookedThrough', 'lookedThrough'), 'de')).toMatch(/^2 Verwalter von Liquidität sind durchgesehen: .* steht in keiner Zahl\./)
})
