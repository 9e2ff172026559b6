import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { fetchWhole, toQuantile } from './web/fetchWhole'
import { largeSlug } from './web/fillLarge'
import { lighthouseScores } from './web/lighthouse'
import { measureBareLoad, measureLoad } from './web/measureLoad'
import { measurePaint } from './web/measurePaint'
import { startSite, type Site } from './web/startSite'

const page = '/protocols/demo-swap'
const largePage = `/protocols/${largeSlug}`

/** What readers and programs ask for, as they mix: pages, data, pictures, embeds. */
const mixed = [
  page, largePage, '/', '/de/protocols/demo-swap?lens=circulating', '/charts/demo-swap/lorenz', `${largePage}/holders`,
  '/api/v1/protocols', '/api/v1/protocols/demo-swap', '/charts/demo-swap/lorenz.json', '/charts/demo-swap/concentrationOverTime-gini.svg',
  '/charts/demo-swap/lorenz.png', '/charts/demo-swap/metricsTable.csv', '/embed/demo-swap/lorenz', '/embed/demo-swap/largestHolders', '/charts/bench-large/holdersTable.json', '/feed.atom',
]

/**
 * `npm run -s bench -- web`: Lorenz built and served by `npm start`, with the demo data and a protocol of so many holders, as browsers and
 * programs meet it. Filling and building are no part of any time.
 */
export const benchWeb = (holders: number) => withSite(holders, async (site) => ({
  machine: { cores: cpus().length, loadAverage: loadavg().map((one) => Math.round(one * 10) / 10) },
  page: { demo: await times(site, page, 60), large: await times(site, largePage, 60), method: await plainTimes(site, 60) },
  paint: { protocol: await measurePaint(site.address + page), overview: await measurePaint(site.address), embed: await measurePaint(`${site.address}/embed/demo-swap/lorenz`) },
  png: await pictures(site),
  holdersCsv: await largeFile(site),
  load: await load(site),
  loadAverageAtEnd: loadavg().map((one) => Math.round(one * 10) / 10),
}))

/** `npm run -s bench -- lighthouse`: its four scores for three pages, out of 100, and what costs points. */
export const benchLighthouse = (holders: number) => withSite(holders, (site) => lighthouseScores(['/', page, '/charts/demo-swap/lorenz'].map((at) => site.address + at)))

async function withSite<Figures>(holders: number, measure: (site: Site) => Promise<Figures>): Promise<Figures> {
  const directory = await mkdtemp(path.join(tmpdir(), 'lorenz-bench-'))
  try {
    const site = await startSite(directory, holders)
    try {
      return await measure(site)
    } finally {
      await site.stop()
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Server time of an answer that is asked for again and again, one after the other, in milliseconds. */
async function times({ address }: Pick<Site, 'address'>, at: string, count: number) {
  for (let warm = 0; warm < 15; warm += 1) await fetchWhole(address + at)
  const taken: number[] = []
  let bytes = 0
  for (let each = 0; each < count; each += 1) {
    const answer = await fetchWhole(address + at)
    taken.push(answer.milliseconds)
    bytes = answer.bytes
  }
  return { p50: toQuantile(taken, 0.5), p95: toQuantile(taken, 0.95), bytes }
}

/** The same of a page on which nothing is read or drawn: what server and framework take by themselves. */
const plainTimes = (site: Site, count: number) => times(site, '/method', count)

async function pictures({ address }: Site) {
  const cold: number[] = []
  // A width that nobody asked for is drawn anew.
  for (let width = 700; width < 740; width += 1) cold.push((await fetchWhole(`${address}/charts/demo-swap/concentrationOverTime-gini.png?width=${width}`)).milliseconds)
  const cached = await times({ address }, '/charts/demo-swap/concentrationOverTime-gini.png?width=700', 40)
  return { coldP95: toQuantile(cold.slice(5), 0.95), cachedP95: cached.p95 }
}

async function largeFile({ address, readMemory }: Site) {
  const file = `${address}${largePage}/holders.csv`
  const before = await readMemory()
  const plain = await fetchWhole(file, 'identity')
  const compressed = await fetchWhole(file)
  for (let each = 0; each < 3; each += 1) await fetchWhole(file, 'identity')
  const two = await Promise.all([fetchWhole(file, 'identity'), fetchWhole(file, 'identity')])
  const after = await readMemory()
  const toSeconds = (milliseconds: number) => Math.round(milliseconds) / 1000
  return {
    seconds: toSeconds(plain.milliseconds), compressedSeconds: toSeconds(compressed.milliseconds), megabytes: Math.round(plain.bytes / 1e6),
    twoAtOnceSeconds: toSeconds(Math.max(...two.map(({ milliseconds }) => milliseconds))),
    // After seven of them, two of which at once; the peak is that since the server began.
    server: before && after && { mbBefore: before.now, mbAfter: after.now, mbPeak: after.peak, grewByMb: after.now - before.now, grewByAtMostMb: Math.max(0, after.peak - before.now) },
  }
}

async function load({ address }: Site) {
  const rate = { rate: 200, seconds: 15 }
  for (const at of mixed) await fetchWhole(address + at)
  await measureLoad(address, mixed, { rate: 50, seconds: 4 })
  return { lorenz: await measureLoad(address, mixed, rate), bareServer: await measureBareLoad(mixed, rate) }
}
