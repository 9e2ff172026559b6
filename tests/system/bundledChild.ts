import { mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

interface Bundler {
  build: (options: Record<string, unknown>) => Promise<unknown>
}

/**
 * The process of `syncChild.ts` as one plain file: it starts in a tenth of the time, which counts where fifty are started.
 * Made by the bundler that tsx brings along.
 *
 * @returns the file's path
 */
export async function bundleSyncChild(): Promise<string> {
  const root = path.resolve(import.meta.dirname, '../..')
  const { build } = createRequire(createRequire(import.meta.url).resolve('tsx'))('esbuild') as Bundler
  const outfile = path.join(await mkdtemp(path.join(process.env.LORENZ_TEST_DIRECTORY ?? tmpdir(), 'child-')), 'syncChild.mjs')
  await build({
    entryPoints: [path.join(import.meta.dirname, 'syncChild.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: { '@': root },
    external: ['pg-native'],
    // Parts of pg are CommonJS and ask for Node's own modules so.
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)` },
  })
  return outfile
}
