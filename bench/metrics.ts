import { toDistribution, type Claim } from '@/lib/domain/distribution'
import { measure } from '@/lib/metrics/registry'
import { toRandom } from './random'
import { toBenchAddress } from './transferHistory'

/** Of so many runs the one in the middle counts. */
const runs = 11

/**
 * `npm run -s bench -- metrics`: all metrics of many holders, against sorting the same amounts once as doubles, in turns.
 * `distributionSeconds` is from claims in any order to a distribution, `measureSeconds` from there to all metrics.
 */
export async function benchMetrics(holders: number): Promise<Record<string, number>> {
  const claims = toClaims(holders)
  const times = { sort: [] as number[], distribution: [] as number[], measure: [] as number[] }
  for (let run = 0; run < runs; run++) {
    const doubles = Float64Array.from(claims, ({ amount }) => Number(amount))
    times.sort.push(time(() => doubles.sort())[0])
    const [taken, distribution] = time(() => toDistribution(claims))
    times.distribution.push(taken)
    times.measure.push(time(() => measure(distribution))[0])
  }
  const [sort, made, measured] = [times.sort, times.distribution, times.measure].map((list) => list.sort((a, b) => a - b)[Math.floor(runs / 2)]!)
  return {
    holders,
    sortSeconds: round(sort!),
    distributionSeconds: round(made!),
    measureSeconds: round(measured!),
    measureOverSort: round(measured! / sort!),
    totalOverSort: round((made! + measured!) / sort!),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

/** Amounts follow a power law with exponent 2, in 18 decimals; one holder in twenty has exactly 400 tokens, as after an airdrop. */
function toClaims(holders: number): Claim[] {
  const random = toRandom(7)
  return Array.from({ length: holders }, (_, index) => {
    const whole = BigInt(Math.floor(1 / (1 - random()) ** 1.2))
    const fraction = BigInt(Math.floor(random() * 1e9)) * 10n ** 9n + BigInt(index)
    return { account: toBenchAddress(index), amount: random() < 0.05 ? 400n * 10n ** 18n : whole * 10n ** 18n + fraction }
  })
}

function time<Value>(work: () => Value): [number, Value] {
  const began = performance.now()
  const value = work()
  return [(performance.now() - began) / 1000, value]
}

const round = (value: number) => Math.round(value * 1000) / 1000
