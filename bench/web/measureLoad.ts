import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'

/** How long answers took under a load, in milliseconds from the moment at which each request was due. */
export interface Load {
  p50: number | null
  p95: number | null
  p99: number | null
  failures: number
  /** By how much the generator itself was late at most: where this is large, the machine was too busy to measure */
  latestStartMs: number
}

/** Asks a server for paths in turn, so many a second, for so many seconds. Late answers do not slow the questions. */
export async function measureLoad(origin: string, paths: readonly string[], { rate, seconds }: { rate: number; seconds: number }): Promise<Load> {
  const generator = path.join(import.meta.dirname, 'loadGenerator.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [generator, origin, String(rate), String(seconds), ...paths])
  return JSON.parse(stdout) as Load
}

/** The same load on a server that only says hello: what machine and generator take by themselves. */
export async function measureBareLoad(paths: readonly string[], load: { rate: number; seconds: number }): Promise<Load> {
  const bare = createServer((_, response) => response.end('hello'))
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
  try {
    return await measureLoad(`http://127.0.0.1:${(bare.address() as AddressInfo).port}`, paths, load)
  } finally {
    bare.closeAllConnections()
    bare.close()
  }
}
