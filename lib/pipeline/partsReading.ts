/** What was read of something that has several parts, and what could not be. */
export interface PartsReading {
  /** In plain words */
  said: string[]
  /** Errors as they were thrown: each costs only its own part */
  failures: unknown[]
}

/**
 * Reads parts one after the other: one that fails keeps no other from its turn.
 *
 * @param parts each answers what is said of it; nothing is said of empty words
 * @param isInterrupted errors that end all of it at once
 * @example await readParts([async () => ['votes of 67 delegates'], () => Promise.reject(new Error('no answer'))], () => false)
 * // { said: ['votes of 67 delegates'], failures: [Error: no answer] }
 */
export async function readParts(parts: Iterable<() => Promise<readonly string[]>>, isInterrupted: (error: unknown) => boolean): Promise<PartsReading> {
  const reading: PartsReading = { said: [], failures: [] }
  for (const part of parts) {
    try {
      reading.said.push(...(await part()).filter((text) => text !== ''))
    } catch (error) {
      if (isInterrupted(error)) throw error
      reading.failures.push(error)
    }
  }
  return reading
}
