import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toDistribution } from '@/lib/domain/distribution'
import { measure, metrics, toMetric } from './registry'

const ids = [
  'holders effectiveHolders top1Share top5Share top10Share top50Share top100Share top1PercentShare gini giniCorrected gini500 hoover hhi',
  'hhiNormalised nakamoto33 nakamoto50 nakamoto67 nakamotoPercent shannonEntropy entropyRatio minEntropy collisionEntropy theilT theilL',
  'atkinson05 atkinson1 palma paretoAlpha',
].flatMap((line) => line.split(' '))

describe('registry', () => {
  it('has the metrics that were asked for, in this order', () => {
    expect(metrics.map(({ id }) => id)).toEqual(ids)
    expect(Object.keys(measure(toDistribution([])))).toEqual(ids)
  })

  it('the id is the file name and the export', () => {
    for (const { id } of metrics) {
      expect(readFileSync(new URL(`./${id}.ts`, import.meta.url), 'utf8')).toContain(`export const ${id}: Metric = {\n  id: '${id}',`)
    }
  })

  it('every metric explains itself in both languages', () => {
    for (const { id, question, name, range, reference, edgeCases } of metrics) {
      for (const text of [question, name, edgeCases]) expect(text.en && text.de, id).not.toBe('')
      expect(question.en.endsWith('?') && question.de.endsWith('?'), id).toBe(true)
      expect(reference.citation, id).toMatch(/\(\d{4}\)/)
      expect(range, id).not.toBe('')
    }
    expect(new Set(metrics.map(({ name }) => name.de)).size).toBe(metrics.length)
    expect(new Set(metrics.map(({ question }) => question.de)).size).toBe(metrics.length)
  })

  it('finds a metric, and says which there are when there is none', () => {
    expect(toMetric('gini').unit).toBe('index')
    expect(() => toMetric('ginny')).toThrow(/no metric "ginny"; there are holders, .*paretoAlpha/)
  })
})
