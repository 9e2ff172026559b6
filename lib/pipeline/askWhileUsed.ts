interface Asked {
  answers: Map<string, WeakRef<object>>
  underway: Map<string, Promise<object>>
}
const shared = globalThis as typeof globalThis & { [key: symbol]: Asked | undefined }
const place = Symbol.for('lorenz.askWhileUsed')

/**
 * A large answer that stays the same: whoever asks meanwhile waits for the same one, and as long as somebody uses it, others get it too. It is not kept beyond that:
 * what `askOnce` keeps must be small.
 *
 * @param key all that the answer depends on
 * @example await askWhileUsed('providerResults:1:7', () => loadProviderResults(database, 7))
 */
export function askWhileUsed<Answer extends object>(key: string, make: () => Promise<Answer>): Promise<Answer> {
  const { answers, underway } = (shared[place] ??= { answers: new Map(), underway: new Map() })
  const used = answers.get(key)?.deref() as Answer | undefined
  if (used) return Promise.resolve(used)
  const waited = underway.get(key) as Promise<Answer> | undefined
  if (waited) return waited
  for (const [old, answer] of answers) if (!answer.deref()) answers.delete(old)
  const made = make().then((answer) => (answers.set(key, new WeakRef(answer)), answer)).finally(() => underway.delete(key))
  underway.set(key, made)
  return made
}
