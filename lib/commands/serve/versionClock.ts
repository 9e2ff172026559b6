/** So long an answer of the database counts, in milliseconds: no page is older than this beside what is saved. */
const fresh = 250

/** So long the database may take to say it: readers then get an answer that is made anew, or says that there is no database. */
const patience = 1_000

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
    const version = Promise.race([load().catch(() => null), giveUp()])
    last = { at: now(), version }
    return version
  }
  return { ask, current: () => (last && now() - last.at < fresh ? last.version : ask()) }
}

const giveUp = (): Promise<null> => new Promise((resolve) => setTimeout(resolve, patience, null).unref())
