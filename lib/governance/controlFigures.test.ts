import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { ControlKind, ControlMap, ControlNode, ControlPower, ControlWay } from '../domain/controlMap'
import { controlFigures } from './controlFigures'
import { controlTree, stepsKept } from './controlTree'
import { setsKept, solveControl } from './keySets'

const at = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const days = (count: number) => count * 86_400
const [target, admin, timelock, safe, otherSafe, governor] = [0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6].map(at) as [Address, Address, Address, Address, Address, Address]
const people = (...indices: number[]) => indices.map(at)
const way = (power: ControlPower, members: Address[], { threshold = 1, delay = 0 } = {}): ControlWay => ({
  power, means: 'owner', detail: null, groups: [{ threshold, members }], delay, evidence: 'owner()',
})
const node = (address: Address, kind: ControlKind, ways: ControlWay[] = [], gaps: ControlNode['gaps'] = []): ControlNode => ({ address, kind, said: [], implementation: null, ways, gaps })

/** A map of one contract that is asked about; whoever is not given is a key. */
function toMap(...given: ControlNode[]): ControlMap {
  const named = new Set(given.map(({ address }) => address))
  const members = new Set(given.flatMap(({ ways }) => ways.flatMap(({ groups }) => groups.flatMap((group) => group.members))))
  return { roots: [{ address: target, name: 'Target', fact: 'by hand' }], nodes: [...given, ...[...members].filter((address) => !named.has(address)).map((address) => node(address, 'person'))] }
}
const figureOf = (map: ControlMap, power: ControlPower = 'code') => controlFigures(map).find((figure) => figure.power === power)!

