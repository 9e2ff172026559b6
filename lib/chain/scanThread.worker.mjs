import { parentPort } from 'node:worker_threads'
import { tsImport } from 'tsx/esm/api'

// Plain JavaScript, because a thread does not inherit the loader that lets node read TypeScript. What it is sent and answers: scanThread.ts.
const { scanTransfers } = await tsImport('./scanTransfers.ts', import.meta.url)

parentPort.on('message', ({ order, bytes, question, id }) => parentPort.postMessage({ order, scanned: scanTransfers(bytes, question, id) }))
parentPort.postMessage('ready')
