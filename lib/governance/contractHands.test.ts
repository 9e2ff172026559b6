import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { ControlKind, ControlMap, ControlNode, ControlPower, ControlWay } from '../domain/controlMap'
import { countInFewHands, toContractHands, toKeepers } from './contractHands'
import { controlFigures } from './controlFigures'

const at = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const way = (power: ControlPower, members: Address[], threshold = 1, delay = 0): ControlWay => ({ power, means: 'owner', detail: null, groups: [{ threshold, members }], delay, evidence: 'owner()' })
const node = (index: number, kind: ControlKind, ways: ControlWay[] = [], gaps: ControlNode['gaps'] = []): ControlNode => ({ address: at(index), kind, said: [], implementation: null, ways, gaps })
const root = (index: number) => ({ address: at(index), name: `Contract ${index}`, fact: 'by hand' })
const people = (...indices: number[]) => indices.map(at)

// 10: its code by 2 of 3 after two days, its settings by one key at once. 11: by a Governor's vote. 12: by nobody.
// 13: its owner is a contract of which nothing could be read. 14: a Safe, 6 of 8. 15: as 10's code, and a role could not be read.
const map: ControlMap = {
  roots: [10, 11, 12, 13, 14, 15].map(root),
  nodes: [
    node(10, 'contract', [way('code', [at(20)]), way('settings', [at(4)])]),
    node(20, 'timelock', [way('act', [at(21)], 1, 172_800)]),
    node(21, 'safe', [way('act', people(1, 2, 3), 2)]),
    node(11, 'contract', [way('settings', [at(22)])]),
    node(22, 'timelock', [way('act', [at(23)], 1, 86_400)]),
    node(23, 'governor'),
    node(12, 'contract'),
    node(13, 'contract', [way('settings', [at(24)])]),
    node(24, 'contract'),
    node(14, 'safe', [way('act', people(1, 2, 3, 4, 5, 6, 7, 8), 6)]),
    node(15, 'contract', [way('code', [at(14)])], [{ power: 'settings', reason: 'roles', detail: null }]),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((index) => node(index, 'person')),
  ],
}

describe('in whose hands contracts are', () => {
  const found = toContractHands(controlFigures(map))

  it('the easiest power decides', () => {
    expect(found.map(({ hands, signatures, delay }) => [hands, signatures, delay])).toEqual([
      ['keys', 1, 0], ['vote', null, null], ['nobody', null, null], ['unread', null, null], ['keys', 6, 0], ['keys', 6, 0],
    ])
  })

  it('of the code alone, the one key of the settings does not count', () => {
    const [first] = toContractHands(controlFigures(map).filter(({ power }) => power === 'code'))
    expect(first).toMatchObject({ hands: 'keys', signatures: 2, delay: 172_800 })
  })

  // Six signatures are not fewer than six; of 13 and 15 something could not be read, so they may be.
  it('what could not be read may be in few hands too', () => {
    expect(countInFewHands(found, 6)).toEqual({ least: 1, most: 3, of: 6 })
    expect(countInFewHands(found, 7)).toEqual({ least: 3, most: 4, of: 6 })
  })

  it('a contract that anybody may change is in nobody’s few hands', () => {
    const open: ControlMap = { roots: [root(10)], nodes: [node(10, 'contract', [{ ...way('code', []), groups: [] }])] }
    const contracts = toContractHands(controlFigures(open))
    expect(contracts[0]).toMatchObject({ hands: 'anybody', signatures: null })
    expect(countInFewHands(contracts, 6)).toEqual({ least: 0, most: 0, of: 1 })
  })
})

describe('who keeps the keys', () => {
  it('all on the ways without a vote, the contract itself only where it is a Safe', () => {
    expect(toKeepers(map, at(10)).sort()).toEqual([...people(1, 2, 3, 4), at(20), at(21)].sort())
    expect(toKeepers(map, at(14)).sort()).toEqual([...people(1, 2, 3, 4, 5, 6, 7, 8), at(14)].sort())
  })

  it('nobody keeps what is voted on, but the timelock before it', () => {
    expect(toKeepers(map, at(11))).toEqual([at(22)])
    expect(toKeepers(map, at(12))).toEqual([])
  })

  it('a Governor whose code somebody can replace is no end', () => {
    const nodes = [node(30, 'timelock', [way('act', [at(31)])]), node(31, 'governor', [way('code', [at(1)])]), node(1, 'person')]
    expect(toKeepers({ nodes }, at(30)).sort()).toEqual([at(1), at(31)])
  })
})