describe('worked by hand', () => {
  it('one key owns the proxy’s admin: one signature, no time', () => {
    const figure = figureOf(toMap(node(target, 'contract', [way('code', [admin])]), node(admin, 'contract', [way('act', people(1))])))
    expect(figure).toMatchObject({ status: 'keys', weakest: { signatures: 1, delay: 0, keys: people(1) }, quickest: null, isBound: false, gaps: [] })
  })

  it('3 of 5 behind a timelock of two days: three signatures, two days', () => {
    const map = toMap(
      node(target, 'contract', [way('code', [admin])]), node(admin, 'contract', [way('act', [timelock])]),
      node(timelock, 'timelock', [way('act', [safe], { delay: days(2) })]), node(safe, 'safe', [way('act', people(1, 2, 3, 4, 5), { threshold: 3 })]),
    )
    expect(figureOf(map)).toMatchObject({ status: 'keys', weakest: { signatures: 3, delay: days(2) }, isBound: false })
  })

  it('waiting times on one way add up', () => {
    const outer = node(timelock, 'timelock', [way('act', [otherSafe], { delay: days(3) })])
    const inner = node(otherSafe, 'timelock', [way('act', people(1), { delay: days(2) })])
    expect(figureOf(toMap(node(target, 'contract', [way('code', [timelock])]), outer, inner)).weakest).toMatchObject({ signatures: 1, delay: days(5) })
  })

  it('through a Governor: by vote, and the timelock’s delay', () => {
    const map = toMap(node(target, 'contract', [way('code', [timelock])]), node(timelock, 'timelock', [way('act', [governor], { delay: days(2) })]), node(governor, 'governor'))
    expect(figureOf(map)).toMatchObject({ status: 'vote', weakest: { signatures: 0, delay: days(2), keys: [], governors: [governor] }, byVote: [governor], isBound: false })
  })

  it('by vote after a delay, or by a guardian at once: the keys are the weakest way, and the vote is named', () => {
    const map = toMap(node(target, 'contract', [way('code', [timelock]), way('code', people(7, 8), { threshold: 2 })]), node(timelock, 'timelock', [way('act', [governor], { delay: days(2) })]), node(governor, 'governor'))
    expect(figureOf(map)).toMatchObject({ status: 'keys', weakest: { signatures: 2, delay: 0 }, byVote: [governor] })
  })

  // Both Safes must agree: 2 of {1,2,3} and 2 of {2,3,4}. Keys 2 and 3 sit in both, so two people sign twice.
  it('two Safes that share owners: who sits in both counts once', () => {
    const both: ControlWay = { ...way('code', []), groups: [{ threshold: 2, members: [safe, otherSafe] }] }
    const map = toMap(node(target, 'contract', [both]), node(safe, 'safe', [way('act', people(1, 2, 3), { threshold: 2 })]), node(otherSafe, 'safe', [way('act', people(2, 3, 4), { threshold: 2 })]))
    expect(figureOf(map).weakest).toEqual({ signatures: 2, delay: 0, keys: people(2, 3), governors: [] })
  })

  // A 2-of-3 Safe of two Safes (2 of {1,2,3}; 3 of {4,5,6,7}) and key 8: 2 + 1 = 3, not 2 + 3 and not 3 + 1.
  it('a Safe of Safes takes the cheapest of its owners', () => {
    const map = toMap(
      node(target, 'contract', [way('code', [admin])]), node(admin, 'safe', [way('act', [safe, otherSafe, at(8)], { threshold: 2 })]),
      node(safe, 'safe', [way('act', people(1, 2, 3), { threshold: 2 })]), node(otherSafe, 'safe', [way('act', people(4, 5, 6, 7), { threshold: 3 })]),
    )
    expect(figureOf(map).weakest).toMatchObject({ signatures: 3, keys: [at(1), at(2), at(8)] })
  })

  it('renounced: nobody', () => {
    const zero = at(0)
    const map = toMap(node(target, 'contract', [way('code', [admin])]), node(admin, 'contract', [way('act', [zero])]), node(zero, 'nobody'))
    expect(figureOf(map)).toMatchObject({ status: 'nobody', weakest: null, isBound: false })
  })

  it('no way at all: the code is fixed, and who may change settings is asked apart', () => {
    const map = toMap(node(target, 'contract', [way('settings', people(1))]))
    expect(controlFigures(map).map(({ power, status }) => [power, status])).toEqual([['code', 'nobody'], ['settings', 'keys']])
  })

  it('an unknown contract is never nobody, and makes what is known a bound', () => {
    const unknown = node(admin, 'contract')
    const alone = figureOf(toMap(node(target, 'contract', [way('code', [admin])]), unknown))
    expect(alone).toMatchObject({ status: 'unread', weakest: null, isBound: true, gaps: [{ account: admin, reason: 'unknownContract', detail: null }] })
    const beside = figureOf(toMap(node(target, 'contract', [way('code', [admin]), way('code', people(1, 2), { threshold: 2 })]), unknown))
    expect(beside).toMatchObject({ status: 'keys', weakest: { signatures: 2 }, isBound: true })
  })

  it('whoever may replace the code may change the settings', () => {
    const map = toMap(node(target, 'contract', [way('code', people(1)), way('settings', people(2, 3), { threshold: 2 })]))
    expect(figureOf(map, 'settings').weakest).toMatchObject({ signatures: 1, keys: [at(1)] })
  })

  it('no groups: anybody', () => {
    expect(figureOf(toMap(node(target, 'contract', [{ ...way('code', []), groups: [] }])))).toMatchObject({ status: 'anybody', weakest: { signatures: 0, delay: 0 } })
  })

  // Proposing takes the Safe's two, executing one key that is none of them: three signatures, the delay once.
  it('proposers and executors must both agree', () => {
    const controller: ControlWay = { ...way('act', [], { delay: days(1) }), groups: [{ threshold: 1, members: [safe] }, { threshold: 1, members: people(9) }] }
    const map = toMap(node(target, 'contract', [way('code', [timelock])]), node(timelock, 'timelock', [controller]), node(safe, 'safe', [way('act', people(1, 2), { threshold: 2 })]))
    expect(figureOf(map).weakest).toMatchObject({ signatures: 3, delay: days(1), keys: [at(1), at(2), at(9)] })
  })

  it('more signatures may be quicker: said beside the fewest', () => {
    const map = toMap(node(target, 'contract', [way('code', people(1), { delay: days(7) }), way('code', people(2, 3, 4), { threshold: 3 })]))
    expect(figureOf(map)).toMatchObject({ weakest: { signatures: 1, delay: days(7) }, quickest: { signatures: 3, delay: 0 } })
  })

  // The timelock is its own admin, and two Safes own one another beside key 1 and keys 2, 3.
  it('circles need nobody more than their way out', () => {
    const map = toMap(
      node(target, 'contract', [way('code', [timelock])]),
      node(timelock, 'timelock', [way('act', [timelock], { delay: days(2) }), way('act', [safe], { delay: days(2) })]),
      node(safe, 'safe', [way('act', [otherSafe, at(1)], { threshold: 2 })]), node(otherSafe, 'safe', [way('act', [safe, at(2), at(3)], { threshold: 2 })]),
    )
    expect(figureOf(map).weakest).toMatchObject({ signatures: 3, delay: days(2), keys: people(1, 2, 3) })
  })
})

