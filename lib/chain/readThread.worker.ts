import { parentPort } from 'node:worker_threads'
import type { ReadOrder, ReadResult } from './readThread'
import { readTransfers } from './readTransfers'

// The other side of `readBeside`: reads what is ordered, several at once, until its process ends.
const running = new Map<number, AbortController>()
const send = (result: ReadResult | 'ready') => parentPort!.postMessage(result)

parentPort!.on('message', ({ order, asked }: ReadOrder) => {
  if (asked === null) return running.get(order)?.abort()
  const control = new AbortController()
  running.set(order, control)
  void readTransfers(asked, control.signal)
    .then(
      (answer) => send({ order, answer }),
      // An error sent as it is arrives without its code, and under another name.
      ({ name, message, code }: NodeJS.ErrnoException) => send({ order, failure: { name, message, ...(code === undefined ? {} : { code }) } }),
    )
    .finally(() => running.delete(order))
})
send('ready')
