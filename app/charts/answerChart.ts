import { createHash } from 'node:crypto'
import { NoEditionError } from '@/lib/pipeline/editions/loadEdition'
import { saysNoDatabase } from '../database'
import { toProblem } from './problem'
import { BadQuestionError } from './question'

/** Answers, or says as a problem what went wrong and what to do. */
export async function answerChart(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof BadQuestionError) return toProblem(400, 'The question cannot be answered', error.message)
    if (error instanceof NoEditionError) return toProblem(error.status, error.status === 404 ? 'There is no such chart' : 'The question cannot be answered', error.message)
    if (error instanceof URIError) return toProblem(400, 'The address cannot be read', 'It has a % that begins no character: write % as %25.')
    if (!saysNoDatabase(error)) throw error
    console.error(error)
    return toProblem(503, 'The database does not answer', 'Try again in a minute.')
  }
}

/** How long an answer may be kept: for ever where its address names a block. */
export const toCacheControl = (fixed: boolean): string =>
  fixed ? 'public, max-age=31536000, immutable' : 'public, max-age=300, stale-while-revalidate=86400'

/** A tag of everything that the bytes follow from. */
export const toTag = (...parts: readonly string[]): string => `"${createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32)}"`

/** Whether the reader has what the tag names. */
export function isKnown(request: Request, tag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',').map((one) => one.trim().replace(/^W\//, ''))
  return known !== undefined && (known.includes(tag) || known.includes('*'))
}
