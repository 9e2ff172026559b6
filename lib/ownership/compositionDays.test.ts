import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { AccountRole, Label } from '../domain/label'
import { toComposition, toGroups } from './composition'
import { toCompositionDays, type BalanceAfter } from './compositionDays'
import { toLens } from './lenses'
import { throughLens, toPlainSight } from './throughLens'

const toAccount = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const toLabel = (index: number, role: AccountRole | null, kind: Label['kind']): Label => ({ address: toAccount(index), kind, role, name: 'x', source: 'https://example.org', asOf: '2026-01-01' })

/** Account 1 is the treasury, 2 an exchange, 3 another, 4 a contract, 5 nobody knows what; 6 to 9 have no label. */
const labels = [toLabel(1, 'treasury', 'contract'), toLabel(2, 'exchange', 'person'), toLabel(3, 'exchange', 'contract'), toLabel(4, null, 'contract'), toLabel(5, null, 'unknown')]

it('gives what each day’s whole list of holders gives, under every lens (and conserves)', () => {
  const change = fc.record({ account: fc.integer({ min: 1, max: 9 }), balance: fc.bigInt(-1n, 4n) })
  fc.assert(fc.property(fc.array(fc.array(change, { maxLength: 5 }), { minLength: 1, maxLength: 12 }), fc.constantFrom('raw', 'circulating'), (blocks, id) => {
    const lens = toLens(id as 'raw' | 'circulating')
    const held = new Map<number, bigint>()
    const changes: BalanceAfter[] = []
    const taken = blocks.map((inBlock, block) => {
      for (const { account, balance } of inBlock) {
        held.set(account, balance)
        changes.push({ account: toAccount(account), block, balance })
      }
      const { distribution } = throughLens(toPlainSight([...held].flatMap(([account, amount]) => (amount > 0n ? [{ account: toAccount(account), amount }] : [])), labels), lens)
      const totals = { day: '2026-01-01', block, timestamp: block, denominator: distribution.total, holders: distribution.count }
      return { totals, shares: toComposition(distribution, toGroups(distribution, labels)) }
    })
    expect(toCompositionDays(taken.map(({ totals }) => totals), changes, labels, lens).map(({ shares }) => shares)).toEqual(taken.map(({ shares }) => shares))
  }))
})
