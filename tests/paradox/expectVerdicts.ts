import { expect } from 'vitest'
import type { ThesisId } from '@/lib/domain/finding'
import type { Turn } from './openTurn'
import { verdicts } from './verdicts'

/** Three of one claim must agree: the table, the arithmetic over the chain's logs, and Lorenz. */
export function expectVerdicts({ findings, byHand }: Turn, id: ThesisId, place: 0 | 1): void {
  const expected = Object.fromEntries(Object.entries(verdicts[id]).map(([subject, both]) => [subject, both[place]]))
  const found = findings.find(({ words }) => words.id === id)!.findings.filter(({ subject }) => subject.id in expected)
expect(Object.fromEntries(Object.keys(expected).map((subject) => [subject, byHand[id][subject]?.told]))).toEqual(expected)
  expect(Object.fromEntries(found.map(({ subject, verdict }) => [subject.id, verdict]))).toEqual(expected)
}
