import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LargeProtocol } from './fillLarge'
import { startSite, type Site } from './startSite'

/** Measures something on Lorenz as `npm start` serves it, with the demo and some large protocols; all of it goes afterwards. */
export async function withSite<Figures>(large: readonly LargeProtocol[], measure: (site: Site) => Promise<Figures>): Promise<Figures> {
  const directory = await mkdtemp(path.join(tmpdir(), 'lorenz-bench-'))
  try {
    const site = await startSite(directory, large)
    try {
      return await measure(site)
    } finally {
      await site.stop()
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
