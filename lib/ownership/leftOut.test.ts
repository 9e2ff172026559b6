import { expect, it } from 'vitest'
import { zeroAddress, type Address } from '../domain/address'
import type { Label } from '../domain/label'
import { mergeEntities } from './entities/mergeEntities'
import { toSharedEntityEvidence } from './entities/sharedEntity'
import { toLeftOut, toLeftOutOwners } from './leftOut'

const toAddress = (index: number): Address => `0x${String(index).padStart(40, '0')}`

it('leaves out exchanges and contracts that nobody is known for, and keeps owners', () => {
  const [exchange, safe, contract, pool, team, treasury, fund, fundToo] = [1, 2, 3, 4, 5, 6, 7, 8].map(toAddress) as [Address, Address, Address, Address, Address, Address, Address, Address]
  const label = (address: Address, rest: Partial<Label>): Label => ({ address, kind: 'unknown', role: null, name: 'n', source: 's', asOf: '2026-01-01', ...rest })
  const labels = [
    label(exchange, { role: 'exchange' }), label(safe, { kind: 'multisig' }), label(contract, { kind: 'contract' }), label(team, { kind: 'contract', role: 'team' }), label(treasury, { role: 'treasury' }),
    // A fund's vault and its wallet are one owner, who is known.
    label(fund, { kind: 'contract', entity: 'Fund' }), label(fundToo, { entity: 'Fund' }),
  ]
  const entities = mergeEntities(toSharedEntityEvidence(labels), labels, ['sharedEntity'])
  const left = toLeftOutOwners(toLeftOut({ labels, wrappers: [{ address: pool }] }), entities)
  expect([...left].sort()).toEqual([zeroAddress, exchange, contract, pool, treasury])
})
