import { toKeepers, toOwner, type PlainToken, type Told } from '../plainStory'

/** All who ever got the token in the order in which they did, in ten groups: whether the first has more than each other, and the first five more than half. */
export function earlyKeepMost({ protocol, moves, now }: PlainToken): { told: Told; tenths: number[] } {
  const [keepers, ownerOf] = [toKeepers(protocol), toOwner(protocol.labels)]
  const first = new Map<string, number>()
  for (const { block, to, amount } of moves) if (amount > 0n && !keepers.has(to) && !first.has(ownerOf(to))) first.set(ownerOf(to), block)
  first.delete(`0x${'0'.repeat(40)}`)
  const order = [...first].sort(([one, when], [other, then]) => when - then || (one < other ? -1 : 1))
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const [place, [account]] of order.entries()) tenths[Math.floor((place * 10) / order.length)]! += now.get(account) ?? 0
  const all = tenths.reduce((sum, part) => sum + part, 0)
  const [isLargest, isHalf] = [tenths.slice(1).every((part) => part < tenths[0]!), tenths.slice(0, 5).reduce((sum, part) => sum + part, 0) > all / 2]
  return { told: order.length < 100 ? 'cannotBeTold' : isLargest && isHalf ? 'holds' : isLargest || isHalf ? 'mixed' : 'doesNotHold', tenths: tenths.map((part) => part / all) }
}
