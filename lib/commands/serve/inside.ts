import { createServer, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type RequestListener } from 'node:http'
import type { Duplex } from 'node:stream'
import * as stream from 'node:stream'

/** Node has it since 20.17; its types of that time do not name it. */
const { duplexPair } = stream as unknown as { duplexPair: () => [Duplex, Duplex] }

/** A question to what answers inside. The answer comes as from any server, as a stream. */
export type AskInside = (question: { method: string; path: string; headers: OutgoingHttpHeaders; body?: IncomingMessage }) => Promise<IncomingMessage>

/**
 * Lets a listener answer without a port: each question is a connection within this process, so that its answer can be looked at whole before
 * anybody gets it, and goes on where the visitor who asked first has left.
 */
export function createInside(listener: RequestListener): AskInside {
  const server = createServer(listener)
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const createConnection = () => {
        const [near, far] = duplexPair()
        // A pair says nothing of an end that breaks: neither may wait for ever.
        far.once('close', () => far.writableFinished || near.destroy())
        near.once('close', () => far.destroy())
        server.emit('connection', far)
        return near
      }
      const asked = ask({ method, path, headers, createConnection }, resolve)
      asked.once('error', reject)
      if (body) body.pipe(asked)
      else asked.end()
    })
}
