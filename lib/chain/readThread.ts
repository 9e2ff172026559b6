import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build, stop } from 'esbuild'
import { readTransfers, type TransfersAnswer, type TransfersQuestion } from './readTransfers'

/** What goes to the thread: a question, or the end of the wish to have it answered. */
export interface ReadOrder {
  order: number
  asked: TransfersQuestion | null
}
/** What comes back: the answer, or what an error says of itself. */
export type ReadResult = { order: number } & ({ answer: TransfersAnswer } | { failure: Failure })

interface Failure {
  name: string
  message: string
  code?: string
}

interface ReadThread {
  /** null where it ended, or could not begin */
  worker: Worker | null
  waiting: Map<number, { resolve: (answer: TransfersAnswer) => void; reject: (error: Error) => void }>
}

/** One for the whole process: the second core is its own, a third is the database's. */
let thread: Promise<ReadThread> | undefined
let orders = 0

/**
 * `readTransfers` beside whatever else this process does, on a thread of its own. Answers are hundreds of megabytes in small pieces: where
 * little else is in memory, it costs little to sweep them away.
 *
 * @throws what `readTransfers` throws, by name, message and code; Error where the thread ended in the midst of it
 */
export async function readBeside(asked: TransfersQuestion, signal?: AbortSignal): Promise<TransfersAnswer> {
  // It takes a moment to begin. To read here meanwhile would take as long, until all of that runs fast on this thread too.
  const { worker, waiting } = await (thread ??= startThread())
  if (!worker) return readTransfers(asked, signal)
  const order = (orders += 1)
  const send = (what: ReadOrder) => worker.postMessage(what)
  const onAbort = () => send({ order, asked: null })
  // A process that waits for an answer must not end.
  if (waiting.size === 0) worker.ref()
  try {
    return await new Promise((resolve, reject) => {
      waiting.set(order, { resolve, reject })
      signal?.addEventListener('abort', onAbort)
      send({ order, asked })
      if (signal?.aborted) onAbort()
    })
  } finally {
    signal?.removeEventListener('abort', onAbort)
    if (waiting.size === 0) worker.unref()
  }
}

/** Begins the thread before its first question comes. */
export function openReadThread(): void {
  thread ??= startThread()
}

/** Settles once it can be asked, or never will be. It is not begun anew where it ends: what it was to do is read here from then on. */
const startThread = () =>
  new Promise<ReadThread>((begin) => {
    const started: ReadThread = { worker: null, waiting: new Map() }
    const fail = (error: Error) => {
      started.worker = null
      begin(started)
      for (const { reject } of started.waiting.values()) reject(error)
      started.waiting.clear()
    }
    void startWorker().then((worker) => {
      worker.on('message', (result: ReadResult | 'ready') => {
        if (result === 'ready') {
          started.worker = worker
          // A process that has nothing else to do may end.
          worker.unref()
          return begin(started)
        }
        const order = started.waiting.get(result.order)
        started.waiting.delete(result.order)
        if ('answer' in result) order?.resolve(result.answer)
        else order?.reject(Object.assign(new Error(result.failure.message), result.failure))
      })
      worker.on('error', fail)
      worker.on('exit', (code) => fail(new Error(`the thread that reads logs ended with ${code}`)))
    }, fail)
  })

/** A thread does not inherit the loader that lets node read TypeScript, and to give it one takes four times as long as to translate what it runs. */
async function startWorker(): Promise<Worker> {
  const entry = fileURLToPath(new URL('./readThread.worker.ts', import.meta.url))
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'cjs', write: false })
  await stop()
  // What it hands over is garbage then: swept while little of it waits.
  return new Worker(outputFiles[0]!.text, { eval: true, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 3 } })
}
