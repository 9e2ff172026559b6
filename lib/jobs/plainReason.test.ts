import { expect, test } from 'vitest'
import { protocolJobSchema } from '../domain/job'
import { toPlainReason } from './plainReason'

const coded = (message: string, code: string) => Object.assign(new Error(message), { code })

test.each([
  [new Error('chain 1 does not answer: HTTP 503'), 'chain 1 does not answer: HTTP 503'],
  [new Error('see https://node.example/secret-key for more'), 'see [address] for more'],
  // drizzle: the statement is the message, the driver's error the cause.
  [new Error('Failed query: select 1\nparams: 2', { cause: coded('terminating connection due to administrator command', '57P01') }),
    'The database went away while the job ran: terminating connection due to administrator command'],
  [new Error('Failed query: insert', { cause: coded('could not extend file: No space left on device\nHINT: free', '53100') }),
    'The disk of the database is full: could not extend file: No space left on device'],
  [new Error('Failed query: insert', { cause: coded('duplicate key value', '23505') }), 'The database refused a question: duplicate key value'],
  [new Error('Failed query: select'), 'The database refused a question'],
  ['plain text', 'plain text'],
])('%s', (error, reason) => expect(toPlainReason(error)).toBe(reason))

test('a payload that is none', () => {
  const { error } = protocolJobSchema.safeParse({ protocol: 'Not a slug', more: 1 })
  expect(toPlainReason(error)).toMatch(/^What the job is about cannot be read: .*protocol not the slug of a protocol/)
})
