import { createHash } from 'node:crypto'

/** How long an answer may be kept: what is fixed to a block stays for ever, the newest changes with the next snapshot. */
export const cacheControls = {
  fixed: 'public, max-age=31536000, immutable',
  newest: 'public, max-age=300, s-maxage=300, stale-while-revalidate=86400',
  never: 'no-store',
} as const
export type Freshness = keyof typeof cacheControls

/** What every answer for programs carries: any page may read it, and nobody may take it for anything else. */
export const openHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Content-Disposition',
  'X-Content-Type-Options': 'nosniff',
} as const

export interface Representation {
  /** A stream is opened only where somebody reads it */
  body: string | Uint8Array<ArrayBuffer> | (() => ReadableStream<Uint8Array>)
  /** As in 'application/json; charset=utf-8' */
  contentType: string
  freshness: Freshness
  /** Everything that a streamed body follows from, as text; absent where the body itself is at hand */
  version?: string
  headers?: Readonly<Record<string, string>>
}

/**
 * Answers with a representation, or with 304 where the reader has it already. The one place where caching and CORS are decided.
 *
 * @throws TypeError for a stream without a version
 */
export function respond(request: Request, { body, contentType, freshness, version, headers = {} }: Representation): Response {
  const content = version ?? (typeof body === 'function' ? null : body)
  if (content === null) throw new TypeError('respond: a streamed body needs a version to make its ETag from')
  const etag = toETag(content)
  const all = { ...openHeaders, 'Content-Type': contentType, 'Cache-Control': cacheControls[freshness], ETag: etag, ...headers }
  if (freshness !== 'never' && isKnown(request, etag)) return new Response(null, { status: 304, headers: all })
  return new Response(typeof body === 'function' ? body() : body, { headers: all })
}

/**
 * A strong ETag: the hash of the content, or of all that it follows from.
 *
 * @example toETag('').length // 34
 */
export const toETag = (content: string | Uint8Array): string => `"${createHash('sha256').update(content).digest('hex').slice(0, 32)}"`

/** Whether the reader has what a tag names: RFC 9110 13.1.2, compared weakly, as a proxy that compresses weakens the tag. */
export const isKnown = (request: Request, etag: string): boolean => isKnownTag(request.headers.get('if-none-match'), etag)

/** The same for the header If-None-Match as it came. */
export function isKnownTag(noneMatch: string | null | undefined, etag: string): boolean {
  const tags = noneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etag) || tags.includes('*')
}
