/** What went wrong at one place of a request. */
export interface ProblemPlace {
  /** JSON pointer into the request, as in '#/query/lens' or '#/path/slug' */
  pointer: string
  detail: string
}

/** What a request can meet instead of its answer: status, title, and what the reader can do about it. */
export const problemKinds = {
  invalidRequest: { status: 400, title: 'The request cannot be read', remedy: 'Correct what stands in errors and ask again.' },
  notFound: { status: 404, title: 'There is no such thing here', remedy: 'Check the address; /api/v1 lists what there is.' },
  methodNotAllowed: { status: 405, title: 'Nothing can be changed here', remedy: 'Ask with GET.' },
  tooManyRequests: { status: 429, title: 'Too many requests', remedy: 'Wait as many seconds as Retry-After says, then ask again.' },
  failed: { status: 500, title: 'The server failed', remedy: 'It is not your request. Ask again later; the server’s log says what happened.' },
  notImplemented: { status: 501, title: 'This form is not offered', remedy: 'Ask for one of the forms that detail names.' },
  unavailable: { status: 503, title: 'The database does not answer', remedy: 'Ask again in a minute.' },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>
export type ProblemKind = keyof typeof problemKinds

/** A problem as it is sent: RFC 9457, application/problem+json. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  errors?: readonly ProblemPlace[]
}

/** Where each kind of problem is explained, with full path: RFC 9457 lets a type be relative to the address that was asked. */
const page = '/data/api'

/** Registered with IANA for limits; says the same whoever sends it. */
const quotaExceeded = 'https://iana.org/assignments/http-problem-types#quota-exceeded'

/** Thrown anywhere on the way to an answer; becomes a problem answer at the door. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  constructor(
    readonly kind: ProblemKind,
    detail: string,
    readonly errors: readonly ProblemPlace[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
  }
}

/**
 * The problem that a request met, as RFC 9457 writes it.
 *
 * @param instance path and query that were asked for
 * @example toProblem(new ProblemError('notFound', 'no protocol "uniswop"'), '/api/v1/protocols/uniswop').status // 404
 */
export function toProblem({ kind, message, errors }: ProblemError, instance: string): Problem {
  const { status, title, remedy } = problemKinds[kind]
  return {
    type: kind === 'tooManyRequests' ? quotaExceeded : `${page}#${kind}`,
    title,
    status,
    detail: `${toSentence(message)} ${remedy}`,
    instance: instance.slice(0, 500),
    ...(errors.length > 0 && { errors }),
  }
}

const toSentence = (text: string): string => {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}

/**
 * What a schema found wrong in a part of a request, each at its place. Takes zod's issues.
 *
 * @param part of the request, as in 'query'
 * @example toProblemPlaces('query', [{ path: ['lens'], message: 'Invalid option' }]) // [{ pointer: '#/query/lens', detail: 'Invalid option' }]
 */
export function toProblemPlaces(part: string, issues: readonly { path: readonly PropertyKey[]; message: string; keys?: readonly string[] }[]): ProblemPlace[] {
  return issues.slice(0, 20).flatMap(({ path, message, keys = [''] }) =>
    keys.slice(0, 20).map((key) => ({
      pointer: ['#', part, ...path.map(String), ...(key ? [key] : [])].map(toToken).join('/').slice(0, 200),
      detail: key ? `There is no parameter of this name: ${key.slice(0, 100)}` : message,
    })),
  )
}

/** RFC 6901 */
const toToken = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1')
