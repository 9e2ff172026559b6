import { readFileSync } from 'node:fs'
import { openDatabase } from '@/db/database'
const { pool, close } = openDatabase(readFileSync('/tmp/files-bench/url', 'utf8'))
const id = (await pool.query("select id from snapshots where origin='chain'")).rows[0].id
const c = await pool.connect()
const q = (sel: string) => (from: number, n: number) => c.query({ text: `select ${sel} as t from holdings h join accounts a on a.id = h.account_id where h.snapshot_id=$1 and h.lens='raw' and h.rank > $2 and h.rank < $3`, values: [id, from, from + n + 1] })
const kinds = {
  text: q(`string_agg('0x' || encode(a.address, 'hex') || ' ' || h.amount, E'\\n' order by h.rank)`),
  concat: q(`string_agg(concat('0x', encode(a.address, 'hex'), ' ', h.amount), E'\\n' order by h.rank)`),
  two: q(`string_agg(encode(a.address, 'hex'), '' order by h.rank) || string_agg(h.amount::text, E'\\n' order by h.rank)`),
  bin: q(`encode(string_agg(a.address, '' order by h.rank), 'hex') || string_agg(h.amount::text, E'\\n' order by h.rank)`),
}
for (let round = 0; round < 2; round++) for (const [name, run] of Object.entries(kinds)) for (const n of [2500, 5000, 10000, 20000, 100000]) {
  const t = performance.now(); let bytes = 0
  for (let at = 0; at < 400000; at += n) bytes += (await run(at, n)).rows[0].t.length
  if (round) console.log(name, n, Math.round(performance.now() - t), bytes)
}
for (const n of [2500, 5000, 10000]) { const r = await c.query(`explain select string_agg('x' || h.amount, '' order by h.rank) from holdings h join accounts a on a.id = h.account_id where h.snapshot_id=${id} and h.lens='raw' and h.rank > 100000 and h.rank < ${100001 + n}`); console.log(n, r.rows.map((x: any) => x['QUERY PLAN']).join('\n')) }
c.release(); await close()
