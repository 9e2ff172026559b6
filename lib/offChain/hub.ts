import { z } from 'zod'
import { parseExactJson } from '@/lib/domain/exactJson'
import { HubError } from './hubError'
import { postJson, type PostAnswer } from './postJson'

/** The public hub takes 100 questions a minute of one address. */
const usualPause = 650
const mostTries = 6
/** Nobody waits longer for one answer; the next run goes on. */
const longestWait = 120_000

/** Asks one GraphQL question and gives the parsed `data`. */
export type AskHub = <Data>(query: string, variables: Readonly<Record<string, unknown>>, schema: z.ZodType<Data>) => Promise<Data>

export interface HubOptions {
  /** The GraphQL endpoint */
  url: string
  /** Milliseconds between two questions; 650 where absent */
  pause?: number
  /** Waits so many milliseconds: by the clock where absent */
  wait?: (milliseconds: number) => Promise<void>
  /** Aborted when the work is to be given back */
  signal?: AbortSignal
}

const envelopeSchema = z.object({ data: z.unknown().optional(), errors: z.array(z.object({ message: z.string() })).optional() })

/**
 * Opens Snapshot's hub: one question at a time, with a pause between two. What passes (429 with its Retry-After, 5xx, a connection that broke,
 * an answer that was cut, the hub's own "request failed") is asked again up to six times, each time later.
 *
 * @returns throws HubError that says what failed and what to do
 * @example const ask = openHub({ url: 'https://hub.snapshot.org/graphql' }); await ask('query { … }', {}, schema)
 */
export function openHub({ url, pause = usualPause, wait = sleep, signal }: HubOptions): AskHub {
  let first = true
  return async (query, variables, schema) => {
    for (let tried = 1; ; tried++) {
      if (!first) await wait(pause)
      first = false
      signal?.throwIfAborted()
      try {
        return await askEndpoint(url, query, variables, schema, signal)
      } catch (error) {
        signal?.throwIfAborted()
        if (!(error instanceof HubError) || !error.passing || tried === mostTries) throw error
        const longer = error.wait ?? 1_000 * 2 ** (tried - 1)
        if (longer > longestWait) throw new HubError(`${error.message}; it asks to wait ${Math.ceil(longer / 1000)} s: run again later, it goes on where it was`, { cause: error })
        await wait(longer)
      }
    }
  }
}

async function askEndpoint<Data>(url: string, query: string, variables: Readonly<Record<string, unknown>>, schema: z.ZodType<Data>, signal?: AbortSignal): Promise<Data> {
  const host = new URL(url).host
  const answer = await postJson(url, JSON.stringify({ query, variables }), signal).catch((cause: unknown) => {
    throw new HubError(`Snapshot (${host}) cannot be reached, or broke off its answer: ${cause instanceof Error ? cause.message || cause.name : String(cause)}`, { passing: true, cause })
  })
  if (answer.status === 429) throw new HubError(`Snapshot (${host}) answers 429: too many questions`, { passing: true, wait: toWait(answer) })
  if (answer.status >= 500) throw new HubError(`Snapshot (${host}) answers ${answer.status}`, { passing: true, wait: toWait(answer) })
  const { data, errors } = parseAnswer(answer, host)
  if (errors && errors.length > 0) {
    const message = errors.map((error) => error.message.slice(0, 200)).join('; ')
    // The hub's words for its database being away.
    const passing = errors.every((error) => /request failed|timeout/i.test(error.message))
    throw new HubError(`Snapshot (${host}) refuses the question: ${message}${passing ? '' : '. Is SNAPSHOT_URL the GraphQL endpoint of a Snapshot hub?'}`, { passing })
  }
  if (answer.status >= 300) throw new HubError(`Snapshot (${host}) answers ${answer.status}: set SNAPSHOT_URL to the GraphQL endpoint of a Snapshot hub, as in https://hub.snapshot.org/graphql`)
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new HubError(`Snapshot (${host}) answers something else than was asked: ${issue?.path.join('.')} ${issue?.message}. Is SNAPSHOT_URL the endpoint of a Snapshot hub?`)
}

function parseAnswer({ text, status }: PostAnswer, host: string): z.infer<typeof envelopeSchema> {
  let json: unknown
  try {
    json = parseExactJson(text)
  } catch (cause) {
    throw new HubError(`Snapshot (${host}) answers ${status} with what is no JSON, or was cut: ${text.slice(0, 60).replace(/\s+/g, ' ')}`, { passing: status < 300, cause })
  }
  const envelope = envelopeSchema.safeParse(json)
  if (!envelope.success) throw new HubError(`Snapshot (${host}) answers ${status} with what is no GraphQL answer: ${text.slice(0, 60).replace(/\s+/g, ' ')}`)
  return envelope.data
}

/** Retry-After as seconds or as a date (RFC 9110, 10.2.3). */
function toWait({ headers }: PostAnswer): number | null {
  const said = headers['retry-after']
  if (said === undefined) return null
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1_000
  const [until, now] = [Date.parse(said), Date.parse(headers.date ?? '')]
  return Number.isNaN(until) || Number.isNaN(now) ? null : Math.max(0, until - now)
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
