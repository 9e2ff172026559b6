import { HubError } from './hubError'

/** The hub gives so many at once, and skips no more than 5,000: https://github.com/snapshot-labs/snapshot-hub/issues/570 */
export const pageSize = 1_000
const mostSkipped = 5_000

/** Which piece of a list is asked for: what was created at that second or later, oldest first, without so many at its beginning. */
export interface PageQuestion {
  createdFrom: number
  skip: number
}

/**
 * Reads a long list of the hub piece by piece, by the second in which each was created: the last second of a page is asked for once more with
 * the next, so that nothing is lost where several fall into one second, in whichever order of ids, and where others arrive in between. What
 * was given before is left out. Only where one second fills a whole page is something skipped.
 *
 * @throws HubError where a page is not in the order that was asked for, or more than 6,000 fall into one second
 * @example for await (const votes of readPages((question) => askVotes(proposal, question))) …
 */
export async function* readPages<Item extends { id: string; created: number }>(ask: (question: PageQuestion) => Promise<readonly Item[]>): AsyncGenerator<Item[]> {
  const seen = new Set<string>()
  let [createdFrom, skip] = [0, 0]
  for (;;) {
    const page = await ask({ createdFrom, skip })
    const fresh: Item[] = []
    let last = createdFrom
    for (const item of page) {
      if (item.created < last) throw new HubError(`Snapshot gives ${item.id} out of order: nobody could tell whether all were read`)
      last = item.created
      if (!seen.has(item.id)) fresh.push(item)
      seen.add(item.id)
    }
    if (fresh.length > 0) yield fresh
    if (page.length < pageSize) return
    skip = last > createdFrom ? 0 : skip + page.length
    createdFrom = last
    if (skip > mostSkipped) throw new HubError(`Snapshot has more than ${mostSkipped} of one second, and gives no more of them`)
  }
}
