import type { Log } from '../chain/log'
import type { Wrapper } from '../domain/protocol'
import type { SourceInput } from './source'

/**
 * Folds a wrapper's logs, and goes on where it ended when the same list comes again with more at its end: from day to day only the new logs are
 * read. Any other list is folded from its beginning.
 *
 * @param begin what there is before the first log
 * @param add folds further logs into it, in place; lists end with whole blocks
 * @returns what the logs add up to: to be read at once and not to be changed, since it goes on changing with the next list
 * @example const count = foldOn(() => ({ logs: 0 }), (folded, logs) => void (folded.logs += logs.length)); count(input).logs // 7
 */
export function foldOn<Folded>(begin: (wrapper: Wrapper) => Folded, add: (folded: Folded, logs: readonly Log[], wrapper: Wrapper) => void): (input: Pick<SourceInput, 'wrapper' | 'logs'>) => Folded {
  const known = new WeakMap<Wrapper, { folded: Folded; count: number; first: Log | undefined; last: Log | undefined }>()
  return ({ wrapper, logs }) => {
    const before = known.get(wrapper)
    // The same first and the same last at the same place: lists of one wrapper are pieces of one list.
    const goesOn = before && before.count > 0 && before.count <= logs.length && logs[0] === before.first && logs[before.count - 1] === before.last
    const folded = goesOn ? before.folded : begin(wrapper)
    known.delete(wrapper)
    add(folded, goesOn ? logs.slice(before.count) : logs, wrapper)
    known.set(wrapper, { folded, count: logs.length, first: logs[0], last: logs.at(-1) })
    return folded
  }
}
