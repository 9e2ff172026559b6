import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { currentProcess, isRunning, runningProcessSchema } from './runningProcess'

/**
 * Notes that this process uses the server, so that the last user stops it and no one before. The caller holds the directory's lock.
 *
 * @returns gives the lease back; tells whether any other live process still holds one
 */
export async function takeLease(directory: string): Promise<() => Promise<{ lastUser: boolean }>> {
  const leases = join(directory, 'leases')
  await mkdir(leases, { recursive: true })
  const path = join(leases, `${process.pid}-${randomBytes(4).toString('hex')}.json`)
  await writeFile(path, JSON.stringify(currentProcess()))
  return async () => {
    await rm(path, { force: true })
    return { lastUser: !(await hasUsers(directory)) }
  }
}

/** Does a live process hold a lease? Leases of processes that are gone are removed on the way. */
export async function hasUsers(directory: string): Promise<boolean> {
  const leases = join(directory, 'leases')
  let used = false
  for (const name of await readdir(leases).catch(() => [])) {
    const holder = await readFile(join(leases, name), 'utf8').then((text) => runningProcessSchema.safeParse(toJson(text)).data, () => undefined)
    if (holder !== undefined && isRunning(holder)) used = true
    else await rm(join(leases, name), { force: true })
  }
  return used
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
