import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { countVisitor } from '@/app/http/limit'
import { isKnownTag } from '@/app/http/respond'
import { visitorHeader } from '@/app/http/visitor'
import { finishAnswer, isText, readAnswer, type Answer, type LongAnswer } from './answer'
import type { AskInside } from './inside'
import { KeptAnswers } from './keptAnswers'
import { toQuestion, type Question } from './question'
import type { VersionClock } from './versionClock'

/** How long an answer is kept at most where nothing that it follows from was saved, and where it shows work in progress; milliseconds. */
const [usualAge, momentAge] = [60_000, 1_000]

interface FrontParts {
  ask: AskInside
  clock: VersionClock
  kept?: KeptAnswers
  now?: () => number
}

/**
 * What stands before the server of the pages: answers from memory what it has answered before and what is still true, lets all who ask for
 * the same at once wait for the one answer, and sends everything as short as the visitor takes it. An answer is kept only where it came out
 * right and where the database had the same content before and after it was made.
 */
export function createFront({ ask, clock, kept = new KeptAnswers(), now = () => performance.now() }: FrontParts) {
  const underway = new Map<string, Promise<Answer | LongAnswer>>()

  const make = async (question: Question): Promise<Answer | LongAnswer> => {
    const begun = now()
    const before = question.isApart ? null : await clock.current()
    const made = await readAnswer(await ask({ method: 'GET', ...question }))
    if ('rest' in made) return made
    const answer = await finishAnswer(made, question.encoding)
    if (!mayBeKept(answer)) return answer
    if (question.isApart) kept.keep(question.key, { answer, version: null, until: Infinity })
    else if (before !== null && before === (await clock.ask())) kept.keep(question.key, { answer, version: before, until: begun + (question.isOfMoment ? momentAge : usualAge) })
    return answer
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const question = toQuestion(request.url ?? '/', request.headers)
    const found = kept.find(question.key, question.isApart ? null : await clock.current(), now()) ?? (await underway.get(question.key))
    // Who is refused is told so inside, like everybody who is.
    const limits = found && 'body' in found && mayBeKept(found) ? await countShared(request, found) : null
    if (found && 'body' in found && limits) return send(request, response, found, limits)
    const making = make(question)
    underway.set(question.key, making)
    const made = await making.finally(() => underway.get(question.key) === making && underway.delete(question.key))
    return 'rest' in made ? sendLong(request, response, made, question) : send(request, response, made)
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      if (request.method === 'GET' || request.method === 'HEAD') await answer(request, response)
      else send(request, response, await relay(ask, request))
    } catch (error) {
      console.error(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('Something failed while the answer was made.\n')
    }
  }
}

/** Limits of the one who asks now, where the answer is of those that are counted; null where it was one too many. */
async function countShared(request: IncomingMessage, { headers }: Answer): Promise<OutgoingHttpHeaders | null> {
  if (!headers['ratelimit']) return {}
  const limits = await countVisitor(String(request.headers[visitorHeader]), 'plain').catch(() => null)
  return limits && Object.fromEntries(Object.entries(limits).map(([name, value]) => [name.toLowerCase(), value]))
}

const mayBeKept = ({ status, headers }: Answer): boolean =>
  status === 200 && !headers['set-cookie'] && !/no-store/.test(String(headers['cache-control'] ?? ''))

/** Whoever wants to change something is answered anew each time, in one piece. */
async function relay(ask: AskInside, request: IncomingMessage): Promise<Answer> {
  const { connection: _, 'accept-encoding': __, ...headers } = request.headers
  const made = await readAnswer(await ask({ method: request.method ?? 'POST', path: request.url ?? '/', headers, body: request }))
  if (!('rest' in made)) return finishAnswer(made, 'identity')
  made.rest.destroy()
  throw new Error(`${request.method} ${request.url} was answered at length`)
}

const isKnownTo = (request: IncomingMessage, { etag }: OutgoingHttpHeaders): boolean => typeof etag === 'string' && isKnownTag(request.headers['if-none-match'], etag)

/** Headers of an answer that a reader has already. */
const toUnchanged = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && name !== 'content-encoding' && name !== 'content-length'))

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer, limits: OutgoingHttpHeaders = {}): void {
  const all = Object.fromEntries(Object.entries({ ...headers, ...limits }).filter(([, value]) => value !== undefined))
  if (status === 200 && isKnownTo(request, headers)) return void response.writeHead(304, toUnchanged(all)).end()
  // Nothing may stand in these.
  if (status === 204 || status === 304) return void response.writeHead(status, all).end()
  response.writeHead(status, { ...all, 'content-length': body.length }).end(request.method === 'HEAD' ? undefined : body)
}

/**
 * Bytes are packed beside the thread that makes them, a piece at a time, and each has to be handed over by it: with small pieces, or none waiting, one of the
 * two would wait for the other.
 */
const ahead = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 } as const

/** Sends what came and what comes, at the reader's pace. Where it breaks off inside it breaks off here: half a file must not look like a whole one. */
async function sendLong(request: IncomingMessage, response: ServerResponse, { status, headers, begun, rest }: LongAnswer, { encoding }: Question): Promise<void> {
  const isShortened = encoding !== 'identity' && isText(headers)
  const all = isShortened ? { ...headers, vary: 'Accept-Encoding', 'content-encoding': encoding } : headers
  const isAsked = request.method !== 'HEAD' && !isKnownTo(request, headers)
  if (!isAsked) {
    rest.destroy()
    return void response.writeHead(request.method === 'HEAD' ? status : 304, toUnchanged(headers)).end()
  }
  response.writeHead(status, all)
  rest.unshift(begun)
  const shorter = encoding === 'br' ? createBrotliCompress({ ...ahead, params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }) : createGzip({ ...ahead, level: 1 })
  // A reader who left is nothing that failed; what fails inside is said there.
  await pipeline(isShortened ? [rest, shorter, response] : [rest, response]).catch(() => response.destroy())
}
