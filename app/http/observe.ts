import type { IncomingMessage, ServerResponse } from 'node:http'
import { pino, type DestinationStream } from 'pino'
import { toEnvironment } from '@/lib/domain/environment'
import { toVisitor, visitorHeader } from './visitor'

const longestPath = 300

/**
 * An address whose percent signs all begin what can be decoded: one that is no text stands for itself, letter by letter, and names nothing.
 * Next would answer it with a failure of its own.
 */
function toReadable(url: string): string {
  const [path = '', ...query] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?')
  }
}

/**
 * Looks at every request that this process is asked, pages and files alike: one line in the log when it is answered, without the visitor's
 * address and without the query; and a word for the visitor in a header of ours, which limits are kept by. Addresses that are no text are
 * made readable.
 *
 * @param stream where lines go; standard output where absent
 * @returns to be called with each request before it is answered
 */
export function createObserver(stream?: DestinationStream): (request: IncomingMessage, response: ServerResponse) => void {
  const { logLevel, proxies } = toEnvironment(process.env)
  const log = pino({ level: logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, stream)
  return (request, response) => {
    request.url = toReadable(request.url ?? '/')
    request.headers[visitorHeader] = toVisitor(request.socket.remoteAddress, request.headers['x-forwarded-for']?.toString(), proxies)
    const begun = performance.now()
    response.once('close', () => {
      const path = (request.url ?? '').split('?')[0]!.slice(0, longestPath)
      const line = { method: request.method, path, status: response.statusCode, ms: Math.round((performance.now() - begun) * 10) / 10 }
      if (response.writableFinished) log.info(line, 'answered')
      else log.warn(line, 'the visitor left before the end of the answer')
    })
  }
}
