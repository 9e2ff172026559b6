import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { takeLock } from '@/db/embedded/lock'
import { loadProtocols } from '@/db/protocols'
import { readAgain } from '@/lib/pipeline/readAgain'
import { openChains } from './openChains'
import { createReporter } from './reporter'
import { syncAll } from './syncAll'
import { UsageError } from './usageError'
import { withInstallation } from './withInstallation'

interface Reading {
  names: readonly string[] | null
  live: boolean
  steps: readonly ('sync' | 'snapshot')[]
  /** What was read is let go before, and so read from its first block on */
  again?: boolean
}

/**
 * `lorenz sync` and `lorenz snapshot`: what is followed is read once, beside a running server or without one. Without picked protocols
 * those are read that are followed already.
 *
 * @throws with all that failed, once every protocol had its turn
 */
export async function readChains({ names, live, steps, again = false }: Reading): Promise<void> {
  if (again && names === null) throw new UsageError('Name what is to be read again, as in "lorenz sync --again --protocols uniswap".')
  const reporter = createReporter()
  const failures = await withInstallation(async ({ database }, environment) => {
    await mkdir(environment.dataDirectory, { recursive: true })
    const lock = await takeLock(join(environment.dataDirectory, 'sync.lock'))
    if (!lock.taken) throw new Error(`Process ${lock.holder.pid} is reading the chain for this data directory at this moment. "lorenz status" shows how far it is.`)
    try {
      const real = (await loadProtocols(database)).filter(({ demo }) => !demo).map(({ slug }) => slug)
      const chains = await openChains({ environment, names: names ?? (real.length > 0 ? real : null), live, database, reporter })
      try {
        if (again) for (const protocol of chains.protocols) await readAgain(database, protocol)
        return await syncAll({ chains, database, reporter, steps })
      } finally {
        await chains.close()
      }
    } finally {
      await lock.release()
      reporter.rest()
    }
  })
  if (failures.length > 0) throw new Error(`${failures.length} of the protocols could not be read.`)
}
