const shared = globalThis as typeof globalThis & { lorenzAnswers?: Map<string, Map<string, Promise<unknown>>> }

/** What is made again from the ledger takes seconds for a large token: so many answers of a kind are kept. */
const kept = 4

/**
 * An answer that is costly to make and stays the same: the last few of a kind are kept, and whoever asks meanwhile waits for the same one.
 *
 * @param key all that the answer depends on
 * @param most how many answers of this kind are kept: more where they are small
 * @returns what `make` gave; where it failed, the next one asks again
 * @example await askOnce('replay', '1:21500000', () => replayToken(1, 21500000))
 */
export function askOnce<Answer>(kind: string, key: string, make: () => Promise<Answer>, most = kept): Promise<Answer> {
  const kinds = (shared.lorenzAnswers ??= new Map())
  const answers: Map<string, Promise<unknown>> = kinds.get(kind) ?? new Map()
  kinds.set(kind, answers)
  const known = answers.get(key)
  if (known) return known as Promise<Answer>
  const made = make()
  answers.set(key, made)
  made.catch(() => answers.delete(key))
  for (const oldest of [...answers.keys()].slice(0, -most)) answers.delete(oldest)
  return made
}
