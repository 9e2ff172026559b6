import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ProblemError } from '@/lib/publish/problem'

/** Whose cursor it is: a place in one list says nothing about another. */
const toOwner = (question: string) => createHash('sha256').update(question).digest('base64url').slice(0, 8)

/**
 * A place in a list as an opaque word.
 *
 * @param question path and query of the list, without cursor and limit
 */
export const writeCursor = (question: string, position: unknown): string => Buffer.from(JSON.stringify([toOwner(question), position])).toString('base64url')

/**
 * The place that a cursor names.
 *
 * @throws ProblemError where it is none, or another list's
 */
export function readCursor<Position>(schema: z.ZodType<Position>, question: string, cursor: string): Position {
  const refuse = (detail: string) => new ProblemError('invalidRequest', 'the cursor cannot be used', [{ pointer: '#/query/cursor', detail }])
  let words: unknown
  try {
    words = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw refuse('Not a cursor of ours: take it from links.next, or begin without one')
  }
  const read = z.tuple([z.string(), schema]).safeParse(words)
  if (!read.success) throw refuse('Not a cursor of ours: take it from links.next, or begin without one')
  if (read.data[0] !== toOwner(question)) throw refuse('It belongs to another question: keep all other parameters as they were, or begin without one')
  return read.data[1]
}
