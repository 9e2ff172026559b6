import { z } from 'zod'
import { thesisIdSchema, verdicts, type Finding, type Judgement, type ThesisFindings, type Verdict } from '@/lib/domain/finding'
import { locales, type Text } from '@/lib/domain/text'
import { loadFindings } from '@/lib/pipeline/findings/loadFindings'
import { toChartPath } from '@/lib/publish/chartName'
import { allProtocols, findChart } from '@/lib/publish/charts'
import { reasonText } from '@/lib/views/findings/reasonText'
import { requireProtocol } from '../find'
import { defineResource } from '../resource'
import { blockNumber, day, slug, text } from '../schemas'

const verdict = z.enum(Object.keys(verdicts) as [Verdict, ...Verdict[]])
const subject = z.strictObject({
  kind: z.enum(['protocol', 'category', 'all']),
  id: z.string().meta({ description: 'Slug of the protocol, id of the category, or all' }),
  name: text,
  demo: z.boolean(),
  verdict,
  reason: text,
  figures: z.array(z.strictObject({
    id: z.string(), name: text, value: z.number().nullable().meta({ description: 'null where it could not be had; shares from 0 to 1' }), low: z.number().nullable(), high: z.number().nullable(),
    format: z.string().meta({ description: 'share, count, amount, index, ratio, bits or date (Unix seconds)' }),
  })),
  day: day.nullable().meta({ description: 'Up to when it was measured' }),
  block_number: blockNumber.nullable(),
})
const claim = z.strictObject({
  claim: thesisIdSchema,
  title: text, statement: text, confirms: text, refutes: text, measure: text,
  rule: text.meta({ description: 'By which it is decided; written before the data' }),
  limits: z.array(text),
  overall: z.strictObject({ verdict, reason: text }),
  subjects: z.array(subject),
  charts: z.array(z.strictObject({ id: z.string(), address: z.string().meta({ description: 'With {slug} for a protocol’s where there is one of each' }) })),
})

export const findings = defineResource({
  id: 'findings',
  address: '/findings',
  name: { en: 'Claims and verdicts', de: 'Behauptungen und Urteile' },
  description: {
    en: 'Every claim about who has the power, with what would confirm and refute it, the rule that decides, and the verdict with its figures per protocol and overall.',
    de: 'Jede Behauptung darüber, wer die Macht hat: was sie bestätigen und was sie widerlegen würde, die Regel, die entscheidet, und das Urteil mit seinen Zahlen je Protokoll und insgesamt.',
  },
  path: z.strictObject({}),
  query: z.strictObject({ claim: thesisIdSchema.optional().meta({ description: 'Only this one' }), protocol: slug.optional().meta({ description: 'Only what is told of this protocol; what is overall stays that of all' }) }),
  data: z.array(claim),
  cost: 'plain',
  load: async ({ query, database }) => {
    if (query.protocol !== undefined) await requireProtocol(database, query.protocol)
    const isAsked = ({ subject: { kind, id } }: Finding) => query.protocol === undefined || (kind === 'protocol' && id === query.protocol)
    const all = (await loadFindings(database)).filter(({ words }) => query.claim === undefined || words.id === query.claim)
    return { data: all.map((found) => toAnswer(found, found.findings.filter(isAsked))), basis: null, next: null, freshness: 'newest' }
  },
})

function toAnswer({ words, overall }: ThesisFindings, asked: readonly Finding[]): z.input<typeof claim> {
  const { id, title, statement, confirms, refutes, measure, rule, limits } = words
  return {
    claim: id, title, statement, confirms, refutes, measure, rule, limits: [...limits],
    overall: { verdict: overall.verdict, reason: toText(overall) },
    subjects: asked.map((finding) => ({
      ...finding.subject, verdict: finding.verdict, reason: toText(finding), day: finding.basis?.day ?? null, block_number: finding.basis?.block ?? null,
      figures: finding.figures.map(({ low, high, ...figure }) => ({ ...figure, low: low ?? null, high: high ?? null })),
    })),
    charts: [id, ...words.charts].flatMap((of) => [
      ...(findChart(of, 'all') ? [{ id: of, address: toChartPath({ protocol: allProtocols, id: of }) }] : []),
      ...(findChart(of, 'token') ? [{ id: of, address: toChartPath({ protocol: '{slug}', id: of }) }] : []),
    ]),
  }
}

const toText = (judgement: Judgement): Text => Object.fromEntries(locales.map((locale) => [locale, reasonText(judgement, locale)])) as Text
