import type { Environment } from '@/lib/domain/environment'
import { readEnvironment } from './checkout'
import { openInstallation, type Installation } from './openInstallation'

/**
 * Does a command's work on the installation's database, beside a running server or without one, and leaves things as they were found:
 * also on Ctrl-C.
 */
export async function withInstallation<Result>(work: (installation: Installation, environment: Environment) => Promise<Result>): Promise<Result> {
  const environment = readEnvironment()
  const installation = await openInstallation(environment)
  const interrupt = (signal: NodeJS.Signals) => {
    void installation.stopServer().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  try {
    return await work(installation, environment)
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
    await installation.close()
  }
}
