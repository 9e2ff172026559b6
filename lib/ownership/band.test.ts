import { expect, it } from 'vitest'
import { ok, undefinedBecause } from '../domain/metric'
import { toBands } from './band'

const raw = { lens: 'raw', metrics: { gini: ok(0.9), nakamoto50: ok(8), hhi: ok(0.1), top10Share: ok(0.5) } } as const
const circulating = { lens: 'circulating', metrics: { gini: ok(0.8), nakamoto50: ok(40), hhi: ok(0.1) } } as const

it('names the lowest and the highest with their lenses; of equals the first', () => {
  const [gini, nakamoto, hhi, top] = toBands([raw, circulating], {}, {})
  expect(gini).toEqual({
    metric: 'gini', low: { value: 0.8, lens: 'circulating', isBound: false }, high: { value: 0.9, lens: 'raw', isBound: false }, undefinedUnder: [],
  })
  expect([nakamoto?.low?.value, nakamoto?.high?.value]).toEqual([8, 40])
  expect([hhi?.low?.lens, hhi?.high?.lens]).toEqual(['raw', 'raw'])
  expect(top?.undefinedUnder).toEqual(['circulating'])
})

it('takes bounds where there is no value, and bounds of unresolved owners in place of one', () => {
  const cutOff = { lens: 'raw', metrics: { gini: { ...undefinedBecause('cutOff'), bounds: { low: 0.7, high: 1 } }, nakamoto50: { ...undefinedBecause('cutOff'), bounds: { low: 50, high: null } } } } as const
  const [gini, nakamoto, hhi] = toBands([cutOff, circulating], { circulating: { hhi: { low: 0.05, high: 0.3 } } }, {})
  expect(gini).toMatchObject({ low: { value: 0.7, lens: 'raw', isBound: true }, high: { value: 1, lens: 'raw', isBound: true } })
  expect(nakamoto).toMatchObject({ low: { value: 40, lens: 'circulating', isBound: false }, high: { value: null, lens: 'raw', isBound: true } })
  expect(hhi).toMatchObject({ low: { value: 0.05, isBound: true }, high: { value: 0.3, isBound: true }, undefinedUnder: ['raw'] })
})

it('is empty where nothing was measured, and carries what moves it, or that nothing does', () => {
  const mover = { account: '0x0000000000000000000000000000000000000001', name: 'Timelock', role: 'timelock', amount: 5n, figure: 8, without: 28 } as const
  const [gini, nakamoto, hhi] = toBands([{ lens: 'raw', metrics: { gini: undefinedBecause('noHolders') } }], {}, { nakamoto50: mover, hhi: null })
  expect(gini).toEqual({ metric: 'gini', low: null, high: null, undefinedUnder: ['raw'] })
  expect([nakamoto?.mover, hhi?.mover]).toEqual([mover, null])
})
