import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { thesisIds, verdicts } from '../domain/finding'
import type { Text } from '../domain/text'
import { theses } from './registry'

/** Umlauts written out, in words that a German page would have. */
const spelledOut = /\b(fuer|ueber\w*|koenn\w*|haett\w*|waer\w*|groess\w*|waehr\w*|Waehr\w*|moeg\w*|muess\w*|gehoer\w*|Maerkt\w*|Schluessel\w*|fruehe?\w*|Vermoegen\w*)\b/

describe.each(theses.map((thesis) => [thesis.id, thesis] as const))('%s', (id, thesis) => {
  const sentences: [string, Text][] = [
    ['statement', thesis.statement], ['confirms', thesis.confirms], ['refutes', thesis.refutes], ['measure', thesis.measure], ['rule', thesis.rule],
    ...thesis.limits.map((limit, place) => [`limit ${place}`, limit] as [string, Text]),
  ]

  it('is said in both languages, in whole sentences', () => {
    expect(thesis.limits.length).toBeGreaterThan(0)
    for (const [which, text] of sentences) for (const locale of ['en', 'de'] as const) {
      expect(text[locale], `${which} ${locale}`).toMatch(/^[^\s{}][^{}]+[.!?]$/)
      expect(text[locale], `${which} ${locale}`).not.toMatch(spelledOut)
    }
    for (const [which, text] of sentences) expect(text.en, which).not.toBe(text.de)
    for (const text of [thesis.title, thesis.lead.name]) for (const locale of ['en', 'de'] as const) expect(text[locale]).toMatch(/^[^\s{}][^{}]*[^.\s]$/)
  })

  it('says with which numbers it is decided, and when it cannot be told', () => {
    expect(thesis.rule.en).toMatch(/cannot be told/i)
    expect(thesis.rule.de).toMatch(/lässt (es )?sich nicht sagen|lässt es sich .*nicht sagen/i)
    expect(thesis.rule.en).toMatch(/\d|half|third|quarter|tenth|two|three|five|ten|twice/)
  })

  it('has a test of its own that reaches every verdict and looks for the figures of its reasons', () => {
    const test = readFileSync(path.join(import.meta.dirname, `${id}.test.ts`), 'utf8')
    expect(Object.keys(verdicts).filter((verdict) => !test.includes(`'${verdict}'`))).toEqual([])
    expect(test).toMatch(/expectToldReason\(|matchAll\(/)
  })
})

it('theses stand in reading order, each once', () => {
  const ids = theses.map(({ id }) => id)
  expect(ids).toEqual(thesisIds.filter((id) => ids.includes(id)))
  expect(ids.length).toBeGreaterThan(0)
})