describe('size', () => {
  it('20 of 40 owners are one set, as none of them sits elsewhere', () => {
    const owners = people(...Array.from({ length: 40 }, (_, index) => index + 1))
    const map = toMap(node(target, 'contract', [way('code', [safe])]), node(safe, 'safe', [way('act', owners, { threshold: 20 })]))
    expect(solveControl(map).setsOf(safe, 'act')).toHaveLength(1)
    expect(figureOf(map)).toMatchObject({ weakest: { signatures: 20 }, isBound: false })
  })

  // The same twelve in two Safes of 6 of 12: 924 sets, more than are kept. Six who sign twice are enough, and that is still found.
  it('beyond the limit the figure is a bound, and says so', () => {
    const owners = people(...Array.from({ length: 12 }, (_, index) => index + 1))
    const both: ControlWay = { ...way('code', []), groups: [{ threshold: 2, members: [safe, otherSafe] }] }
    const map = toMap(node(target, 'contract', [both]), ...[safe, otherSafe].map((address) => node(address, 'safe', [way('act', owners, { threshold: 6 })])))
    expect(solveControl(map).setsOf(safe, 'act')).toHaveLength(setsKept)
    expect(figureOf(map)).toMatchObject({ weakest: { signatures: 6 }, isBound: true })
  })
})

describe('the tree', () => {
  it('writes each account’s ways once, and cuts circles', () => {
    const map = toMap(
      node(target, 'contract', [way('code', [timelock]), way('settings', [safe])]),
      node(timelock, 'timelock', [way('act', [safe], { delay: days(2) }), way('act', [timelock], { delay: days(2) })]),
      node(safe, 'safe', [way('act', people(1, 2), { threshold: 2 })]),
    )
    expect(controlTree(map).steps.map(({ depth, account, group, again }) => [depth, account, group && `${group.threshold} of ${group.members}`, again])).toEqual([
      [0, target, null, null],
      [1, timelock, '1 of 1', null],
      [2, safe, '1 of 1', null],
      [3, at(1), '2 of 2', null],
      [3, at(2), '2 of 2', null],
      [2, timelock, '1 of 1', 'loop'],
      [1, safe, '1 of 1', 'above'],
    ])
  })

  it('says of a contract in the middle that nobody could be read behind it', () => {
    const { steps } = controlTree(toMap(node(target, 'contract', [way('code', [admin])]), node(admin, 'contract')))
    expect(steps.map(({ gaps }) => gaps.map(({ reason }) => reason))).toEqual([[], ['unknownContract']])
  })

  it('ends somewhere', () => {
    const crowd = people(...Array.from({ length: stepsKept + 5 }, (_, index) => index + 1))
    const { steps, whole } = controlTree(toMap(node(target, 'contract', [way('settings', crowd)])))
    expect([steps.length, whole]).toEqual([stepsKept, false])
  })
})

it('rights of which nothing could be read are told as unread, not left out; whoever may replace the code has them too', () => {
  const gaps = [{ power: 'settings', reason: 'roles', detail: null } as const]
  const told = (ways: ControlWay[]) => controlFigures(toMap(node(target, 'contract', ways, [...gaps]))).map(({ power, status, isBound }) => [power, status, isBound])
  expect(told([])).toEqual([['code', 'nobody', false], ['settings', 'unread', true]])
  expect(told([way('code', people(1))])).toEqual([['code', 'keys', false], ['settings', 'keys', true]])
})
