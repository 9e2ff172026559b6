import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../domain/address'
import { openKeptReceipts } from './keptReceipts'
import { toLeftOut } from '../leftOut'

// Real lists lie beside the checkout where there are any; none of them is part of the project.
const folder = process.env.LORENZ_DATA_FIXTURES ?? resolve('..', 'shared', 'data')
const [claims, holders] = [join(folder, 'uniswap-airdrop-2020', 'uni_airdrop_claims.csv.gz'), join(folder, 'zukowski-2026', 'holder_lists', 'UNI_holders.csv')]
const missing = !existsSync(claims) || !existsSync(holders)
if (missing) console.warn(`skipped: no real airdrop in ${folder}; LORENZ_DATA_FIXTURES names another folder`)

const toRows = (text: string) => text.trim().split('\n').slice(1).map((line) => line.split(','))

describe.skipIf(missing)('the airdrop of UNI', () => {
  it('is hardly among the thousand largest holders of April 2026', () => {
    const receipts = toRows(gunzipSync(readFileSync(claims)).toString()).map(([index = '', address = '', amount = '']) => ({ account: address.toLowerCase() as Address, block: Number(index), amount: BigInt(amount) }))
    const held = new Map(toRows(readFileSync(holders, 'utf8')).map(([address = '', balance = '']) => {
      const [whole = '', fraction = ''] = balance.split('.')
      return [address.toLowerCase() as Address, BigInt(whole + fraction.padEnd(18, '0'))]
    }))
    // Two of its rows burn: 400 UNI of the zero address and 49,560.985333 of 0x…dEaD.
    const dead = { address: '0x000000000000000000000000000000000000dead', kind: 'person', role: 'burn', name: 'dead', source: 'nobody has its key', asOf: '2026-04-01' } as const
    const kept = openKeptReceipts(receipts, toLeftOut({ labels: [dead], wrappers: [] }), new Map())
    const heldOf = (account: Address) => held.get(account) ?? 0n
    const end = kept.measure({ day: '2026-04-01', block: receipts.length }, heldOf)
    // Worked out apart from this code, from both files in Python: 30 of the addresses are on the list, 0x…dEaD among them; 0.9 % of what was given away.
    expect(end).toEqual({ day: '2026-04-01', block: 252_803, receivers: 252_801, holders: 29, received: 149_950_038_990_323_000_000_000_000n, kept: 1_354_910_151_951_140_643_000_000n })
    expect(kept.count(heldOf)).toEqual({ holdAll: 26, holdPart: 3, holdNothing: 252_772 })
    expect(kept.leftOut).toBe(2)
  })
})
