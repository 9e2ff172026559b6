import { holdersColumns } from '@/lib/publish/holdersCsv'
import { toCsv, type CsvColumn } from '@/lib/publish/csv'
import { toHolderRow } from '@/lib/pipeline/editions/toHolderRow'
import { createHash } from 'node:crypto'
import { PerformanceObserver } from 'node:perf_hooks'
let gcs = 0, gcMs = 0
new PerformanceObserver((l) => { for (const e of l.getEntries()) { gcs++; gcMs += e.duration } }).observe({ entryTypes: ['gc'] })
const n = 20000
const ways = [{ contracts: [], merged: false, amount: 0n }]
const rows = Array.from({ length: n }, (_, i) => { const amount = 40_000_000n * 10n ** 18n / BigInt(i + 1) + BigInt(i) * 1_000_003n; return { ...toHolderRow({ rank: i + 1, account: `0x${createHash('sha1').update(String(i)).digest('hex')}` as never, amount, label: null }), ways: [{ ...ways[0]!, amount }] } })
const basis = { protocol: 'bench-large', tokenAddress: '0x1f9840a85d5aF5bf1D1762F925BDADdC4201F984', lens: 'circulating-owners-entities', denominator: 10n ** 27n, origin: 'chain', day: '2026-10-31', block: { number: 12345678, timestamp: 1775044800 } } as never
const columns = () => holdersColumns({ symbol: 'X', decimals: 18 }, basis, { ways: true }) as CsvColumn<any>[]
async function* pieces() { for (let r = 0; r < 20; r++) for (let at = 0; at < n; at += 2500) { yield rows.slice(at, at + 2500); await new Promise((ok) => setImmediate(ok)) } }
const patterns = { number: /^-?\d+(\.\d+)?$/, code: /^[A-Za-z0-9][\w.:-]*$/ }
const quote = (text: string): string => (/[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const toField = ({ kind }: CsvColumn<any>, text: string | null) => { if (text === null || text === '') return ''; if (kind === 'text') return quote(text); if (!patterns[kind].test(text)) throw new Error(); return text }
async function* join(cols: CsvColumn<any>[], src: AsyncIterable<readonly any[]>) {
  const varying = cols.slice(0, cols.findLastIndex(({ constant }) => !constant) + 1)
  const width = varying.length
  const end = cols.slice(width).map((c) => ',' + toField(c, c.value(null))).join('') + '\r\n'
  const memo: (string | null)[] = Array(width).fill(null), field: string[] = Array(width).fill('')
  const parts: string[] = []
  for await (const piece of src) {
    for (const row of piece) for (let i = 0; i < width; i++) {
      const c = varying[i]!
      const t = c.value(row)
      if (t !== memo[i]) { memo[i] = t; field[i] = toField(c, t) }
      parts.push(field[i]!, i === width - 1 ? end : ',')
    }
    yield Buffer.from(parts.join(''))
    parts.length = 0
  }
}
async function* bytes(cols: CsvColumn<any>[], src: AsyncIterable<readonly any[]>) {
  const varying = cols.slice(0, cols.findLastIndex(({ constant }) => !constant) + 1)
  const width = varying.length
  const end = Buffer.from(cols.slice(width).map((c) => ',' + toField(c, c.value(null))).join('') + '\r\n')
  const memo: (string | null)[] = Array(width).fill(null), field: string[] = Array(width).fill('')
  for await (const piece of src) {
    const out = Buffer.allocUnsafe(piece.length * 400); let at = 0
    for (const row of piece) { for (let i = 0; i < width; i++) {
      const c = varying[i]!
      const t = c.value(row)
      if (t !== memo[i]) { memo[i] = t; field[i] = toField(c, t) }
      if (i) out[at++] = 44
      const f = field[i]!
      if (f.length) at += out.latin1Write(f, at)
    } out.set(end, at); at += end.length }
    yield out.subarray(0, at)
  }
}
async function* rowwise(cols: CsvColumn<any>[], src: AsyncIterable<readonly any[]>) {
  const varying = cols.slice(0, cols.findLastIndex(({ constant }) => !constant) + 1)
  const width = varying.length
  const end = cols.slice(width).map((c) => ',' + toField(c, c.value(null))).join('') + '\r\n'
  const memo: (string | null)[] = Array(width).fill(null), field: string[] = Array(width).fill('')
  for await (const piece of src) {
    const out = Buffer.allocUnsafe(piece.length * 400); let at = 0
    for (const row of piece) { for (let i = 0; i < width; i++) {
      const c = varying[i]!
      const t = c.value(row)
      if (t !== memo[i]) { memo[i] = t; field[i] = toField(c, t) }
    } at += out.latin1Write(field.join(',') + end, at) }
    yield out.subarray(0, at)
  }
}
const now = async function* (c: any, s: any) { for await (const t of toCsv(c, s)) yield new TextEncoder().encode(t as string) }
for (let round = 0; round < 3; round++) for (const [name, make] of Object.entries({ now, join, bytes, rowwise })) {
  const h = createHash('sha256'); let bytes = 0; const c = process.cpuUsage(); const t = performance.now(); gcs = gcMs = 0
  for await (const b of make(columns(), pieces())) { bytes += b.length; if (round === 0) h.update(b) }
  const d = process.cpuUsage(c)
  await new Promise((ok) => setTimeout(ok, 20))
  console.log(name, Math.round(performance.now() - t), 'ms', Math.round((d.user + d.system) / 1000), 'cpu', bytes, h.digest('hex').slice(0, 6), 'gcs', gcs, Math.round(gcMs))
}
