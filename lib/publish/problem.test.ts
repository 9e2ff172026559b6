import { expect, test } from 'vitest'
import { z } from 'zod'
import { ProblemError, toProblem, toProblemPlaces } from './problem'

test('a problem says what, where, and what to do (RFC 9457)', () => {
  const error = new ProblemError('invalidRequest', 'the query asks for what is not offered', [{ pointer: '#/query/lens', detail: 'raw or circulating' }])
  expect(toProblem(error, '/api/v1/protocols?lens=x')).toEqual({
    type: '/data/api#invalidRequest',
    title: 'The request cannot be read',
    status: 400,
    detail: 'The query asks for what is not offered. Correct what stands in errors and ask again.',
    instance: '/api/v1/protocols?lens=x',
    errors: [{ pointer: '#/query/lens', detail: 'raw or circulating' }],
  })
})

test('a limit has the type that is registered with IANA', () => {
  expect(toProblem(new ProblemError('tooManyRequests', 'no more'), '/').type).toBe('https://iana.org/assignments/http-problem-types#quota-exceeded')
})

test('what a schema finds stands at its place, with RFC 6901 escapes, and no more of it than a reader needs', () => {
  const schema = z.strictObject({ limit: z.coerce.number().int() })
  const { error } = schema.safeParse({ limit: 'ten', 'a/b~c': 1 })
  expect(toProblemPlaces('query', error!.issues)).toEqual([
    { pointer: '#/query/limit', detail: expect.stringContaining('number') },
    { pointer: '#/query/a~1b~0c', detail: 'There is no parameter of this name: a/b~c' },
  ])
  const long = schema.safeParse({ limit: 1, ['x'.repeat(10_000)]: 1 }).error!
  expect(JSON.stringify(toProblemPlaces('query', long.issues)).length).toBeLessThan(500)
})
