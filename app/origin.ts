import { headers } from 'next/headers'

/** Where this page is served, as the reader's browser or the proxy in front of us says: canonical and hreflang links must be whole. */
export const readOrigin = async (): Promise<URL> => toOrigin(await headers())

/** The same for a route, from its request's headers. */
export function toOrigin(given: Pick<Headers, 'get'>): URL {
  const host = given.get('x-forwarded-host') ?? given.get('host') ?? 'localhost'
  const scheme = given.get('x-forwarded-proto')?.split(',')[0] ?? 'http'
  const whole = `${scheme}://${host}`
  return new URL(URL.canParse(whole) ? whole : 'http://localhost')
}
