import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { ContractOwnership } from '../domain/contractOwnership'
import type { Label } from '../domain/label'
import { lookThrough, toDistances, toParts } from './lookThrough'
import { toPossibleVoters } from './possibleVoters'
import { toPlainSight, type Sight } from './throughLens'

const at = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [ann, bob, cat, dan, pool, vault, escrow, exchange, token, dust] = [1, 2, 3, 4, 0xa1, 0xa2, 0xa3, 0xa4, 0xf0, 9].map(at) as [Address, Address, Address, Address, Address, Address, Address, Address, Address, Address]
const label = (address: Address, role: Label['role'], kind: Label['kind'] = 'unknown'): Label => ({ address, kind, role, name: 'x', source: 'x', asOf: '2026-01-01' })
const owns = (contract: Address, asset: Address, claims: [Address, bigint][]): ContractOwnership => ({ contract, asset, source: 'x', shares: contract, claims: claims.map(([account, amount]) => ({ account, amount })), unresolved: [] })
const nobody = { givers: new Set<Address>(), voters: new Set<Address>(), voting: new Set<Address>() }
const unit = 10n ** 12n

// In wallets: ann 5, the pool 12, the escrow 8, the exchange 7, a dust holder one billionth of a unit. The pool belongs by halves to bob and the vault,
// whose part of the pool is cat's; the escrow by a quarter to ann, by three to dan.
const claims = [{ account: ann, amount: 5n * unit }, { account: pool, amount: 12n * unit }, { account: escrow, amount: 8n * unit }, { account: exchange, amount: 7n * unit }, { account: dust, amount: 1n }]
const through = lookThrough(claims, [owns(pool, token, [[bob, 1n], [vault, 1n]]), owns(vault, pool, [[cat, 1n]]), owns(escrow, token, [[ann, 1n], [dan, 3n]])], token)
const sight: Sight = { claims, labels: [label(exchange, 'exchange')], owned: { claims: through.owners, unresolved: through.unresolved }, representatives: new Map() }
const voter = (amount: bigint, inHand: bigint, depth: bigint, did: { delegated?: true; voted?: true } = {}) => ({ amount: amount * unit, inHand: inHand * unit, depth: depth * unit, delegated: false, voted: false, ...did })
const bySize = (found: ReturnType<typeof toPossibleVoters>) => [...found].sort((a, b) => Number(b.amount - a.amount) || Number(b.inHand - a.inHand) || Number(a.depth - b.depth))

describe('who could vote', () => {
  it('owners behind contracts, without exchanges and dust; what lies in a contract is not in hand', () => {
    // ann: 5 in her wallet, 2 behind one contract; bob 6 behind one, cat 6 behind two, dan 6 behind one
    expect(bySize(toPossibleVoters(sight, through, nobody))).toEqual([voter(7n, 5n, 2n), voter(6n, 0n, 6n), voter(6n, 0n, 6n), voter(6n, 0n, 12n)])
  })

  it('what lies in a contract that counts votes is in hand', () => {
    expect(bySize(toPossibleVoters(sight, through, { ...nobody, voting: new Set([escrow]) }))).toEqual([voter(7n, 7n, 2n), voter(6n, 6n, 6n), voter(6n, 0n, 6n), voter(6n, 0n, 12n)])
  })

  it('who gave votes, and who voted; of whoever holds nothing nothing is told', () => {
    const found = bySize(toPossibleVoters(sight, through, { givers: new Set([ann, at(77)]), voters: new Set([cat, exchange]), voting: new Set() }))
    expect(found).toEqual([voter(7n, 5n, 2n, { delegated: true }), voter(6n, 0n, 6n), voter(6n, 0n, 6n), voter(6n, 0n, 12n, { voted: true })])
  })

  it('addresses of one owner are one, and what either did is done', () => {
    const merged: Sight = { ...toPlainSight([{ account: ann, amount: 2n }, { account: bob, amount: 3n }], []), representatives: new Map([[bob, ann], [ann, ann]]) }
    expect(toPossibleVoters(merged, null, { ...nobody, voters: new Set([bob]) })).toEqual([{ amount: 5n, inHand: 5n, depth: 0n, delegated: false, voted: true }])
  })

  it('a contract and a treasury decide nothing by themselves; a team member and a Safe do', () => {
    const held = [ann, bob, cat, dan].map((account) => ({ account, amount: 1n }))
    const labels = [label(ann, 'treasury'), label(bob, null, 'contract'), label(cat, 'team'), label(dan, null, 'multisig')]
    expect(toPossibleVoters(toPlainSight(held, labels), null, nobody)).toHaveLength(2)
  })
})

describe('how far it lies', () => {
  // The same by the routes of each owner, told apart: what toParts says, which adds up another way.
  it('is what the routes of each owner add up to, in circles too', () => {
    const circle = lookThrough(
      [...claims, { account: vault, amount: 9n * unit }],
      [owns(pool, token, [[bob, 1n], [vault, 2n]]), owns(vault, pool, [[cat, 1n], [ann, 2n], [escrow, 1n]]), owns(vault, token, [[dan, 1n], [pool, 1n]]), owns(escrow, token, [[ann, 1n], [pool, 3n]]), owns(escrow, vault, [[bob, 1n]])],
      token,
    )
    const distances = toDistances(circle, new Set([escrow]))
    const owners = circle.owners.map(({ account }) => account)
    expect(owners.length).toBeGreaterThan(4)
    for (const owner of owners) {
      const parts = toParts(circle, owner)
      const far = parts.reduce((sum, { route: { steps }, amount }) => (steps.every(({ contract }) => contract === escrow) ? sum : sum + amount), 0n)
      const depth = parts.reduce((sum, { route: { steps }, amount }) => sum + BigInt(steps.length) * amount, 0n)
      const found = distances.get(owner) ?? { far: 0n, depth: 0n }
      // Each split is rounded by itself.
      expect(Math.abs(Number(found.far - far))).toBeLessThan(20)
      expect(Math.abs(Number(found.depth - depth))).toBeLessThan(100)
    }
  })
})
