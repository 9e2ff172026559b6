import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unresolvedReasons, type UnresolvedReason } from '../domain/contractOwnership'
import type { Address } from '../domain/address'
import type { Label } from '../domain/label'
import type { Standing } from '../domain/otherSide'
import { lookThrough } from './lookThrough'
import { isSameSide, toSideOwners, toStandings, type BothSides } from './otherSide'
import { bridgeEscrow } from '../sources/bridgeEscrow'
import { toHoldings } from '@/tests/toHoldings'
import { toWrapper } from '@/tests/sourceChain'

const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [ann, pool, safe, escrow, token] = [1, 2, 3, 4, 5].map(toAddress) as [Address, Address, Address, Address, Address]
const label = (address: Address, more: Partial<Label>): Label => ({ address, kind: 'unknown', role: null, name: 'A', source: 'https://example.org/book', asOf: '2024-01-01', ...more })

describe('whether an account of the other chain is the same owner here', () => {
  const ask = (account: Address, { here = [], there = [], hasCode = null, holds = false, wrappers = [] }: { here?: Label[]; there?: Label[]; hasCode?: boolean | null; holds?: boolean; wrappers?: { address: Address }[] }) => {
    const both: BothSides = { here: { labels: here, wrappers, holds: () => holds }, there: { labels: there, hasCode: () => hasCode } }
    return toStandings(both)(account)
  }
  const named = { kind: 'contract', role: 'treasury', name: 'Treasury' } as const

  it.each<[string, Parameters<typeof ask>[1], Standing]>([
    ['a key is a key on every chain', { hasCode: false, holds: true }, 'same'],
    ['a contract there is another account than whatever stands here', { hasCode: true, holds: true }, 'contract'],
    ['also where nothing stands here', { hasCode: true }, 'contract'],
    ['a contract by its label there, never asked', { there: [label(ann, { kind: 'multisig' })] }, 'contract'],
    ['no contract there, one here by its label', { hasCode: false, here: [label(ann, { kind: 'contract' })] }, 'unsure'],
    ['no contract there, looked through here', { hasCode: false, wrappers: [{ address: ann }] }, 'unsure'],
    ['never asked, and nothing here', {}, 'same'],
    ['never asked, and holds something here', { holds: true }, 'unsure'],
    ['never asked, and named here', { here: [label(ann, {})] }, 'unsure'],
    ['named the same by the same source', { hasCode: true, here: [label(ann, named)], there: [label(ann, named)] }, 'same'],
    ['named the same by two sources', { hasCode: true, here: [label(ann, named)], there: [label(ann, { ...named, source: 'https://example.org/other' })] }, 'contract'],
    ['without a role a name is no more than a name', { hasCode: true, here: [label(ann, { kind: 'contract' })], there: [label(ann, { kind: 'contract' })] }, 'contract'],
    ['of the same entity, named otherwise', { hasCode: true, here: [label(ann, { entity: 'Ada', name: 'Ada 1' })], there: [label(ann, { entity: 'Ada', name: 'Ada 2' })] }, 'same'],
    ['of another entity, named the same', { hasCode: true, here: [label(ann, { ...named, entity: 'Ada' })], there: [label(ann, { ...named, entity: 'Bob' })] }, 'contract'],
    ['burned there, however it is named here', { hasCode: false, here: [label(ann, { role: 'burn' })], there: [label(ann, { role: 'burn' })] }, 'burned'],
    ['burned here alone: there it is a key', { hasCode: false, here: [label(ann, { role: 'burn' })] }, 'same'],
  ])('%s', (_, both, standing) => {
    expect(ask(ann, both)).toBe(standing)
  })
})

