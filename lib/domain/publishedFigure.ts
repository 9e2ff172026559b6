import { z } from 'zod'

/** A figure of a protocol's concentration that others published, with what it takes to hold it against ours. */
export const publishedFigureSchema = z.object({
  /** Id of the metric in lib/metrics that it is a value of */
  metric: z.string().min(1),
  /** What it measures: the token's holders, or those who can vote */
  of: z.enum(['held', 'votes']).default('held'),
  /** Shares from 0 to 1 */
  value: z.number(),
  /** Whether it is told in words only, as in 'almost 60 per cent' */
  about: z.boolean().default(false),
  /** As exactly as it is told: '2020-08-07', '2021-02' or '2026' */
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  /** Of the data, or, where that is not told, of the publication */
  dateOf: z.enum(['data', 'publication']),
  /** Family names */
  author: z.string().min(1),
  year: z.int(),
  title: z.string().min(1),
  /** Who was counted and who left out, as far as it is told */
  treatment: z.object({ en: z.string().min(1), de: z.string().min(1) }),
  /** Where it stands: an address on the web */
  source: z.string().min(1),
  /** Where it was read, if not there */
  via: z.string().min(1).optional(),
})
export type PublishedFigure = z.infer<typeof publishedFigureSchema>
export type PublishedFigureInput = z.input<typeof publishedFigureSchema>

/**
 * The first and the last UTC day that a figure may be of.
 *
 * @example toPublishedPeriod('2024-02') // ['2024-02-01', '2024-02-29']
 */
export function toPublishedPeriod(date: string): readonly [first: string, last: string] {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (day !== undefined) return [date, date]
  const last = new Date(Date.UTC(month === undefined ? year + 1 : year, month ?? 0, 0))
  return [month === undefined ? `${date}-01-01` : `${date}-01`, last.toISOString().slice(0, 10)]
}
