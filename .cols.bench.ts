import { holdersColumns } from '@/lib/publish/holdersCsv'
import { toHolderRow } from '@/lib/pipeline/editions/toHolderRow'
import { createHash } from 'node:crypto'
const n = 20000
const lines = Array.from({ length: n }, (_, i) => `0x${createHash('sha1').update(String(i)).digest('hex')} ${40_000_000n * 10n ** 18n / BigInt(i + 1) + BigInt(i) * 1_000_003n}`)
const mk = (line: string, i: number) => ({ rank: i + 1, account: line.slice(0, 42) as never, amount: BigInt(line.slice(43)), label: null })
const basis = { protocol: 'bench-large', tokenAddress: '0x1f9840a85d5aF5bf1D1762F925BDADdC4201F984', lens: 'circulating-owners-entities', denominator: 10n ** 27n, origin: 'chain', day: '2026-10-31', block: { number: 12345678, timestamp: 1775044800 } } as never
const cols = holdersColumns({ symbol: 'X', decimals: 18 }, basis, { ways: true })
const time = (name: string, f: () => number) => { let best = Infinity, s = 0; for (let r = 0; r < 5; r++) { const t = performance.now(); for (let k = 0; k < 5; k++) s += f(); best = Math.min(best, performance.now() - t) } console.log(name.padEnd(24), (best * 1e6 / (n * 5)).toFixed(0), 'ns/row', s & 1) }
const holders = lines.map(mk)
const rows = holders.map((h) => { const r = toHolderRow(h); return { ...r, ways: [{ contracts: [], merged: false, amount: r.amount }] } })
time('parse line', () => { let s = 0; for (let i = 0; i < n; i++) s += mk(lines[i]!, i).rank; return s })
time('toHolderRow', () => { let s = 0; for (const h of holders) s += toHolderRow(h).address.length; return s })
for (const c of cols.slice(0, 11)) time(c.name, () => { let s = 0; for (const r of rows) s += c.value(r as never)?.length ?? 0; return s })
time('all', () => { let s = 0; for (const r of rows) for (let i = 0; i < 11; i++) s += cols[i]!.value(r as never)?.length ?? 0; return s })
const p = /^-?\d+(\.\d+)?$/; const strs = rows.map((r) => cols[2]!.value(r as never)!)
time('regex number', () => { let s = 0; for (const x of strs) s += p.test(x) ? 1 : 0; return s })
const q = /^[A-Za-z0-9][\w.:-]*$/; const ad = rows.map((r) => r.address)
time('regex code', () => { let s = 0; for (const x of ad) s += q.test(x) ? 1 : 0; return s })
const raw = rows.map((r) => String(r.amount))
const b = Buffer.alloc(100)
time('latin1Write 24', () => { let s = 0; for (const x of raw) s += b.latin1Write(x, 0); return s })
const tail = Buffer.from('x'.repeat(180)); const big = Buffer.alloc(1000)
time('set 180', () => { let s = 0; for (let i = 0; i < n; i++) big.set(tail, i % 500); return s })
time('copy 180', () => { let s = 0; for (let i = 0; i < n; i++) tail.copy(big, i % 500); return s })
const tailS = 'x'.repeat(180)
time('concat+flatten', () => { let s = 0; const bb = Buffer.alloc(300); for (const x of raw) s += bb.latin1Write(x + ',' + x + ',' + x + tailS, 0); return s })
time('template int', () => { let s = 0; for (let i = 0; i < n; i++) s += String(i + 123456).length; return s })
