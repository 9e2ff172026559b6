import { toDistribution, type Claim } from '@/lib/domain/distribution'
import { accountRoles, type AccountRole, type Label } from '@/lib/domain/label'
import { decompose } from '@/lib/metrics/decomposition'
import { findMovers } from '@/lib/metrics/movers'
import { measure } from '@/lib/metrics/registry'
import { toGroups } from '@/lib/ownership/composition'
import { toRandom } from './random'
import { toBenchAddress } from './transferHistory'

/** Of so many runs the one in the middle counts. */
const runs = 11

/**
 * `npm run -s bench -- metrics`: all metrics of many holders, against sorting the same amounts once as doubles, in turns.
 * `decomposeSeconds` is from a distribution and 500 labels to who holds by role and the inequality within and between roles, `moversSeconds`
 * to the label that moves each headline metric most, each of the 500 left out once.
 * `distributionSeconds` is from claims in any order to a distribution, `measureSeconds` from there to all metrics.
 */
export async function benchMetrics(holders: number): Promise<Record<string, number>> {
  const claims = toClaims(holders)
  const labels = toLabels(claims)
  const times = { sort: [] as number[], distribution: [] as number[], measure: [] as number[], groups: [] as number[], movers: [] as number[] }
  for (let run = 0; run < runs; run++) {
    const doubles = Float64Array.from(claims, ({ amount }) => Number(amount))
    times.sort.push(time(() => doubles.sort())[0])
    const [taken, distribution] = time(() => toDistribution(claims))
    times.distribution.push(taken)
    times.measure.push(time(() => measure(distribution))[0])
    times.groups.push(time(() => decompose(distribution, toGroups(distribution, labels)))[0])
    times.movers.push(time(() => findMovers(distribution, labels))[0])
  }
  const [sort, made, measured, grouped, moved] = [times.sort, times.distribution, times.measure, times.groups, times.movers].map((list) => list.sort((a, b) => a - b)[Math.floor(runs / 2)]!)
  return {
    holders,
    sortSeconds: round(sort!),
    distributionSeconds: round(made!),
    measureSeconds: round(measured!),
    decomposeSeconds: round(grouped!),
    moversSeconds: round(moved!),
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

/** 500 labels spread over all holders, the roles in turn. */
function toLabels(claims: readonly Claim[]): Label[] {
  const roles = Object.keys(accountRoles) as AccountRole[]
  return Array.from({ length: 500 }, (_, index): Label => ({
    address: claims[Math.floor((index * claims.length) / 500)]!.account,
    kind: 'contract',
    role: roles[index % roles.length]!,
    name: `label ${index}`,
    source: 'bench',
    asOf: '2026-01-01',
  }))
}

function time<Value>(work: () => Value): [number, Value] {
  const began = performance.now()
  const value = work()
  return [(performance.now() - began) / 1000, value]
}

const round = (value: number) => Math.round(value * 1000) / 1000
