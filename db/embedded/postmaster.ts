import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running PostgreSQL writes about itself into its directory. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/**
 * Reads a `postmaster.pid`: line 1 is the pid, line 4 the port, line 8 the state.
 * Source: PostgreSQL, src/include/utils/pidfile.h.
 *
 * @returns null for a file still being written
 * @example toPostmaster('12\n/data\n1700000000\n5433\n\n127.0.0.1\n 1 2\nready   \n') // { pid: 12, port: 5433, ready: true }
 */
export function toPostmaster(text: string): Postmaster | null {
  const lines = text.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null
  return { pid, port, ready: lines[7]?.trim() === 'ready' }
}

/** The postmaster.pid of a data directory; null where there is none. It may be a leftover of a killed server. */
export async function readPostmaster(dataDirectory: string): Promise<Postmaster | null> {
  try {
    return toPostmaster(await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
