import { z } from 'zod'
import type { Text } from '@/lib/domain/text'
import { problemKinds, type ProblemKind } from '@/lib/publish/problem'
import { base, toAnswerSchema, toQuerySchema } from './answer'
import type { Resource } from './resource'

type Json = Record<string, unknown>

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: 'What is wrong, and what to do' }),
  instance: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})

const responseHeaders = {
  ETag: { description: 'Strong, of the content: send it back as If-None-Match to get 304 where nothing changed', schema: { type: 'string' } },
  'RateLimit-Policy': { description: 'draft-ietf-httpapi-ratelimit-headers; absent where limits are turned off', schema: { type: 'string' } },
  RateLimit: { description: 'What is left, and for how many seconds', schema: { type: 'string' } },
} as const

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
const toJsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

/** The OpenAPI 3.1 document of a list of resources. */
export function toOpenApi(resources: readonly Resource[]): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lorenz',
      version: '1',
      summary: 'Who really holds DeFi, with figures that can be checked.',
      description: 'Free, without a key. Read only. Amounts are exact strings; addresses go in in any case and come out as EIP-55. Every answer says on which block it rests.',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: base }],
    paths: Object.fromEntries(resources.map((resource) => [resource.address || '/', { get: toOperation(resource) }])),
    components: {
      schemas: { Problem: toJsonSchema(problem, 'output') },
      responses: Object.fromEntries(Object.entries(problemKinds).map(([kind, { title, remedy }]) => [kind, toProblemResponse(title, remedy)])),
    },
  }
}

const toProblemResponse = (title: string, remedy: string): Json => ({
  description: `${title}. ${remedy}`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const answered: readonly ProblemKind[] = ['invalidRequest', 'notFound', 'tooManyRequests', 'unavailable']

function toOperation(resource: Resource): Json {
  const refusals = answered.map((kind) => [String(problemKinds[kind].status), { $ref: `#/components/responses/${kind}` }])
  return {
    operationId: resource.id,
    summary: resource.name.en,
    description: resource.description.en,
    parameters: toParameters(resource).map(({ name, in: place, required, description, schema }) => ({ name, in: place, required, description, schema })),
    responses: {
      200: { description: resource.name.en, headers: responseHeaders, content: { 'application/json': { schema: toJsonSchema(toAnswerSchema(resource), 'input') } } },
      304: { description: 'Nothing has changed' },
      ...Object.fromEntries(refusals),
    },
  }
}

export interface Parameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  description: string
  schema: Json
}

/** Every parameter that a resource takes, for its document and for its page. */
function toParameters(resource: Resource): Parameter[] {
  const of = (place: 'path' | 'query', shape: Readonly<Record<string, z.ZodType>>) =>
    Object.entries(shape).map(([name, schema]) => {
      const { description = '', ...rest } = toJsonSchema(schema, 'input')
      // zod leaves them out where a value is transformed: they are examples of what is sent.
      const examples = schema.meta()?.examples
      return { name, in: place, required: place === 'path', description: String(description), schema: { ...rest, ...(examples ? { examples } : {}) } }
    })
  return [...of('path', resource.path.shape), ...of('query', toQuerySchema(resource).shape)]
}

/** A resource for people: what it is called, where it stands and what it takes. */
export interface ResourceDescription {
  id: string
  name: Text
  description: Text
  address: string
  example: string
  parameters: { name: string; place: 'path' | 'query'; description: string; values: string }[]
}

/**
 * What a page says of each resource.
 *
 * @param slug of a protocol that there is, for the example
 */
export const describe = (resource: Resource, slug: string): ResourceDescription => {
  const parameters = toParameters(resource)
  const filled = resource.address.replace(/\{(\w+)\}/g, (_, word: string) => encodeURIComponent(word === 'slug' ? slug : toExample(parameters.find(({ name }) => name === word)!)))
  return {
    id: resource.id,
    name: resource.name,
    description: resource.description,
    address: base + resource.address,
    example: base + filled,
    parameters: parameters.map((parameter) => ({ name: parameter.name, place: parameter.in, description: parameter.description, values: toValues(parameter) })),
  }
}

const toExample = ({ name, schema }: Parameter): string => String((schema.examples as unknown[] | undefined)?.[0] ?? name)

function toValues({ schema }: Parameter): string {
  const allowed = schema.enum as string[] | undefined
  const usual = schema.default === undefined ? '' : ` = ${String(schema.default)}`
  return (allowed && allowed.length <= 10 ? allowed.join(' | ') : String(schema.format ?? (schema.examples as unknown[] | undefined)?.[0] ?? schema.type ?? '')) + usual
}
