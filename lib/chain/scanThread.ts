import { Worker } from 'node:worker_threads'
import { scanTransfers, type LogQuestion, type ScannedTransfers } from './scanTransfers'

/** What goes to the thread. The bytes stand in shared memory: nothing is copied, and nothing changes its owner (see `httpFetch`). */
export interface ScanOrder {
  order: number
  bytes: Uint8Array
  question: LogQuestion
  id: number
}
export interface ScanResult {
  order: number
  scanned: ScannedTransfers | null
}

interface ScanThread {
  worker: Worker
  isReady: boolean
  waiting: Map<number, { resolve: (scanned: ScannedTransfers | null) => void; reject: (error: Error) => void }>
}

/** One for the whole process: the second core is its own, a third is the database's. */
let thread: ScanThread | undefined
let orders = 0

/**
 * `scanTransfers` beside whatever else this process does: answers in shared memory are read by a thread of their own. Others are read at once.
 *
 * @throws Error where the thread ended in the midst of it
 */
export async function scanBeside(bytes: Uint8Array, question: LogQuestion, id: number): Promise<ScannedTransfers | null> {
  if (!(bytes.buffer instanceof SharedArrayBuffer)) return scanTransfers(bytes, question, id)
  thread ??= startThread()
  // It takes a moment to begin; answers that come meanwhile do not wait for it.
  if (!thread.isReady) return scanTransfers(bytes, question, id)
  const { worker, waiting } = thread
  const order = (orders += 1)
  return new Promise((resolve, reject) => {
    waiting.set(order, { resolve, reject })
    worker.postMessage({ order, bytes, question, id } satisfies ScanOrder)
  })
}

/** Begins the thread before its first answer comes: to load takes it a third of a second. */
export function openScanThread(): void {
  thread ??= startThread()
}

function startThread(): ScanThread {
  // What it hands over is garbage then: swept while little of it waits.
  const worker = new Worker(new URL('./scanThread.worker.mjs', import.meta.url), { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 3 } })
  const started: ScanThread = { worker, isReady: false, waiting: new Map() }
  worker.on('message', (result: ScanResult | 'ready') => {
    if (result === 'ready') return void (started.isReady = true)
    const order = started.waiting.get(result.order)
    started.waiting.delete(result.order)
    order?.resolve(result.scanned)
  })
  // It is not begun anew: what it was to do is read here from now on.
  const fail = (error: Error) => {
    started.isReady = false
    for (const { reject } of started.waiting.values()) reject(error)
    started.waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`the thread that reads logs ended with ${code}`)))
  // A process that has nothing else to do may end. Said last: to listen is to hold it.
  worker.unref()
  return started
}
