import { request } from 'node:http'
import path from 'node:path'
import { choosePort } from '@/lib/commands/start/choosePort'
import { buildPages } from '@/lib/commands/start/build'
import { servePages } from '@/lib/commands/start/servePages'

const root = path.resolve(import.meta.dirname, '..', '..')

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface PagesOfDatabase {
  port: number
  /** Asks for exactly this path: nothing is put right on the way, as a browser would */
  ask: (path: string, options?: { method?: string; headers?: Record<string, string> }) => Promise<Answer>
  /** What the server wrote */
  log: () => string
  stop: () => Promise<void>
}

/** The built pages as they are served in earnest, on a database that a test has filled. */
export async function serveDatabase(databaseUrl: string): Promise<PagesOfDatabase> {
  await buildPages({ root, signal: new AbortController().signal })
  const { port } = await choosePort({ port: 0, asked: false })
  let log = ''
  const server = await servePages({ root, port, databaseUrl, onOutput: (chunk) => (log += chunk.toString()) })
  return {
    port,
    ask: (target, { method = 'GET', headers = {} } = {}) =>
      new Promise((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }))
          response.on('error', reject)
        })
        asked.once('error', reject)
        asked.end()
      }),
    log: () => log,
    stop: server.stop,
  }
}
