import { createHash, randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { themeScript } from '@/components/frame/themeScript'

const themeHash = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`

/** While developing, React evaluates source code to explain errors. */
const evaluation = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''

/**
 * Pages run our own scripts only: files of this origin, the theme's lines by their hash, and what Next writes into a page by a nonce that is
 * another one for every answer. Next reads the nonce from the request's own policy.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' ${themeHash}${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/** Pages only: not Next's own files, not embeds, which have a policy of their own, not files, not the API. */
export const config = { matcher: '/((?!_next/|embed/|api/|.*\\.(?:csv|svg|png|json|zip|atom|xml|txt|js|ico)$).*)' }
