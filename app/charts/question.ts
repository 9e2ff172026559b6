import { z } from 'zod'
import type { LensId } from '@/lib/domain/lens'
import { currencies } from '@/lib/domain/pool'
import { locales } from '@/lib/domain/text'
import { readRules, rulesHelp } from '@/lib/ownership/entities/chosenRules'
import { metrics } from '@/lib/metrics/registry'
import { headlineLens, lenses } from '@/lib/ownership/lenses'
import { dialects, type Dialect } from '@/lib/publish/csv'
import { protocolsHelp, readProtocols } from '@/lib/views/comparison/chosenProtocols'

const lens = z.enum(lenses.map(({ id }) => id) as [LensId, ...LensId[]])
const rules = z
  .string()
  .max(100)
  .refine((word) => readRules(word) !== undefined, rulesHelp)
  .transform((word) => readRules(word) ?? null)
const currency = z.enum(currencies)
const day = z.iso.date()
const protocols = z
  .string()
  .max(400)
  .refine((word) => readProtocols(word) !== null, protocolsHelp)
  .transform((word) => readProtocols(word))
const metric = z.enum(metrics.map(({ id }) => id) as [string, ...string[]])

/** How a chart is looked at: the same for every form. */
const viewShape = {
  lens: lens.default(headlineLens),
  /** By which rules addresses become one holder; null for the usual ones */
  rules: rules.nullable().default(null),
  /** What money is told in; null for the usual */
  currency: currency.nullable().default(null),
  /** Which protocols are compared; null for the usual ones */
  protocols: protocols.nullable().default(null),
  /** By which metric; null for the usual one */
  metric: metric.nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  lang: z.enum(locales).default('en'),
}

/** Pictures that others ask for in fixed sizes, px. `print` is 17.8 cm wide at 300 dpi, as high as it needs. */
export const presets = {
  og: { width: 1200, height: 630, drawing: 640 },
  twitter: { width: 800, height: 418, drawing: 600 },
  square: { width: 1080, height: 1080, drawing: 600 },
  print: { width: 2100, height: null, drawing: 720 },
} as const

/** A picture has no more pixels than this: a poster, not a wall. */
const mostPixels = 8_000_000

const side = z.coerce.number().int().min(200).max(4000)

/** What a chart's forms can be asked for. A wrong value is refused: a script must not get another file than it asked for. */
export const formQuestion = z
  .strictObject({
    ...viewShape,
    theme: z.enum(['light', 'dark', 'auto']).default('light'),
    width: side.nullable().default(null),
    height: side.nullable().default(null),
    preset: z.enum(Object.keys(presets) as [keyof typeof presets, ...(keyof typeof presets)[]]).nullable().default(null),
    csv: z.enum(['full', 'filtered']).nullable().default(null),
    dialect: z.enum(Object.keys(dialects) as [Dialect, ...Dialect[]]).default('rfc4180'),
  })
  .refine(({ width, height }) => (width ?? 1000) * (height ?? 1000) <= mostPixels, `a picture may have ${mostPixels} pixels at most: ask for less width or height`)
  .refine(({ from, to }) => from === null || to === null || from <= to, 'from must not be later than to')
export type FormQuestion = z.infer<typeof formQuestion>

/** What an embed can be asked for. */
export const embedQuestion = z.strictObject({ ...viewShape, theme: z.enum(['light', 'dark', 'auto']).default('auto') })

/** What the page of a chart can be asked for. A wrong value is as if it were not there: pages are for people. */
export const chartPageQuestion = z.object({
  lens: lens.catch(headlineLens).default(headlineLens),
  rules: rules.nullable().catch(null).default(null),
  currency: currency.nullable().catch(null).default(null),
  protocols: protocols.nullable().catch(null).default(null),
  metric: metric.nullable().catch(null).default(null),
  from: day.nullable().catch(null).default(null),
  to: day.nullable().catch(null).default(null),
})

/** A question that cannot be answered, and how it could be asked. */
export class BadQuestionError extends Error {
  override name = 'BadQuestionError'
}

/**
 * The query of an address as its schema reads it.
 *
 * @throws BadQuestionError that names what is wrong; also where a parameter is given twice
 */
export function readFormQuestion<Question>(schema: z.ZodType<Question>, query: URLSearchParams): Question {
  const names = [...query.keys()]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new BadQuestionError(`"${twice.slice(0, 40)}" is given twice: leave one of them out.`)
  const read = schema.safeParse(Object.fromEntries(query))
  if (!read.success) throw new BadQuestionError(z.prettifyError(read.error).slice(0, 1000))
  return read.data
}
