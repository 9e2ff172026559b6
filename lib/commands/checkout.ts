import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toEnvironment, type Environment } from '@/lib/domain/environment'

/** The directory that holds package.json. Commands may be run from anywhere. */
export const checkout = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/** The environment of this process, with the data directory as an absolute path. */
export function readEnvironment(): Environment {
  const environment = toEnvironment(process.env)
  return { ...environment, dataDirectory: resolve(checkout, environment.dataDirectory) }
}
