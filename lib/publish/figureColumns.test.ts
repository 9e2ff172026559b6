import { expect, it } from 'vitest'
import type { Finding, FindingFigure } from '@/lib/domain/finding'
import { toWordsOf } from './columnWords'
import { toFigureColumns } from './figureColumns'

const toFinding = (figure: FindingFigure): Finding => ({
  subject: { kind: 'protocol', id: 'one', name: { en: 'One', de: 'Eins' }, demo: false }, verdict: 'holds', reason: { en: 'So.', de: 'So.' }, figures: [figure], basis: null,
})
const figureOf = (format: FindingFigure['format'], more: Partial<FindingFigure> = {}): FindingFigure => ({ id: 'fewCould', name: { en: 'Few could', de: 'Wenige konnten' }, value: 0.07, format, ...more })
const write = (figure: FindingFigure, isBounded: boolean) => toFigureColumns(figure, isBounded).map((column) => [column.name, column.kind, column.value(toFinding(figure))])

it('a figure is a column with its unit, a share in per cent without rounding, a moment as a moment', () => {
  expect(write(figureOf('share'), false)).toEqual([['few_could_pct', 'number', '7']])
  expect(write(figureOf('ratio', { value: 1e-9 }), false)).toEqual([['few_could', 'number', '0.000000001']])
  expect(write(figureOf('bits', { value: 3 }), false)).toEqual([['few_could_bits', 'number', '3']])
  expect(write(figureOf('date', { value: 1_775_044_800 }), false)).toEqual([['few_could', 'code', '2026-04-01T12:00:00Z']])
})

it('what is not known is an empty field, never 0, and so is a figure that a subject does not have', () => {
  expect(write(figureOf('share', { value: null }), true)).toEqual([['few_could_pct', 'number', null], ['few_could_low_pct', 'number', null], ['few_could_high_pct', 'number', null]])
  expect(toFigureColumns(figureOf('share'), false)[0]!.value(toFinding(figureOf('share', { id: 'other' })))).toBeNull()
})

it('ends of intervals stand beside it, and all bring their words', () => {
  const figure = figureOf('share', { low: 0.05, high: 0.1 })
  expect(write(figure, true)).toEqual([['few_could_pct', 'number', '7'], ['few_could_low_pct', 'number', '5'], ['few_could_high_pct', 'number', '10']])
  expect(toFigureColumns(figure, true).map((column) => toWordsOf(column).de)).toEqual(['Wenige konnten, in Prozent', 'Unteres Ende des Intervalls: Wenige konnten, in Prozent', 'Oberes Ende des Intervalls: Wenige konnten, in Prozent'])
})
