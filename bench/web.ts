import { cpus, loadavg } from 'node:os'
import { fetchWhole, toQuantile } from './web/fetchWhole'
import { measureFile } from './web/fileFigures'
import { lighthouseScores } from './web/lighthouse'
import { measureBareLoad, measureLoad } from './web/measureLoad'
import { measurePaint } from './web/measurePaint'
import type { Site } from './web/startSite'
import { withSite } from './web/withSite'

const page = '/protocols/demo-swap'
/** The protocol that is added to the demo's. */
const toLarge = (holders: number) => ({ slug: 'bench-large', holders, days: 700 })
const largePage = '/protocols/bench-large'

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
export const benchWeb = (holders: number) => withSite([toLarge(holders)], async (site) => ({
  machine: { cores: cpus().length, loadAverage: loadavg().map((one) => Math.round(one * 10) / 10) },
  page: { demo: await times(site, page, 60), large: await times(site, largePage, 60), method: await plainTimes(site, 60) },
  paint: { protocol: await measurePaint(site.address + page), overview: await measurePaint(site.address), embed: await measurePaint(`${site.address}/embed/demo-swap/lorenz`) },
  png: await pictures(site),
  holdersCsv: await largeFile(site),
  load: await load(site),
  loadAverageAtEnd: loadavg().map((one) => Math.round(one * 10) / 10),
}))

/** `npm run -s bench -- lighthouse`: its four scores for three pages, out of 100, and what costs points. */
export const benchLighthouse = (holders: number) => withSite([toLarge(holders)], (site) => lighthouseScores(['/', page, '/charts/demo-swap/lorenz'].map((at) => site.address + at)))

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

async function largeFile(site: Site) {
  const file = `${largePage}/holders.csv`
  const idle = await site.readMemory()
  const measure = (encoding: 'identity' | 'gzip' | 'br') => measureFile(site, file, encoding, idle)
  const [plain, gzip, brotli] = [await measure('identity'), await measure('gzip'), await measure('br')]
  for (let each = 0; each < 3; each += 1) await measure('identity')
  const two = await Promise.all([measure('identity'), measure('identity')])
  return {
    idleMb: idle, plain, gzip, brotli,
    twoAtOnce: two.reduce((one, other) => (one.seconds > other.seconds ? one : other)),
    // After eight of them, two of which at once.
    roseAtEndByMb: idle === null ? null : Math.max(0, (await site.readMemory())! - idle),
  }
}

async function load({ address }: Site) {
  const rate = { rate: 200, seconds: 15 }
  for (const at of mixed) await fetchWhole(address + at)
  await measureLoad(address, mixed, { rate: 50, seconds: 4 })
  return { lorenz: await measureLoad(address, mixed, rate), bareServer: await measureBareLoad(mixed, rate) }
}
