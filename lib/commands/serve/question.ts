import type { IncomingHttpHeaders } from 'node:http'
import { visitorHeader } from '@/app/http/visitor'
import { charts } from '@/lib/publish/charts'

/** How bytes are sent, the shortest first. */
export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** What somebody asks for, less all that no answer depends on. */
export interface Question {
  path: string
  /** What is handed on inside: an answer cannot follow from anything else that a visitor sent */
  headers: Record<string, string>
  encoding: Encoding
  /** Everything that an answer follows from, beside the content of the database */
  key: string
  /** Whether it shows work in progress, which is another at every moment */
  isOfMoment: boolean
  /** A built file, which stays as it is; or what tells whether this process lives: neither asks the database anything on the way */
  isApart: boolean
}

/** Where an answer names its own address, it is by these; and people are told what went wrong by a page. */
const handedOn = ['host', 'x-forwarded-host', 'x-forwarded-proto'] as const

/** A page or form of a chart that shows work in progress, the page of it all, and the resource. */
const charted = new Set<string>(charts.filter(({ needs }) => needs.includes('work')).map(({ id }) => id))
const chartPath = /\/(?:charts|embed)\/all\/([^/.@?]+)/

/** Reads a request that asks for something (GET or HEAD). */
export function toQuestion(url: string, given: IncomingHttpHeaders): Question {
  const path = url.split('?')[0]!
  const isForPeople = /text\/html/.test(given.accept ?? '')
  const headers: Record<string, string> = { accept: isForPeople ? 'text/html' : '*/*' }
  for (const name of handedOn) {
    const value = given[name]
    if (typeof value === 'string') headers[name] = value
  }
  const encoding = toEncoding(given['accept-encoding'])
  const key = JSON.stringify([url, encoding, headers])
  const visitor = given[visitorHeader]
  if (typeof visitor === 'string') headers[visitorHeader] = visitor
  const isApart = /^\/(?:_next\/static\/|healthz$|readyz$)/.test(path)
  return { path: url, headers, encoding, key, isApart, isOfMoment: /^(?:\/de)?\/status$|^\/api\/v1\/status$/.test(path) || charted.has(chartPath.exec(path)?.[1] ?? '') }
}

/**
 * The encoding that a visitor takes and that is shortest.
 *
 * @example toEncoding('gzip, br;q=0') // 'gzip'
 */
export function toEncoding(accepted: string | string[] | undefined): Encoding {
  const wanted = new Map(String(accepted ?? '').split(',').map((part): [string, boolean] => {
    const [name = '', ...rest] = part.trim().toLowerCase().split(/\s*;\s*/)
    return [name, !rest.some((word) => /^q=0(?:\.0*)?$/.test(word))]
  }))
  return encodings.find((encoding) => wanted.get(encoding)) ?? 'identity'
}
