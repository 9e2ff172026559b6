/** What moving one voter brings: towards the majority and towards the quorum, neither below 0. */
export interface Gain {
  margin: bigint
  quorum: bigint
}

/** How few; `exact` is false where looking at every mixture would have taken too long, and fewer may do. */
export interface Fewest {
  count: number
  exact: boolean
}

/** So many mixtures are looked at for one count. Voters who cast one way are told apart by three kinds, which need far fewer. */
const mostSteps = 200_000

/**
 * The fewest whose gains together reach both of two amounts.
 *
 * Those whose two gains stand in the same proportion are told apart by their size alone, so of each such kind the largest are the best, and all
 * ways to mix the kinds are looked at. A mixture is given up as soon as the best of what is left cannot reach one of the amounts, or both
 * weighed against each other.
 *
 * @param needed above 0 for at least one of the two
 * @returns null where not even all reach both
 * @example fewestForBoth([{ margin: 5n, quorum: 0n }, { margin: 0n, quorum: 5n }], { margin: 3n, quorum: 3n }) // { count: 2, exact: true }
 */
export function fewestForBoth(gains: readonly Gain[], needed: Gain): Fewest | null {
  const kinds = toKinds(gains)
  // Behind each kind, the best that so many of it and of all later ones can bring of each.
  const behind = kinds.map((_, from) => toBest(kinds.slice(from).flatMap(({ members }) => members), needed))
  let steps = 0
  let exact = true
  const reach = (count: number, from: number, margin: bigint, quorum: bigint): boolean => {
    if (margin <= 0n && quorum <= 0n) return true
    const kind = kinds[from]
    if (!kind || (steps += 1) > mostSteps) return false
    const best = behind[from]!
    const most = Math.min(count, best.margin.length - 1)
    if (best.margin[most]! < margin || best.quorum[most]! < quorum) return false
    if (best.both[most]! < weigh({ margin, quorum }, needed)) return false
    for (let taken = Math.min(count, kind.members.length); taken >= 0; taken--) {
      if (reach(count - taken, from + 1, margin - kind.margin[taken]!, quorum - kind.quorum[taken]!)) return true
    }
    return false
  }
  const isEnough = (count: number): boolean => {
    steps = 0
    const enough = reach(count, 0, needed.margin, needed.quorum)
    if (!enough && steps > mostSteps) exact = false
    return enough
  }
  // All of them without looking: their sums alone say it.
  let [low, high] = [1, gains.length]
  if (sumOf(gains, 'margin') < needed.margin || sumOf(gains, 'quorum') < needed.quorum) return null
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return { count: low, exact }
}

/** Both gains as one figure, each in the measure of what is needed of it. */
const weigh = ({ margin, quorum }: Gain, needed: Gain): bigint => margin * positive(needed.quorum) + quorum * positive(needed.margin)

const positive = (amount: bigint): bigint => (amount > 0n ? amount : 0n)
const sumOf = (gains: readonly Gain[], which: keyof Gain): bigint => gains.reduce((sum, gain) => sum + gain[which], 0n)
const descending = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0)

/** Sums of the first so many. */
function toSums(amounts: readonly bigint[]): bigint[] {
  const sums = [0n]
  for (const [place, amount] of amounts.entries()) sums.push(sums[place]! + amount)
  return sums
}

const toBest = (gains: readonly Gain[], needed: Gain) => ({
  margin: toSums(gains.map(({ margin }) => margin).sort(descending)),
  quorum: toSums(gains.map(({ quorum }) => quorum).sort(descending)),
  both: toSums(gains.map((gain) => weigh(gain, needed)).sort(descending)),
})

/** Those of one proportion together, largest first, the kinds with the fewest members in front. */
function toKinds(gains: readonly Gain[]) {
  const kinds = new Map<string, Gain[]>()
  for (const gain of gains) {
    const { margin, quorum } = gain
    if (margin <= 0n && quorum <= 0n) continue
    const divisor = greatestDivisor(margin, quorum)
    const kind = `${margin / divisor}:${quorum / divisor}`
    const members = kinds.get(kind)
    if (members) members.push(gain)
    else kinds.set(kind, [gain])
  }
  return [...kinds.values()]
    .map((members) => members.sort((a, b) => descending(a.margin + a.quorum, b.margin + b.quorum)))
    .sort((a, b) => a.length - b.length)
    .map((members) => ({ members, margin: toSums(members.map(({ margin }) => margin)), quorum: toSums(members.map(({ quorum }) => quorum)) }))
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
