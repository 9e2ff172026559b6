import { expect } from 'vitest'
import type { ThesisId } from '@/lib/domain/finding'
import type { Turn } from './openTurn'
import { verdicts } from './verdicts'

/** Three of one claim must agree: the table, the arithmetic over the chain's logs (or one of the verdicts that its inexactness leaves open), and Lorenz. */
export function expectVerdicts({ findings, byHand }: Turn, id: ThesisId, place: 0 | 1): void {
  const expected = Object.fromEntries(Object.entries(verdicts[id]).map(([subject, both]) => [subject, both[place]]))
  const found = findings.find(({ words }) => words.id === id)!.findings.filter(({ subject }) => subject.id in expected)
  const told = Object.entries(expected).map(([subject, verdict]) => {
    const hand = byHand[id][subject]
    return [subject, hand?.open?.includes(verdict!) ? verdict : hand?.told]
  })
  expect(Object.fromEntries(told)).toEqual(expected)
  expect(Object.fromEntries(found.map(({ subject, verdict }) => [subject.id, verdict]))).toEqual(expected)
}
