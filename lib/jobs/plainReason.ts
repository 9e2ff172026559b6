import { z } from 'zod'
import { toReason } from '../chain/reason'

/** SQLSTATE classes of a server that is away or has no room, with what to do. */
const states: readonly (readonly [RegExp, string])[] = [
  [/^(57P|08|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/, 'The database went away while the job ran'],
  [/^53100/, 'The disk of the database is full'],
  [/^53300/, 'The database has no connection left'],
  [/^(40|55P03)/, 'Another process was writing the same rows'],
]

/**
 * Why a job failed, in one line of plain words: without SQL, without stack, without an endpoint's address, which often holds a key.
 *
 * @example toPlainReason(Object.assign(new Error('terminating connection'), { code: '57P01' }))
 * // 'The database went away while the job ran: terminating connection'
 */
export function toPlainReason(error: unknown): string {
  if (error instanceof z.ZodError) return `What the job is about cannot be read: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ')}`
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    const words = typeof code === 'string' ? states.find(([pattern]) => pattern.test(code))?.[1] : undefined
    if (words) return `${words}: ${firstLine(cause.message || String(code))}`
    // drizzle's own message is the whole statement with its parameters; the driver's, its cause, says what was wrong.
    const isStatement = cause.message.startsWith('Failed query')
    if (isStatement && !(cause.cause instanceof Error)) return 'The database refused a question'
    if (!isStatement) return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? `The database refused a question: ${firstLine(cause.message)}` : hideAddresses(toReason(cause))
  }
  return hideAddresses(String(error))
}

const firstLine = (text: string) => text.split('\n')[0]!

/** Host and path of an address go: what is behind the host is often a key. */
const hideAddresses = (text: string) => text.replace(/\b(https?|wss?|postgres(ql)?):\/\/\S+/gi, '[address]')
