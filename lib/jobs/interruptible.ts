import type { ChainReader } from '../chain/reader'

/** The worker is to end: the job is given back and does not count as tried. */
export class InterruptedError extends Error {
  override name = 'InterruptedError'
  constructor() {
    super('The worker was stopped; the job goes on where it was, in the next worker.')
  }
}

/** @throws InterruptedError once the signal is aborted */
export function assertGoingOn(signal: AbortSignal): void {
  if (signal.aborted) throw new InterruptedError()
}

/** A reader that answers nothing more once the signal is aborted: long work ends between two questions, with what it saved. */
export function toInterruptible(reader: ChainReader, signal: AbortSignal): ChainReader {
  const unless = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const stop = () => reject(new InterruptedError())
      signal.addEventListener('abort', stop, { once: true })
      answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
      if (signal.aborted) stop()
    })
  return {
    ...reader,
    readFinalizedBlock: () => unless(reader.readFinalizedBlock()),
    readBlock: (number) => unless(reader.readBlock(number)),
    readAccountLogs: (question, accounts) => unless(reader.readAccountLogs(question, accounts)),
    readContracts: (calls, blockNumber) => unless(reader.readContracts(calls, blockNumber)),
    readCodes: (addresses, blockNumber) => unless(reader.readCodes(addresses, blockNumber)),
    readCreations: (blockNumber) => unless(reader.readCreations(blockNumber)),
    readTransactionFees: (hashes) => unless(reader.readTransactionFees(hashes)),
    readStorage: (slots, blockNumber) => unless(reader.readStorage(slots, blockNumber)),
    async *readLogs(question) {
      const ranges = reader.readLogs(question)
      try {
        for (;;) {
          const next = await unless(ranges.next())
          if (next.done) return
          yield next.value
        }
      } finally {
        // Not waited for: it may hang on the very answer that is not wanted any more.
        void ranges.return(undefined).catch(() => undefined)
      }
    },
  }
}
