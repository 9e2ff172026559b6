/**
 * Bytes at the reader's pace. A failure in the middle breaks the connection: half a file must not look like a whole one. Between two pieces others get their
 * turn: a reader who is as fast as they are made would never let go of the thread.
 */
export function toByteStream(from: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = from[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise(setImmediate)
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}
