import { describe, expect, it } from 'vitest'
import { toEventSelector } from 'viem'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import { readWardWays } from './wards'

const at = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [relied, denied] = ['Rely(address)', 'Deny(address)'].map((name) => toEventSelector(name))
const toLog = (topic: `0x${string}` | undefined, account: Address, nth: number): Log =>
  ({ address: at(1), blockNumber: nth, blockHash: null, logIndex: 0, transactionHash: null, topics: [topic!, `0x${account.slice(2).padStart(64, '0')}`], data: '0x' }) as unknown as Log

/** A contract with these logs, of which these are wards now. */
const read = (logs: Log[], wards: readonly Address[]) =>
  readWardWays({ ask: async (_, account) => (wards.includes(account as Address) ? 1n : 0n), events: async () => logs }, 'settings')

describe('wards', () => {
  it('are whoever was relied on and still is one', async () => {
    const found = await read([toLog(relied, at(2), 1), toLog(relied, at(3), 2), toLog(denied, at(2), 3)], [at(3)])
    expect([found?.ways.map(({ groups }) => groups), found?.gaps]).toEqual([[[{ threshold: 1, members: [at(3)] }]], []])
  })

  it('that nobody was asked about are a gap: one may be among them', async () => {
    // A thousand are asked; the last of 1,001 is the only ward.
    const logs = Array.from({ length: 1_001 }, (_, nth) => toLog(relied, at(10 + nth), nth))
    const found = await read(logs, [at(1_010)])
    expect([found?.ways, found?.gaps]).toEqual([[], [{ power: 'settings', reason: 'tooMany', detail: 'wards' }]])
  })

  it('the first one is not known by a denial that names nobody', async () => {
    const found = await read([toLog(denied, at(0), 1)], [])
    expect(found?.gaps).toEqual([{ power: 'settings', reason: 'roles', detail: 'wards' }])
  })
})
