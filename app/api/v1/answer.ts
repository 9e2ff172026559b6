import { z } from 'zod'
import { ProblemError, toProblemPlaces } from '@/lib/publish/problem'
import { sharedDatabase } from '../../database'
import { answerRequest } from '../../http/answerRequest'
import { respond } from '../../http/respond'
import { readCursor, writeCursor } from './cursor'
import { metaSchema, toMeta } from './meta'
import type { Resource } from './resource'

export const base = '/api/v1'

/** Rows of a page where nobody asks for another number, and at most. */
const pageSizes = { usual: 100, most: 1000 } as const

/** What every list with pages is asked beside its own parameters. */
export const paging = {
  limit: z.string().regex(/^\d{1,6}$/, 'a whole number').transform(Number).pipe(z.number().min(1).max(pageSizes.most)).default(pageSizes.usual)
    .meta({ description: 'Rows of a page', examples: ['1000'] }),
  cursor: z.string().max(500).optional().meta({ description: 'Where the page before ended, from links.next: all pages are of one block' }),
}

/** The whole answer of a resource. */
export const toAnswerSchema = (resource: Pick<Resource, 'data'>) =>
  z.strictObject({
    data: resource.data,
    meta: metaSchema,
    links: z.strictObject({ self: z.string(), next: z.string().nullable() }),
  })

/** Every parameter of a resource's query. */
export const toQuerySchema = ({ query, position }: Pick<Resource, 'query' | 'position'>) => z.strictObject({ ...query.shape, ...(position && paging) })

/** Answers a request below /api/v1 with the resource whose address it is. */
export function answerApi(request: Request, resources: readonly Resource[]): Promise<Response> {
  const url = new URL(request.url)
  const found = findResource(url.pathname, resources)
  return answerRequest(request, async () => {
    if (!found) throw new ProblemError('notFound', `no resource has the address ${url.pathname.slice(0, 200)}`)
    return answerResource(request, url, found.resource, found.words)
  }, found?.resource.cost)
}

async function answerResource(request: Request, url: URL, resource: Resource, words: Record<string, string>): Promise<Response> {
  const path = read('path', resource.path, words)
  const { limit = pageSizes.usual, cursor, ...query } = read('query', toQuerySchema(resource), toWords(url.searchParams)) as { limit?: number; cursor?: string }
  const asked = new URLSearchParams([...url.searchParams].filter(([name]) => name !== 'cursor' && name !== 'limit'))
  asked.sort()
  const question = `${url.pathname}?${asked}`
  const position = cursor !== undefined && resource.position ? readCursor(resource.position, question, cursor) : null
  const { data, basis, next, freshness } = await resource.load({ path, query, position, limit, database: sharedDatabase() })
  const self = `${url.pathname}${url.search}`
  const nextHref = next === null ? null : `${url.pathname}?${new URLSearchParams([...asked, ['limit', String(limit)], ['cursor', writeCursor(question, next)]])}`
  return respond(request, {
    body: `${JSON.stringify({ data, meta: toMeta(resource.name.en, basis), links: { self, next: nextHref } })}\n`,
    contentType: 'application/json; charset=utf-8',
    freshness,
    headers: nextHref ? { Link: `<${nextHref}>; rel="next"` } : {},
  })
}

/** The resource of an address, and the words that stand in the places of its parameters. */
function findResource(pathname: string, resources: readonly Resource[]): { resource: Resource; words: Record<string, string> } | null {
  const segments = pathname.slice(base.length).split('/').map(decode)
  const candidates = resources.flatMap((resource) => {
    const template = resource.address.split('/')
    if (template.length !== segments.length) return []
    const isSame = template.every((word, place) => word.startsWith('{') || word === segments[place])
    const words = template.flatMap((word, place) => (word.startsWith('{') ? [[word.slice(1, -1), segments[place]!] as const] : []))
    return isSame ? [{ resource, words: Object.fromEntries(words), fixed: template.length - words.length }] : []
  })
  return candidates.sort((a, b) => b.fixed - a.fixed)[0] ?? null
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function read<Value>(part: string, schema: z.ZodType<Value>, given: unknown): Value {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new ProblemError('invalidRequest', `the ${part} asks for what is not offered`, toProblemPlaces(part, result.error.issues as never))
}

/** @throws ProblemError for a parameter that is given twice: nobody knows which was meant */
function toWords(params: URLSearchParams): Record<string, string> {
  const twice = [...new Set(params.keys())].filter((name) => params.getAll(name).length > 1)
  if (twice.length > 0) {
    throw new ProblemError('invalidRequest', 'a parameter stands twice in the query', toProblemPlaces('query', twice.map((name) => ({ path: [name], message: 'Give it once' }))))
  }
  return Object.fromEntries(params)
}
