import { toMedianAmount } from '../domain/medianAmount'
import type { Participation, PossibleVoter, SizeTenth, TookPart } from '../domain/participation'

/** Fewer would leave a tenth of them with less than ten. */
export const fewestHolders = 100

const tenthCount = 10

/**
 * Who ever took part in deciding, by size and by whether their tokens lie in their own hands. Tenths as everywhere: of n holders the group g of 0 to 9 has
 * those at the places from ⌊g·n/10⌋ up to and without ⌊(g + 1)·n/10⌋, smallest first; of equal ones the order is that of the list.
 *
 * @returns no tenths below a hundred holders
 * @example toParticipation(holders).tenths.at(-1) // { holders: 40, delegated: 12, voted: 9, either: 15, least: 2000n, most: 90_000n, meanDepth: 0.3 }
 */
export function toParticipation(holders: readonly PossibleVoter[]): Pick<Participation, 'all' | 'tenths' | 'inHand' | 'throughContracts' | 'median'> {
  const sorted = [...holders].sort((a, b) => (a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0))
  const start = (group: number) => Math.floor((group * sorted.length) / tenthCount)
  const isInHand = ({ inHand, amount }: PossibleVoter) => inHand * 2n >= amount
  return {
    all: toTookPart(sorted),
    tenths: sorted.length < fewestHolders ? [] : Array.from({ length: tenthCount }, (_, group) => toTenth(sorted.slice(start(group), start(group + 1)))),
    inHand: toTookPart(sorted.filter(isInHand)),
    throughContracts: toTookPart(sorted.filter((one) => !isInHand(one))),
    median: toMedianAmount(sorted.map(({ amount }) => amount)),
  }
}

/**
 * Groups as one.
 *
 * @example joinTookPart(tenths.slice(0, 5)).holders // half of all
 */
export const joinTookPart = (groups: readonly TookPart[]): TookPart => {
  const sum = (of: (group: TookPart) => number) => groups.reduce((all, group) => all + of(group), 0)
  return { holders: sum(({ holders }) => holders), delegated: sum(({ delegated }) => delegated), voted: sum(({ voted }) => voted), either: sum(({ either }) => either) }
}

function toTookPart(holders: readonly PossibleVoter[]): TookPart {
  const count = (asked: (one: PossibleVoter) => boolean) => holders.reduce((all, one) => (asked(one) ? all + 1 : all), 0)
  return { holders: holders.length, delegated: count((one) => one.delegated), voted: count((one) => one.voted), either: count((one) => one.delegated || one.voted) }
}

/** @param group smallest first, not empty */
function toTenth(group: readonly PossibleVoter[]): SizeTenth {
  const sum = (of: (one: PossibleVoter) => bigint) => group.reduce((all, one) => all + of(one), 0n)
  return { ...toTookPart(group), least: group[0]!.amount, most: group.at(-1)!.amount, meanDepth: Number(sum(({ depth }) => depth)) / Number(sum(({ amount }) => amount)) }
}
