/** A block and when it was. */
export interface Moment {
  block: number
  /** Unix seconds */
  timestamp: number
}

/**
 * The seconds at which a block came, as the pace of the chain between known blocks lets expect; beyond them at the pace of the nearest two.
 *
 * @param known oldest first
 * @returns null with fewer than two
 * @example toTimeAt([{ block: 0, timestamp: 0 }, { block: 100, timestamp: 1200 }], 50) // 600
 */
export function toTimeAt(known: readonly Moment[], block: number): number | null {
  const after = known.findIndex((moment) => moment.block >= block)
  const upper = Math.max(1, after === -1 ? known.length - 1 : after)
  const [from, to] = [known[upper - 1], known[upper]]
  if (!from || !to || to.block === from.block) return null
  return Math.round(from.timestamp + ((block - from.block) * (to.timestamp - from.timestamp)) / (to.block - from.block))
}

/**
 * The block at a moment, as the pace of the chain between known blocks lets expect; beyond them at the pace of the nearest two.
 *
 * @param known oldest first
 * @returns null with fewer than two
 * @example toBlockAt([{ block: 0, timestamp: 0 }, { block: 100, timestamp: 1200 }], 600) // 50
 */
export function toBlockAt(known: readonly Moment[], timestamp: number): number | null {
  const after = known.findIndex((moment) => moment.timestamp >= timestamp)
  const upper = Math.max(1, after === -1 ? known.length - 1 : after)
  const [from, to] = [known[upper - 1], known[upper]]
  if (!from || !to || to.timestamp === from.timestamp) return null
  const block = from.block + ((timestamp - from.timestamp) * (to.block - from.block)) / (to.timestamp - from.timestamp)
  return Math.max(0, Math.floor(block))
}
