/** So long an answer of the database counts, in milliseconds: no page is older than this beside what is saved. */
const patience = 250

/** Which content the database has at the moment. */
export interface VersionClock {
  /** The version, asked not long ago; null where the database does not say */
  current: () => Promise<string | null>
  /** The version, asked now */
  ask: () => Promise<string | null>
}

/** Asks the database for the version of its content as seldom as readers will not notice: all who come at once share one question. */
export function createVersionClock(load: () => Promise<string>, now: () => number = () => performance.now()): VersionClock {
  let last: { at: number; version: Promise<string | null> } | null = null
  const ask = () => {
    const asked = { at: now(), version: load().catch(() => null) }
    last = asked
    return asked.version
  }
  return { ask, current: () => (last && now() - last.at < patience ? last.version : ask()) }
}
