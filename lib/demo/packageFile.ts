import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

/**
 * Where a file of an installed npm package is, whatever the package lets others import; null where it is not installed.
 *
 * @example findPackageFile('@uniswap/v2-core', 'build/UniswapV2Pair.json') // '/…/node_modules/@uniswap/v2-core/build/UniswapV2Pair.json'
 */
export function findPackageFile(packageName: string, file: string): string | null {
  // A package's "exports" would hide its files from require.resolve: only the folders it searches are taken from it.
  for (const folder of require.resolve.paths(packageName) ?? []) {
    const candidate = path.join(folder, packageName, file)
    if (existsSync(candidate)) return candidate
  }
  return null
}
