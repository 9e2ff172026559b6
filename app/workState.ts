import { loadWork, type WorkState } from '@/lib/pipeline/loadWork'
import { sharedDatabase } from './database'

/** Counting the holders of many large tokens takes a second: whoever asks again so soon gets the same answer. */
const fresh = 10_000

let last: { at: number; state: Promise<WorkState> } | null = null

/** How far everything is read, and what the queue holds; at most ten seconds old. */
export function loadWorkState(): Promise<WorkState> {
  if (last && Date.now() - last.at < fresh) return last.state
  const asked = { at: Date.now(), state: loadWork(sharedDatabase()) }
  // What failed is asked again at once.
  asked.state.catch(() => (last === asked ? (last = null) : undefined))
  last = asked
  return asked.state
}
