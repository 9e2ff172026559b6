// stages of the file, without any server
import { openDatabase } from '@/db/database'
import { startPostgres } from '@/db/embedded/startPostgres'
import { loadProtocol } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import { streamHolders } from '@/db/holders'
import { toLedger } from '@/lib/pipeline/ledger'
import { streamHolderRows } from '@/lib/pipeline/editions/streamHolderRows'
import { toLens, headlineLens } from '@/lib/ownership/lenses'
import { holdersColumns } from '@/lib/publish/holdersCsv'
import { toCsv } from '@/lib/publish/csv'
import { createHash } from 'node:crypto'
const server = await startPostgres({ directory: '/tmp/files-bench/pg', durable: false })
const database = openDatabase(server.url)
const protocol = (await loadProtocol(database, 'bench-large'))!
const snapshot = (await loadNewestSnapshot(database, protocol.tokenId))!
const lens = toLens((process.argv[2] ?? headlineLens) as never)
const m = snapshot.measurements.find((x) => x.lens === lens.id)!
const basis = { protocol: protocol.slug, tokenAddress: protocol.token.address, lens: lens.id, denominator: m.denominator, origin: snapshot.origin, day: snapshot.day, block: snapshot.block } as never
const timed = async (name: string, run: () => Promise<unknown>) => { const c = process.cpuUsage(); const t = performance.now(); const r = await run(); const d = process.cpuUsage(c); console.log(name, Math.round(performance.now() - t), 'ms wall', Math.round((d.user + d.system) / 1000), 'ms cpu', Math.round(process.memoryUsage().rss / 1e6), 'MB', r) }
const ledger = toLedger(protocol, null)!
for (let round = 0; round < 4; round++) {
  await timed('csv', async () => { let n = 0; const h = createHash('sha256'); for await (const p of (toCsv as any)(holdersColumns(protocol.token, basis, { ways: lens.looksThrough }), streamHolderRows(database, ledger, snapshot, lens))) { await new Promise((ok) => setImmediate(ok)); const b = p as Uint8Array; n += b.length; if (round === 2) h.update(b) } return [n, h.digest('hex').slice(0, 16)] })
}
await database.close(); await server.stop()
