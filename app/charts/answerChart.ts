import { NoEditionError } from '@/lib/pipeline/editions/loadEdition'
import { ProblemError } from '@/lib/publish/problem'
import { answerRequest } from '../http/answerRequest'
import type { costs } from '../http/limit'
import { cacheControls, toETag } from '../http/respond'
import { isForPeople, toProblemPage } from './problemPage'
import { BadQuestionError } from './question'

/** Answers with a form of a chart, or says what went wrong and what to do: as a problem, or to people as a page. */
export async function answerChart(request: Request, answer: () => Promise<Response>, cost: keyof typeof costs = 'plain'): Promise<Response> {
  const response = await answerRequest(request, () => answer().catch((error: unknown) => {
    if (error instanceof BadQuestionError) throw new ProblemError('invalidRequest', error.message)
    if (error instanceof NoEditionError) throw new ProblemError(error.status === 404 ? 'notFound' : 'invalidRequest', error.message)
    if (error instanceof URIError) throw new ProblemError('invalidRequest', 'the address has a % that begins no character: write % as %25')
    throw error
  }), cost)
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  return isProblem && isForPeople(request) ? toProblemPage(response, new URL(request.url).searchParams.get('lang') === 'de' ? 'de' : 'en') : response
}

/** How long an answer may be kept: for ever where its address names a block. */
export const toCacheControl = (fixed: boolean): string => cacheControls[fixed ? 'fixed' : 'newest']

/** A tag of everything that the bytes follow from. */
export const toTag = (...parts: readonly string[]): string => toETag(parts.join('\0'))
