import type { Address } from '@/lib/domain/address'
import { toDistribution, type Claim } from '@/lib/domain/distribution'
import { wrapperSchema } from '@/lib/domain/protocol'
import { lookThrough, toFinalOwners } from '@/lib/ownership/lookThrough'
import { toSideOwners, toStandings } from '@/lib/ownership/otherSide'
import { toRunningMeasurements } from '@/lib/pipeline/runningMeasurements'
import { bridgeEscrow } from '@/lib/sources/bridgeEscrow'
import { toRandom } from './random'
import { toBenchAddress } from './transferHistory'

/** Of so many runs the one in the middle counts. */
const runs = 5
const [token, escrow] = ['f', 'd'].map((digit) => `0x${digit.repeat(40)}`) as [Address, Address]

/**
 * `npm run -s bench -- bridge`: a bridge's escrow looked through to as many owners on the other chain as the token has here, half of whom hold on both,
 * against one distribution of the holders here. More exists there than lies here, so that every part is split anew. `daySeconds` is what a day of
 * history takes on which somebody there moved something, every metric under every daily lens included; `plainDaySeconds` the same without the bridge.
 */
export async function benchBridge(holders: number): Promise<Record<string, number>> {
  const here = toClaims(0, holders, 7)
  const there = toClaims(holders / 2, holders, 11)
  const held = there.reduce((sum, { amount }) => sum + amount, 0n) / 3n
  const claims = [...here, { account: escrow, amount: held }]
  const wrapper = wrapperSchema.parse({ source: 'bridgeEscrow', address: escrow, name: 'Escrow', firstBlock: 0, assets: [token], fact: 'made up' })
  const balances = new Map(claims.map(({ account, amount }) => [account, amount]))
  const balanceOf = (_: Address, account: Address) => balances.get(account) ?? 0n

  const toOwnerships = () => {
    const standingOf = toStandings({ here: { labels: [], wrappers: [wrapper], holds: (account) => balances.has(account) }, there: { labels: [], hasCode: () => false } })
    const side = toSideOwners({ owners: there, unresolved: [] }, standingOf)
    return bridgeEscrow.toOwnerships({ wrapper, balances: () => claims, balanceOf, logs: [], answers: null, otherSide: side })
  }
  const running = toRunningMeasurements(balances, [])
  const times = { distribution: [] as number[], through: [] as number[], day: [] as number[], plainDay: [] as number[] }
  let owners = 0
  for (let run = 0; run < runs; run++) {
    times.distribution.push(time(() => toDistribution(claims)))
    times.through.push(time(() => (owners = lookThrough(claims, toOwnerships(), token).owners.length)))
    running.change(new Map([[here[run]!.account, here[run]!.amount + 1n]]))
    times.plainDay.push(time(() => running.measure()))
    times.day.push(time(() => {
      const { owners: gained, unresolved } = toFinalOwners([{ account: escrow, amount: held }], toOwnerships(), token)
      running.measure({ emptied: [escrow], gained, unresolved, representatives: new Map() })
    }))
  }
  const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(runs / 2)]!
  return {
    holders,
    owners,
    distributionSeconds: round(middle(times.distribution)),
    lookThroughSeconds: round(middle(times.through)),
    lookThroughOverDistribution: round(middle(times.through) / middle(times.distribution)),
    daySeconds: round(middle(times.day)),
    plainDaySeconds: round(middle(times.plainDay)),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

function toClaims(from: number, holders: number, seed: number): Claim[] {
  const random = toRandom(seed)
  const toAmount = () => BigInt(Math.floor(1 / (1 - random()) ** 1.2)) * 10n ** 18n + BigInt(Math.floor(random() * 1e15))
  return Array.from({ length: holders }, (_, index) => ({ account: Buffer.from(toBenchAddress(from + index)).toString('latin1') as Address, amount: toAmount() }))
}

function time(work: () => unknown): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}

const round = (value: number) => Math.round(value * 1000) / 1000
