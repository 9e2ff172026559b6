import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { Flow, Step } from '@/lib/ownership/lookThrough'
import { toFlowDiagram } from './flowDiagram'

const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const step = (contract: number, asset = 0): Step => ({ contract: toAddress(contract), asset: toAddress(asset), source: 'made up' })
const words = { token: 'UNI', nameOf: ({ contract }: Step) => `contract ${Number(contract)}` }
const owners = { kind: 'owners' } as const
const to = (one: Step) => ({ kind: 'contract', step: one }) as const

// 100: 60 in wallets, 40 in a vault; the vault is half a pool's, whose owners have 15, and of which 5 are locked.
const [vault, pool] = [step(1), step(2, 1)]
const flows: Flow[] = [
  { from: null, to: owners, amount: 60n },
  { from: null, to: to(vault), amount: 40n },
  { from: vault, to: owners, amount: 20n },
  { from: vault, to: to(pool), amount: 20n },
  { from: pool, to: owners, amount: 15n },
  { from: pool, to: { kind: 'unresolved', reason: 'locked' }, amount: 5n },
]

it('puts each contract a column after those that hold it, and owners last', () => {
  const { nodes, links } = toFlowDiagram(flows, 100n, words, 'en')
  expect(nodes.map(({ label, column, kind }) => [label, column, kind])).toEqual([
    ['UNI', 0, 'source'], ['contract 1', 1, 'passed'], ['contract 2', 2, 'passed'], ['owners', 3, 'end'], ['locked for ever', 3, 'lost'],
  ])
  expect(links.map(({ share }) => share)).toEqual([0.6, 0.4, 0.2, 0.2, 0.15, 0.05])
})

it('adds up small contracts of a column and small reasons, and loses nothing', () => {
  // Seven contracts with 10 to 16 of 100, the smallest two beyond the five that have room; 9 in wallets.
  const contracts = [10n, 11n, 12n, 13n, 14n, 15n, 16n].map((amount, index) => ({ amount, one: step(index + 1) }))
  const many: Flow[] = [
    { from: null, to: owners, amount: 9n },
    ...contracts.map(({ amount, one }): Flow => ({ from: null, to: to(one), amount })),
    ...contracts.map(({ amount, one }): Flow => ({ from: one, to: owners, amount })),
  ]
  const { nodes, links } = toFlowDiagram(many, 100n, words, 'de')
  expect(nodes.filter(({ column }) => column === 1).map(({ label }) => label)).toEqual(['contract 7', 'contract 6', 'contract 5', 'contract 4', 'contract 3', '2 andere Contracts'])
  // 10 + 11 of 100 go in and out.
  expect(links.filter(({ from, to }) => from === 'others:1' || to === 'others:1').map(({ share }) => share)).toEqual([0.21, 0.21])
})

it('comes to an end in a circle of contracts', () => {
  const circle: Flow[] = [
    { from: null, to: to(vault), amount: 10n },
    { from: vault, to: to(pool), amount: 6n },
    { from: pool, to: to(vault), amount: 2n },
    { from: pool, to: owners, amount: 4n },
    { from: vault, to: owners, amount: 6n },
  ]
  expect(toFlowDiagram(circle, 10n, words, 'en').nodes.map(({ label, column }) => [label, column])).toEqual([['UNI', 0], ['contract 1', 1], ['contract 2', 2], ['owners', 3]])
})
