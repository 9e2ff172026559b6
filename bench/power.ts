import { toPowerIndices } from '@/lib/governance/powerIndices'
import { quotaAbove } from '@/lib/governance/quota'
import { toRandom } from './random'

/** Of so many runs the one in the middle counts. */
const runs = 3
const delegates = 150

/**
 * `npm run -s bench -- power`: Banzhaf and Shapley–Shubik of 150 delegates whose votes have 18 decimals, exact on a grid, and of many voters from
 * a sample, each beside sorting ten million doubles in the same run. Bounds and half widths are the largest of any voter.
 */
export async function benchPower(voters: number): Promise<Record<string, number | string>> {
  const [few, many] = [toWeights(delegates), toWeights(voters)]
  const times = { sort: [] as number[], few: [] as number[], many: [] as number[] }
  const found = { few: measure(few), many: measure(many) }
  for (let run = 0; run < runs; run++) {
    const random = toRandom(run)
    const doubles = Float64Array.from({ length: 10_000_000 }, random)
    times.sort.push(time(() => doubles.sort()))
    times.few.push(time(() => measure(few)))
    times.many.push(time(() => measure(many)))
  }
  const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(runs / 2)]!
  return {
    sortSeconds: round(middle(times.sort)),
    delegates,
    delegatesSeconds: round(middle(times.few)),
    ...describe('delegates', found.few),
    voters,
    votersSeconds: round(middle(times.many)),
    ...describe('voters', found.many),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

const measure = (weights: readonly bigint[]) => toPowerIndices(weights, quotaAbove(weights.reduce((sum, each) => sum + each, 0n), { numerator: 1n, denominator: 2n }), 1)

function describe(name: string, found: ReturnType<typeof measure>): Record<string, number | string> {
  if (found.method === 'exact') {
    const { steps, banzhafAbsolute, shapleyShubik } = found.rounding ?? { steps: 0, banzhafAbsolute: 0, shapleyShubik: 0 }
    return { [`${name}Method`]: 'exact', [`${name}Steps`]: steps, [`${name}BanzhafBound`]: banzhafAbsolute, [`${name}ShapleyBound`]: shapleyShubik }
  }
  const widest = (index: 'banzhaf' | 'banzhafAbsolute' | 'shapleyShubik') =>
    round(Math.max(...found.voters.map(({ intervals }) => (intervals[index][1] - intervals[index][0]) / 2)))
  return {
    [`${name}Method`]: 'sampled',
    [`${name}Samples`]: found.samples,
    [`${name}BanzhafHalfWidth`]: widest('banzhaf'),
    [`${name}BanzhafAbsoluteHalfWidth`]: widest('banzhafAbsolute'),
    [`${name}ShapleyHalfWidth`]: widest('shapleyShubik'),
  }
}

/** Votes follow a power law as delegates' do, in 18 decimals without a common divisor. */
function toWeights(count: number): bigint[] {
  const random = toRandom(7)
  const weights = Array.from({ length: count }, () => {
    const whole = BigInt(Math.floor(1000 / (1 - random()) ** 0.8))
    return whole * 10n ** 18n + BigInt(Math.floor(random() * 1e9)) * 10n ** 9n + BigInt(Math.floor(random() * 1e9))
  })
  return weights.sort((a, b) => (a > b ? -1 : a < b ? 1 : 0))
}

function time(work: () => unknown): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}

const round = (value: number) => Math.round(value * 10_000) / 10_000
