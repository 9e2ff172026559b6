import { ProblemError, problemKinds, toProblem } from '@/lib/publish/problem'
import { NoDatabaseError, saysNoDatabase } from '../database'
import { count, type costs } from './limit'
import { openHeaders } from './respond'

/**
 * Answers a program: counts the request, lets `answer` answer it, and says of whatever goes wrong on the way what it was and what to do
 * (RFC 9457). For every route that is no page.
 *
 * @param cost how much the answer takes of what a visitor may ask for
 */
export async function answerRequest(request: Request, answer: () => Promise<Response>, cost: keyof typeof costs = 'plain'): Promise<Response> {
  let limits: Record<string, string> = {}
  try {
    limits = await count(request, cost)
    const response = await answer()
    for (const [name, value] of Object.entries(limits)) response.headers.set(name, value)
    return response
  } catch (error) {
    return respondProblem(request, toProblemError(error), limits)
  }
}

/** A problem as an answer; nobody keeps it. */
function respondProblem(request: Request, error: ProblemError, headers: Readonly<Record<string, string>> = {}): Response {
  const { pathname, search } = new URL(request.url)
  return new Response(`${JSON.stringify(toProblem(error, pathname + search))}\n`, {
    status: problemKinds[error.kind].status,
    headers: { ...openHeaders, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers, ...error.headers },
  })
}

function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  console.error(error)
  if (error instanceof NoDatabaseError) return new ProblemError('unavailable', error.message)
  return saysNoDatabase(error) ? new ProblemError('unavailable', 'PostgreSQL cannot be reached or holds no tables yet') : new ProblemError('failed', 'something failed while the answer was made')
}

/** A preflight: any page may ask with GET, and with If-None-Match. */
export const answerOptions = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...openHeaders,
      Allow: 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  })

/** Whoever tries to change something is told that nothing here can be. */
export const refuseMethod = (request: Request): Response =>
  respondProblem(request, new ProblemError('methodNotAllowed', `${request.method} is not offered here`, [], { Allow: 'GET, HEAD, OPTIONS' }))
