import { z } from 'zod'
import { addressSchema } from '@/lib/domain/address'
import type { LensId } from '@/lib/domain/lens'
import { currencies } from '@/lib/domain/pool'
import { categories, type Category } from '@/lib/domain/protocol'
import { locales, type Locale } from '@/lib/domain/text'
import { readRules, rulesHelp } from '@/lib/ownership/entities/chosenRules'
import { metrics } from '@/lib/metrics/registry'
import { headlineLens, lenses } from '@/lib/ownership/lenses'
import { overviewSortKeys } from '@/lib/views/overview'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

const lens = z.enum(lenses.map(({ id }) => id) as [LensId, ...LensId[]])
const rules = z
  .string()
  .max(100)
  .refine((word) => readRules(word) !== undefined, rulesHelp)
  .transform((word) => readRules(word) ?? null)
const snapshot = z.coerce.number().int().positive().max(2 ** 31 - 1)

/** What a page can be asked for. A wrong value in an address is as if it were not there: pages are for people. */
export const pageQuestion = z.object({
  lens: lens.catch(headlineLens).default(headlineLens),
  /** By which rules addresses become one holder; null for the usual ones */
  rules: rules.nullable().catch(null).default(null),
  snapshot: snapshot.nullable().catch(null).default(null),
  // PostgreSQL has no letter of number 0.
  q: z.string().trim().max(100).refine((text) => !text.includes('\0')).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})

/** What the overview can be asked for. */
export const overviewQuestion = pageQuestion.pick({ lens: true, rules: true, q: true }).extend({
  sort: z.enum(overviewSortKeys).catch('gini').default('gini'),
  order: z.enum(['asc', 'desc']).nullable().catch(null).default(null),
  category: z.enum(Object.keys(categories) as [Category, ...Category[]]).nullable().catch(null).default(null),
})

/** What the page that compares protocols can be asked for, beside the protocols themselves. */
export const compareQuestion = pageQuestion.pick({ lens: true }).extend({
  metric: z.enum(metrics.map(({ id }) => id) as [string, ...string[]]).nullable().catch(null).default(null),
})

/** What the page of profits can be asked for. */
export const profitsQuestion = z.object({ currency: z.enum(currencies).nullable().catch(null).default(null) })

/** What the page of changes can be asked for. Wrong days are answered with what is wrong with them. */
export const changesQuestion = pageQuestion.pick({ lens: true, rules: true }).extend({
  from: z.string().trim().max(40).catch('').default(''),
  to: z.string().trim().max(40).catch('').default(''),
})

/** What a file can be asked for. A wrong value is refused: a script must not get another file than it asked for. */
export const fileQuestion = z.strictObject({
  lens: lens.default(headlineLens),
  rules: rules.nullable().default(null),
  snapshot: snapshot.nullable().default(null),
  /** Address of a pool's LP token */
  pool: addressSchema.nullable().default(null),
})
export type FileQuestion = z.infer<typeof fileQuestion>

/** What the file of changes can be asked for: the days are looked at with those that there are. */
export const changesFileQuestion = z.strictObject({ lens: lens.default(headlineLens), rules: rules.nullable().default(null), from: z.string().default(''), to: z.string().default('') })

/** The query of a page as its schema reads it; of a parameter given twice the first counts. */
export async function readQuestion<Question>(schema: z.ZodType<Question>, searchParams: SearchParams): Promise<Question> {
  const given = Object.entries(await searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  return schema.parse(Object.fromEntries(given.filter(([, value]) => value !== undefined)))
}

/** The language of a page, or null where the address names none. */
export const toLocale = (locale: string): Locale | null => locales.find((known) => known === locale) ?? null
