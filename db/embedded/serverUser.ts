import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export interface ServerUser {
  name: string
  uid: number
  gid: number
}

/**
 * As whom does PostgreSQL run? It refuses root, so root runs it as `postgres`, or as `nobody` where there is no such user.
 *
 * @returns null for everyone else: it runs as they do
 */
export function readServerUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [readId('-u', name), readId('-g', name)]
    if (uid !== null && gid !== null) return { name, uid, gid }
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" to run it as. Run as another user, or set DATABASE_URL.',
  )
}

/**
 * How is a program run as the server's user? Where a directory on the way to `paths` is closed to that user (a checkout under /root, or in
 * a directory from `mktemp -d`), the program is given root's right to pass through; nobody's permissions are changed.
 *
 * @returns the command's first words and the ids to spawn it with
 * @throws where the way is closed and `setpriv` (util-linux) is missing
 */
export function toServerCommand(user: ServerUser | null, paths: readonly string[]): { prefix: string[]; ids: { uid?: number; gid?: number } } {
  if (user === null) return { prefix: [], ids: {} }
  const closed = paths.map((path) => findClosedDirectory(path, user)).find((path) => path !== null)
  if (closed === undefined) return { prefix: [], ids: { uid: user.uid, gid: user.gid } }
  const capability = '+dac_override'
  // access(2), by which PostgreSQL looks for its programs, leaves the right out of account without the secure bit.
  const rights = ['--securebits=+no_setuid_fixup', `--inh-caps=${capability}`, `--ambient-caps=${capability}`]
  const prefix = ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...rights]
  try {
    execFileSync('setpriv', [...prefix.slice(1), 'true'], { stdio: 'ignore' })
  } catch {
    throw new Error(
      `PostgreSQL does not run as root, and user "${user.name}", whom it runs as, cannot enter ${closed}. Put the checkout or LORENZ_DATA_DIR ` +
        `elsewhere, open the directory (chmod o+x ${closed}), run as another user, or set DATABASE_URL.`,
    )
  }
  return { prefix, ids: {} }
}

/** The nearest directory above a path that a user may not pass through, by the permissions' bits; null when the way is open. */
function findClosedDirectory(path: string, user: ServerUser): string | null {
  for (let directory = dirname(resolve(path)); ; directory = dirname(directory)) {
    const { mode, uid, gid } = statSync(directory)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return directory
    if (directory === dirname(directory)) return null
  }
}

function readId(flag: '-u' | '-g', name: string): number | null {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return null
  }
}
