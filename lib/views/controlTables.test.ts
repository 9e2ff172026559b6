import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { ControlMap, ControlNode } from '../domain/controlMap'
import { controlFigures } from '../governance/controlFigures'
import { controlTree as toSteps } from '../governance/controlTree'
import { controlTree, keysSentence, keysTable } from './controlTables'
import { delayText, toControlNames } from './controlWords'

const at = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const node = (address: Address, kind: ControlNode['kind'], ways: ControlNode['ways'] = []): ControlNode => ({ address, kind, said: [], implementation: null, ways, gaps: [] })
const way = (members: Address[], threshold: number, delay: number, power: 'code' | 'act' = 'act') => ({ power, means: 'owners' as const, detail: null, groups: [{ threshold, members }], delay, evidence: 'getOwners()' })
const people = [1, 2, 3, 4, 5].map(at)
/** 3 of 5 may replace the code after two days; the token beside it is fixed. */
const map: ControlMap = {
  roots: [{ address: at(10), name: 'Pool', fact: 'by hand' }, { address: at(11), name: 'Token', fact: 'by hand' }],
  nodes: [node(at(10), 'contract', [way([at(12)], 1, 172_800, 'code')]), node(at(11), 'contract'), node(at(12), 'safe', [way(people, 3, 0)]), ...people.map((one) => node(one, 'person'))],
}
const words = { nameOf: toControlNames(map, [{ address: at(12), name: 'Council' }]), displayAddress: (address: Address) => address }

describe('delayText', () => {
  it('takes the largest unit that fits', () => {
    expect([0, 1, 60, 5400, 86_400, 172_800, 216_000].map((seconds) => delayText(seconds, 'en'))).toEqual(['at once', '1 second', '1 minute', '1.5 hours', '1 day', '2 days', '2.5 days'])
    expect([0, 86_400, 216_000].map((seconds) => delayText(seconds, 'de'))).toEqual(['sofort', '1 Tag', '2,5 Tage'])
  })
})

describe('tables', () => {
  it('say who, how many, and how long', () => {
    const table = keysTable(controlFigures(map), words, 'en')
    expect(table.rows.map((row) => row.slice(0, 4).map(({ text }) => text))).toEqual([['Pool', 'replace its code', '3 signatures', '2 days'], ['Token', 'replace its code', 'nobody', 'nothing']])
    expect(table.rows[0]![4]!.text.split(', ')).toHaveLength(3)
    expect(keysTable(controlFigures(map), words, 'de').rows[0]![2]!.text).toBe('3 Unterschriften')
  })

  it('write the tree with a dash for each level, and the way to each account', () => {
    const rows = controlTree(toSteps(map).steps, words, 'en').rows.map((row) => row.map(({ text }) => text))
    expect(rows.map(([account, level, , , agree]) => [account, level, agree]).slice(0, 3)).toEqual([['Pool', '0', 'nothing'], ['— Council', '1', 'nothing'], ['— — 0x0000…0001', '2', '3 of 5']])
    expect(rows).toHaveLength(8)
  })

  it('say together what is changed most easily', () => {
    const figures = controlFigures(map)
    expect(keysSentence(figures, 'en')).toBe('Of all these contracts Pool is changed most easily: 3 signatures can replace its code, after 2 days. Of 1 the code is fixed.')
    expect(keysSentence(figures, 'de')).toBe('Von allen diesen Contracts lässt sich Pool am leichtesten ändern: Für neuen Code braucht es 3 Unterschriften (Wartezeit: 2 Tage). Bei 1 steht der Code fest.')
    const bound = figures.map((figure) => ({ ...figure, isBound: true }))
    expect(keysSentence(bound, 'en')).toContain('at most 3 signatures')
    expect(keysTable(bound, words, 'de').rows[0]![2]!.text).toBe('höchstens 3 Unterschriften')
  })
})
