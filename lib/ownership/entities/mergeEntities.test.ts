import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zeroAddress, type Address } from '../../domain/address'
import { toDistribution, type Claim } from '../../domain/distribution'
import type { EntityEvidence } from '../../domain/entityEvidence'
import { accountRoles, type AccountRole, type Label } from '../../domain/label'
import { toDeployerEvidence } from './deployer'
import { holdsForOthers } from './entityRule'
import { toFundedByEvidence } from './fundedBy'
import { mergeEntities, mergeEntityClaims } from './mergeEntities'
import { entityRules, usualEntityRules } from './registry'
import { toSafeOwnersEvidence } from './safeOwners'
import { toSharedEntityEvidence } from './sharedEntity'

const account = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`
const [a, b, c, d, e] = [1, 2, 3, 4, 5].map(account) as [Address, Address, Address, Address, Address]
const label = (address: Address, rest: Partial<Label>): Label => ({ address, kind: 'unknown', role: null, name: 'n', source: 's', asOf: '2026-01-01', ...rest })
const created = (contract: Address, creator: Address) => toDeployerEvidence([{ contract, creator, block: 12 }])[0]!
const all = entityRules.map(({ id }) => id)

describe('addresses of one owner are one holder', () => {
  it('labels that name the same owner, however it is written; each merge is explained', () => {
    const labels = [label(c, { entity: 'Binance', role: 'exchange', name: 'Binance 14', source: 'https://example.org' }), label(a, { entity: ' binance ' }), label(b, { entity: 'Kraken' }), label(d, {})]
    const { representatives, members, merges } = mergeEntities(toSharedEntityEvidence(labels), labels, usualEntityRules)
    expect([...representatives]).toEqual([[a, a], [c, a]])
    expect([...members]).toEqual([[a, [a, c]]])
    expect(merges.map(({ account, representative, text }) => [account, representative, text.en])).toEqual([[a, a, 'n belongs to  binance : s'], [c, a, 'Binance 14 belongs to Binance: https://example.org']])
  })

  it('the account that stands for an owner is the smallest, in whatever order and through whomever they were joined', () => {
    const { representatives } = mergeEntities([created(e, d), created(b, d), created(c, b)], [], ['deployer'])
    expect([...representatives.values()]).toEqual([b, b, b, b])
  })

  it('a rule that is switched off says nothing', () => {
    const safes = toSafeOwnersEvidence([{ safe: a, owners: [b, c], threshold: 2 }])
    expect(mergeEntities(safes, [], usualEntityRules).members.size).toBe(0)
    expect(mergeEntities(safes, [], ['safeOwners']).members.get(a)).toEqual([a, b, c])
  })

  it.each(holdsForOthers)('no behaviour makes an account with the role %s somebody’s', (role) => {
    const labels = [label(a, { role })]
    const evidence = [created(a, b), created(c, a), { account: a, rule: 'fundedBy', entity: d, text: { en: '', de: '' } }, ...toSafeOwnersEvidence([{ safe: a, owners: [e], threshold: 1 }])]
    const { members, refused } = mergeEntities(evidence, labels, all)
    expect(members.size).toBe(0)
    expect(refused.map(({ refusal }) => refusal)).toEqual(evidence.map(() => 'holdsForOthers'))
  })

  it('no behaviour joins what is said to have different owners, not even through a third', () => {
    const labels = [label(a, { entity: 'Ada' }), label(b, { entity: 'Bob' })]
    const { members, refused } = mergeEntities([...toSharedEntityEvidence(labels), created(c, a), created(c, b)], labels, usualEntityRules)
    expect([...members]).toEqual([[a, [a, c]]])
    expect(refused).toMatchObject([{ account: c, entity: b, refusal: 'differentOwners' }])
  })

  it('nobody is the zero address', () => {
    const labels = [label(zeroAddress, { entity: 'Ada' }), label(b, { entity: 'Ada' })]
    expect(mergeEntities([...toSharedEntityEvidence(labels), created(c, zeroAddress)], labels, all).members.size).toBe(0)
  })
})

it('the first receipt tells who funded a wallet, and only a team’s counts', () => {
  const labels = [label(a, { role: 'team', name: 'Team' }), label(b, { role: 'treasury' })]
  const transfers = [
    { from: zeroAddress, to: a, blockNumber: 1 },
    { from: a, to: c, blockNumber: 2 },
    { from: b, to: d, blockNumber: 3 },
    // Later money from the team says nothing, nor does what it sends itself.
    { from: a, to: d, blockNumber: 4 },
    { from: c, to: e, blockNumber: 5 },
  ]
  expect(toFundedByEvidence(transfers, labels)).toEqual([{ account: c, rule: 'fundedBy', entity: a, text: { en: `first tokens from ${a} (Team) in block 2`, de: `erste Token von ${a} (Team) in Block 2` } }])
  expect(toFundedByEvidence(transfers, [])).toEqual([])
})

describe('laws', () => {
  const someAccount = fc.integer({ min: 0, max: 12 }).map(account)
  const claims: fc.Arbitrary<Claim[]> = fc.array(fc.record({ account: someAccount, amount: fc.bigInt(1n, 2n ** 120n) }), { maxLength: 20 })
  const evidence: fc.Arbitrary<EntityEvidence[]> = fc.array(
    fc.record({ account: someAccount, rule: fc.constantFrom(...all), entity: fc.oneof(someAccount, fc.constantFrom('ada', 'bob')), text: fc.constantFrom('x', 'y').map((word) => ({ en: word, de: word })) }),
    { maxLength: 20 },
  )
  const labels = fc.array(fc.record({ account: someAccount, role: fc.constantFrom(null, ...(Object.keys(accountRoles) as AccountRole[])) }), { maxLength: 6 })
    .map((list) => list.map(({ account, role }) => label(account, { role })))
  /** Σ squares: HHI times the square of the total, exactly. */
  const squares = (list: readonly Claim[]) => toDistribution(list).amounts.reduce((sum, amount) => sum + amount * amount, 0n)

  it('merging conserves every claim, and HHI never falls', () => {
    fc.assert(
      fc.property(claims, evidence, labels, fc.subarray(all), (held, pieces, known, rules) => {
        const merged = mergeEntityClaims(held, mergeEntities(pieces, known, rules))
        expect(toDistribution(merged).total).toBe(toDistribution(held).total)
        expect(squares(merged) >= squares(held)).toBe(true)
      }),
    )
  })

  it('is the same in whatever order evidence comes (law 4), and merged claims merge no further', () => {
    fc.assert(
      fc.property(claims, evidence, labels, (held, pieces, known) => {
        const entities = mergeEntities(pieces, known, all)
        expect(mergeEntities([...pieces].reverse(), known, all)).toEqual(entities)
        const merged = mergeEntityClaims(held, entities)
        expect(mergeEntityClaims(merged, entities)).toEqual(merged)
        for (const [representative, joined] of entities.members) expect(representative).toBe([...joined].sort()[0])
      }),
    )
  })
})

it('every rule has an id of its own and speaks both languages', () => {
  expect(new Set(all).size).toBe(entityRules.length)
  expect(entityRules.filter(({ name, description }) => name.en === name.de || description.en === description.de)).toEqual([])
  expect(usualEntityRules).toEqual(['sharedEntity', 'deployer'])
})
