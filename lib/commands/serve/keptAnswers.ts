import type { Answer } from './answer'

/** Bytes of answers that are kept. What was asked for longest ago goes first. */
const most = 96 * 1024 * 1024

/** An answer to keep, and how long it is as good as one made now. */
export interface Kept {
  answer: Answer
  /** Version of the content that it was made of; null where it follows from no content */
  version: string | null
  /** Milliseconds on the clock that asks for it */
  until: number
}

/** Finished answers by their questions, limited in bytes. */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>()
  #bytes = 0

  constructor(private readonly limit = most) {}

  /** The answer to a question, where it is as good as one made now. */
  find(key: string, version: string | null, now: number): Answer | null {
    const kept = this.#kept.get(key)
    if (!kept) return null
    this.#kept.delete(key)
    if (now >= kept.until || (kept.version !== null && kept.version !== version)) {
      this.#bytes -= toSize(key, kept)
      return null
    }
    this.#kept.set(key, kept)
    return kept.answer
  }

  keep(key: string, kept: Kept): void {
    const size = toSize(key, kept)
    if (size > this.limit / 8) return
    const former = this.#kept.get(key)
    if (former) this.#bytes -= toSize(key, former)
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    this.#bytes += size
    for (const [oldest, each] of this.#kept) {
      if (this.#bytes <= this.limit) return
      this.#kept.delete(oldest)
      this.#bytes -= toSize(oldest, each)
    }
  }
}

/** Headers and what stands around them take about so much. */
const toSize = (key: string, { answer }: Kept): number => answer.body.length + key.length + 4_000
