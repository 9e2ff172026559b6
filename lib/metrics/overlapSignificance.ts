import { depths, type Depth, type HolderOverlap, type LargestOwners, type OverlapTest } from '../domain/superuser'
import { benjaminiHochberg, bonferroni } from './correctedPValues'
import { expectedOverlap, hypergeometricTail } from './hypergeometricTail'

/** What is found at one in a hundred, after correction, is called no chance. */
export const significance = Math.log(0.01)

/**
 * Do two protocols' largest holders have more in common than chance would give them? Each pair of lists is held against two lists of the same lengths
 * drawn by chance from all who hold at least one of the two tokens: P(X ≥ common) of the hypergeometric distribution, corrected for all pairs at once
 * (statistically validated networks: Tumminello et al. 2011; of holders of governance tokens: Eisermann et al. 2025).
 *
 * The population is whoever could stand in either list, and no more: all holders of all protocols would be far more people, and any overlap less likely by
 * chance than it is.
 *
 * @param bothHold how many hold both tokens of two lists, by their places
 * @returns each pair once, in the order of the lists; none for fewer than two lists of one kind
 * @example overlapSignificance([three, three], () => 3)[0]?.tests.hundred // of three and three among six, two in common: logP is ln(1/2)
 */
export function overlapSignificance(lists: readonly LargestOwners[], bothHold: (first: number, second: number) => number): HolderOverlap[] {
  const pairs = lists.flatMap((first, place) => lists.slice(place + 1).flatMap((second, after) => {
    if (first.demo !== second.demo) return []
    const both = bothHold(place, place + 1 + after)
    return [{ first, second, both, population: first.holders + second.holders - both }]
  }))
  const tests = Object.fromEntries(depths.map((depth) => [depth, correct(pairs.map((pair) => test(pair, depth)))])) as Record<Depth, OverlapTest[]>
  return pairs.map(({ first, second, both, population }, place) => ({
    protocols: [first.protocol, second.protocol], population, both, tests: { hundred: tests.hundred[place]!, hundredth: tests.hundredth[place]! },
  }))
}

type Test = Omit<OverlapTest, 'logBonferroni' | 'logFalseDiscovery'>

function test({ first, second, population }: { first: LargestOwners; second: LargestOwners; population: number }, depth: Depth): Test {
  const [here, there] = [first.members[depth], second.members[depth]]
  const common = [...here].filter((owner) => there.has(owner)).length
  const groups = { population, first: here.size, second: there.size }
  return { first: here.size, second: there.size, common, expected: expectedOverlap(groups), logP: hypergeometricTail({ ...groups, common }) }
}

function correct(tests: readonly Test[]): OverlapTest[] {
  const logarithms = tests.map(({ logP }) => logP)
  const [strict, mild] = [bonferroni(logarithms), benjaminiHochberg(logarithms)]
  return tests.map((one, place) => ({ ...one, logBonferroni: strict[place]!, logFalseDiscovery: mild[place]! }))
}
