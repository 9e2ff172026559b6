import type { z } from 'zod'
import type { TrackedProtocol } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { CsvBasis } from '@/lib/publish/csvBasis'
import { toRulesWord } from '@/lib/ownership/entities/chosenRules'
import { toLedger } from '@/lib/pipeline/ledger'
import { ProblemError, toProblemPlaces } from '@/lib/publish/problem'
import { answerRequest } from './http/answerRequest'
import { fileQuestion, type FileQuestion } from './question'
import { findProtocol, findSubject, underRules, type Subject } from './subject'

/** What a file is about: the protocol's token, or the LP token of one of its pools. */
export interface FileSubject {
  protocol: TrackedProtocol
  token: TrackedProtocol['token']
  tokenId: number
  question: FileQuestion
  request: Request
}

/** Reads what a file of a snapshot is asked for, finds what it is about and answers. */
export const answerFile = (
  request: Request,
  params: Promise<{ slug: string }>,
  answer: (subject: FileSubject) => Promise<Response>,
): Promise<Response> =>
  answerQuestion(request, params, fileQuestion, ({ protocol, question }) => answer({ protocol, ...toToken(protocol, question), question, request }))

/** Reads what a file of a protocol is asked for and answers; what goes wrong on the way is a status and a sentence. */
export async function answerQuestion<Question>(
  request: Request,
  params: Promise<{ slug: string }>,
  schema: z.ZodType<Question>,
  answer: (asked: { protocol: TrackedProtocol; question: Question }) => Promise<Response>,
): Promise<Response> {
  return answerRequest(request, async () => {
    const { slug } = await params
    const read = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!read.success) throw new ProblemError('invalidRequest', 'the query asks for what is not offered', toProblemPlaces('query', read.error.issues as never))
    const protocol = await findProtocol(slug)
    if (!protocol) throw new ProblemError('notFound', `no protocol "${slug.slice(0, 64)}" is followed here`)
    return answer({ protocol, question: read.data })
  }, 'costly')
}

function toToken(protocol: TrackedProtocol, { pool }: FileQuestion): Pick<FileSubject, 'token' | 'tokenId'> {
  if (pool === null) return { token: protocol.token, tokenId: protocol.tokenId }
  const found = protocol.pools.find(({ lpToken }) => lpToken.address === pool)
  if (!found) throw new ProblemError('notFound', `${protocol.slug} has no pool with the LP token ${pool}; it has ${protocol.pools.map(({ lpToken }) => lpToken.address).join(', ') || 'none'}`)
  return { token: found.lpToken, tokenId: found.tokenId }
}

/**
 * The snapshot that a file is about.
 *
 * @throws ProblemError 404 where there is none, or none under this lens
 */
export async function requireSubject({ protocol, token, tokenId, question }: FileSubject): Promise<Subject> {
  const subject = await findSubject(token, tokenId, question.lens, question.snapshot)
  if (!subject) throw new ProblemError('notFound', `there is no such snapshot of ${token.symbol} (${protocol.slug})`)
  if (subject.lens.id !== question.lens) throw new ProblemError('notFound', `this snapshot was not measured under the lens "${question.lens}"`)
  if (!question.rules) return subject
  const ruled = await underRules(subject, toLedger(protocol, question.pool)!, question.rules)
  if (!ruled) throw new ProblemError('notFound', 'an imported list keeps no ledger to make it from again under rules of one’s own: leave out rules')
  return ruled.subject
}

/** What the rows of a snapshot's file rest on. */
export const toCsvBasis = (protocol: TrackedProtocol, { token, snapshot, lens, measurement }: Subject): CsvBasis => ({
  protocol: protocol.slug,
  tokenAddress: toChecksumAddress(token.address),
  lens: lens.id,
  denominator: measurement.denominator,
  origin: snapshot.origin,
  day: snapshot.day,
  block: snapshot.block,
})

/** A name that says which file it is wherever it was put: 'uniswap-holders-raw-2026-04-01-b21500000'. */
export const toFileName = (kind: string, { pool, rules }: FileQuestion, { protocol, lens, day, block }: CsvBasis): string =>
  [protocol, pool, kind, lens, toRulesWord(rules)?.replaceAll(',', '+'), day, block && `b${block.number}`].filter(Boolean).join('-')
