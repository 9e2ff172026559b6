import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { createObserver } from '@/app/http/observe'
import { NoDatabaseError } from '@/app/database'
import { loadContentVersion } from '@/db/contentVersion'
import { openDatabase } from '@/db/database'
import { toEnvironment } from '@/lib/domain/environment'
import { createFront } from './front'
import { createInside } from './inside'
import { createVersionClock } from './versionClock'

/**
 * V8 lets a heap of this size grow to three times what lives in it before it clears up: each large file would leave its waste behind until then. Twice is
 * enough; one and a half made a long file take a tenth longer. A V8 that no longer knows the flag goes on without.
 */
const clearUpSooner = () => setFlagsFromString('--heap-growing-percent=100')

interface NextServer {
  prepare: () => Promise<void>
  getRequestHandler: () => RequestListener
}

/** Serves the built pages of a checkout on a port: Next inside, and before it what keeps finished answers. Goes on until it is ended. */
export async function servePort({ root, port }: { root: string; port: number }): Promise<void> {
  process.title = 'lorenz-pages'
  clearUpSooner()
  const { databaseUrl, databaseReplicaUrl } = toEnvironment(process.env)
  // Next is CommonJS, and asks to be loaded from the directory that it serves.
  const next = createRequire(join(root, 'package.json'))('next') as (options: { dev: boolean; dir: string; port: number }) => NextServer
  const server = next({ dev: false, dir: root, port })
  await server.prepare()
  const database = databaseUrl === null ? null : openDatabase(databaseUrl, databaseReplicaUrl)
  const loadVersion = async () => {
    if (!database) throw new NoDatabaseError('DATABASE_URL is not set')
    return loadContentVersion(database)
  }
  const observe = createObserver()
  const front = createFront({ ask: createInside(server.getRequestHandler()), clock: createVersionClock(loadVersion) })
  createServer((request, response) => {
    observe(request, response)
    void front(request, response)
  }).listen(port)
}
