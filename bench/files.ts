import { measureFile } from './web/fileFigures'
import { withSite } from './web/withSite'

const toSlug = (holders: number) => `bench-${holders}`

/**
 * `npm run -s bench -- files`: all holders of three tokens as files, the second with so many, the first with a quarter of them, the third with four times as
 * many: what a file takes should grow with its rows, and memory should not. Each is fetched as it is and packed.
 * Memory is told above what the server held before the first of them.
 */
export async function benchFiles(holders: number) {
  const sizes = [Math.ceil(holders / 4), holders, 4 * holders]
  return withSite(sizes.map((size) => ({ slug: toSlug(size), holders: size, days: 2 })), async (site) => {
    const idle = await site.readMemory()
    const rows = []
    for (const size of sizes) {
      const csv = `/protocols/${toSlug(size)}/holders.csv`
      const measure = (path: string, encoding: 'identity' | 'gzip' | 'br') => measureFile(site, path, encoding, idle)
      rows.push({
        holders: size,
        plain: await measure(csv, 'identity'),
        gzip: await measure(csv, 'gzip'),
        brotli: await measure(csv, 'br'),
        zip: await measure(`/charts/${toSlug(size)}/holdersTable.zip`, 'identity'),
      })
    }
    return { idleMb: idle, files: rows }
  })
}