describe('the owners of the other side', () => {
  it('keeps those who are the same, and every reason of the others once', () => {
    const standings = new Map<Address, Standing>([[pool, 'contract'], [safe, 'unsure'], [escrow, 'burned']])
    const owners = [ann, pool, safe, escrow].map((account, place) => ({ account, amount: BigInt(place + 1) }))
    expect(toSideOwners({ owners, unresolved: [{ reason: 'locked', amount: 10n }, { reason: 'fees', amount: 0n }, { reason: 'locked', amount: 1n }] }, (account) => standings.get(account) ?? 'same')).toEqual({
      claims: [{ account: ann, amount: 1n }],
      // 10 + 1 that were locked in a pool there, and 4 that were burned.
      unresolved: [{ reason: 'locked', amount: 15n }, { reason: 'otherContract', amount: 2n }, { reason: 'sameAddress', amount: 3n }],
    })
  })

  const amount = fc.bigInt(0n, 2n ** 100n)
  const arbitrarySide = fc.record({
    owners: fc.uniqueArray(fc.record({ account: fc.integer({ min: 100, max: 160 }).map(toAddress), amount: amount.map((one) => one + 1n) }), { selector: ({ account }) => account, maxLength: 20 }),
    unresolved: fc.array(fc.record({ reason: fc.constantFrom(...(Object.keys(unresolvedReasons) as UnresolvedReason[])), amount }), { maxLength: 4 }),
    standings: fc.array(fc.constantFrom<Standing>('same', 'burned', 'contract', 'unsure'), { minLength: 61, maxLength: 61 }),
  })
  const standingIn = (standings: readonly Standing[]) => (account: Address) => standings[Number(BigInt(account)) - 100]!
  const sum = (list: readonly { amount: bigint }[]) => list.reduce((total, { amount }) => total + amount, 0n)

  it('loses nothing and makes nothing', () => {
    fc.assert(fc.property(arbitrarySide, ({ owners, unresolved, standings }) => {
      const side = toSideOwners({ owners, unresolved }, standingIn(standings))
      expect(sum(side.claims) + sum(side.unresolved)).toBe(sum(owners) + sum(unresolved))
      expect(side.claims).toEqual(owners.filter(({ account }) => standingIn(standings)(account) === 'same'))
    }))
  })

  /** What of an escrow everybody gets, next to what they have here themselves. */
  function handOn(side: ReturnType<typeof toSideOwners>, held: bigint) {
    const claims = [{ account: escrow, amount: held }]
    const wrapper = toWrapper('bridgeEscrow', { address: escrow, assets: [token] })
    const ownerships = bridgeEscrow.toOwnerships({ wrapper, ...toHoldings(() => claims), logs: [], answers: null, otherSide: side })
    return lookThrough(claims, ownerships, token)
  }

  it('get what they have there where that is no more than the escrow, to the unit; the rest is on its way', () => {
    fc.assert(fc.property(arbitrarySide, amount, ({ owners, unresolved, standings }, more) => {
      const side = toSideOwners({ owners, unresolved }, standingIn(standings))
      const there = sum(owners) + sum(unresolved)
      const through = handOn(side, there + more)
      expect(new Map(through.owners.map(({ account, amount }) => [account, amount]))).toEqual(new Map(side.claims.map(({ account, amount }) => [account, amount])))
      const moving = side.unresolved.find(({ reason }) => reason === 'inTransit')?.amount ?? 0n
      expect(through.unresolved.find(({ reason }) => reason === 'inTransit')?.amount ?? 0n).toBe(moving + more)
      expect(sum(through.owners) + sum(through.unresolved)).toBe(there + more)
    }))
  })

  it('share the escrow in proportion where they have more, each within a unit of the exact part', () => {
    fc.assert(fc.property(arbitrarySide, fc.bigInt(1n, 2n ** 100n), ({ owners, unresolved, standings }, held) => {
      const side = toSideOwners({ owners, unresolved }, standingIn(standings))
      const there = sum(owners) + sum(unresolved)
      fc.pre(there > held)
      const through = handOn(side, held)
      expect(sum(through.owners) + sum(through.unresolved)).toBe(held)
      const got = new Map(through.owners.map(({ account, amount }) => [account, amount]))
      for (const { account, amount } of side.claims) {
        const apart = (got.get(account) ?? 0n) * there - amount * held
        expect(apart > -there && apart < there).toBe(true)
      }
    }))
  })

  it('have nothing here where nothing lies in the escrow', () => {
    expect(handOn({ claims: [{ account: ann, amount: 5n }], unresolved: [] }, 0n)).toMatchObject({ owners: [], unresolved: [] })
  })
})

it('owners are the same only where nobody’s standing is another one: also not from one reason to the other', () => {
  const owners = [{ account: ann, amount: 5n }, { account: pool, amount: 2n }]
  const tell = (standing: Standing, left: { reason: UnresolvedReason; amount: bigint }[] = []) => toSideOwners({ owners, unresolved: left }, (account) => (account === pool ? standing : 'same'))
  expect(isSameSide(tell('unsure'), tell('unsure'))).toBe(true)
  expect(isSameSide(tell('same'), tell('unsure'))).toBe(false)
  // Somebody who was never asked turns out to be a contract: ann has what she had, and the 2 stay unresolved for another reason.
  expect(isSameSide(tell('unsure'), tell('contract'))).toBe(false)
  expect(isSameSide(tell('unsure'), tell('unsure', [{ reason: 'locked', amount: 1n }]))).toBe(false)
})
