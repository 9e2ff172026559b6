import { toDistribution, type Claim, type Distribution } from '@/lib/domain/distribution'
import type { MetricResult } from '@/lib/domain/metric'
import type { Vote } from '@/lib/domain/proposal'
import type { Text } from '@/lib/domain/text'

/** From what there is to what decides, each told by its own distribution. */
export const rungs = {
  supply: { en: 'supply', de: 'Gesamtmenge' },
  circulating: { en: 'circulating', de: 'Umlauf' },
  delegated: { en: 'delegated', de: 'delegiert' },
  cast: { en: 'usually cast', de: 'üblicherweise abgegeben' },
} as const satisfies Record<string, Text>
export type RungId = keyof typeof rungs

/** One rung: how much it is, on how many accounts, how concentrated, and what accounts that the lens leaves out have of it beside that. */
export interface Rung {
  id: RungId
  /** Smallest units; of what is usually cast the mean of the proposals, rounded down */
  total: bigint
  accounts: number
  metrics: Readonly<Record<string, MetricResult>>
  excluded: { accounts: number; amount: bigint }
}

/** The ladder, with how much more concentrated deciding is than holding. */
export interface Ladder {
  /** In order; a rung that nobody can tell is left out */
  rungs: readonly Rung[]
  /** The whole supply, with what no rung counts because nobody could be named for it; null where it is not known */
  supply: bigint | null
  /** Which rung is the held distribution of the lens */
  held: RungId
  /** HHI of the rung ÷ HHI of what is held; null where either has none */
  amplification: Readonly<Record<'delegated' | 'cast', number | null>>
}

/** What some proposals usually see: Σ over them of what each voter cast. The mean is that ÷ `proposals`; shares are the same. */
export interface UsuallyCast {
  claims: readonly Claim[]
  proposals: number
}

/**
 * What is usually cast: for each voter the mean of what it cast over the proposals, 0 where it did not vote. The sum over voters is the mean
 * turnout. Kept as sums, so that nothing is rounded.
 *
 * @example toUsuallyCast([{ votes: [{ voter: a, votes: 6n }] }, { votes: [] }]) // { claims: [{ account: a, amount: 6n }], proposals: 2 }: 3 in the mean
 */
export function toUsuallyCast(proposals: readonly { votes: readonly Pick<Vote, 'voter' | 'votes'>[] }[]): UsuallyCast {
  const claims = proposals.flatMap(({ votes }) => votes.map(({ voter, votes: amount }) => ({ account: voter, amount })))
  const { accounts, amounts } = toDistribution(claims)
  return { claims: accounts.map((account, place) => ({ account, amount: amounts[place]! })), proposals: proposals.length }
}

/** What the lens keeps of a rung, and what it leaves out. */
export interface SeenRung {
  distribution: Distribution
  excluded: readonly { accounts: number; amount: bigint }[]
}

/**
 * A rung of votes: measured like what is held.
 *
 * @param measure every metric of a distribution, where shares are taken of `whole`
 * @param of for sums over several proposals, how many they are
 * @param whole what shares are taken of instead of the rung's own total
 * @example toRung('delegated', { distribution, excluded: [] }, measure).total // distribution.total
 */
export function toRung(
  id: RungId,
  { distribution, excluded }: SeenRung,
  measure: (distribution: Distribution, whole?: bigint) => Rung['metrics'],
  { of = 1, whole }: { of?: number; whole?: bigint } = {},
): Rung {
  const times = BigInt(of)
  return {
    id,
    total: distribution.total / times,
    accounts: distribution.count,
    metrics: measure(distribution, whole === undefined ? undefined : whole * times),
    excluded: {
      accounts: excluded.reduce((sum, { accounts }) => sum + accounts, 0),
      amount: excluded.reduce((sum, { amount }) => sum + amount, 0n) / times,
    },
  }
}

/**
 * The rungs that can be told as a ladder. Amplification: the HHI of votes that are delegated, or usually cast, ÷ the HHI of what is held. Above 1
 * fewer decide than hold.
 *
 * @param held which of them is the lens's own held distribution
 * @example toLadder([circulating, delegated], 'circulating', 100n).amplification // { delegated: 2.5, cast: null }
 */
export function toLadder(told: readonly Rung[], held: RungId, supply: bigint | null): Ladder {
  const hhiOf = (id: RungId): number | null => {
    const result = told.find((rung) => rung.id === id)?.metrics.hhi
    return result?.status === 'ok' ? result.value : null
  }
  const [of, delegated, cast] = [hhiOf(held), hhiOf('delegated'), hhiOf('cast')]
  const ratio = (hhi: number | null) => (hhi === null || of === null || of === 0 ? null : hhi / of)
  return { rungs: told, supply, held, amplification: { delegated: ratio(delegated), cast: ratio(cast) } }
}
