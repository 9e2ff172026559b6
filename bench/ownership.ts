import type { Address } from '@/lib/domain/address'
import type { ContractOwnership } from '@/lib/domain/contractOwnership'
import { toDistribution, type Claim } from '@/lib/domain/distribution'
import { lookThrough, toParts } from '@/lib/ownership/lookThrough'
import { toRandom } from './random'
import { toBenchAddress } from './transferHistory'

/** Of so many runs the one in the middle counts. */
const runs = 7
const [contracts, layers] = [500, 5]
const token: Address = `0x${'f'.repeat(40)}`

/**
 * `npm run -s bench -- ownership`: look-through of many holders by 500 contracts, five deep, with circles, against one distribution of the
 * same claims, in turns. `partsSeconds` is what the first question for an owner's routes takes, `ownersSeconds` the distribution afterwards;
 * `peakRssMb` is what the process has taken by the end of one look-through, holders and shares included.
 */
export async function benchOwnership(holders: number): Promise<Record<string, number>> {
  const claims = toClaims(holders)
  const ownerships = toOwnerships(holders)
  const times = { distribution: [] as number[], through: [] as number[], parts: [] as number[], owners: [] as number[] }
  const first = lookThrough(claims, ownerships, token)
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024)
  for (let run = 0; run < runs; run++) {
    times.distribution.push(time(() => toDistribution(claims))[0])
    const [taken, through] = time(() => lookThrough(claims, ownerships, token))
    times.through.push(taken)
    times.parts.push(time(() => toParts(through, through.owners[0]!.account))[0])
    times.owners.push(time(() => toDistribution(through.owners))[0])
  }
  const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(runs / 2)]!
  return {
    holders,
    contracts,
    shares: ownerships.reduce((sum, ownership) => sum + ownership.claims.length, 0),
    deepest: first.byDepth.length - 1,
    distributionSeconds: round(middle(times.distribution)),
    lookThroughSeconds: round(middle(times.through)),
    partsSeconds: round(middle(times.parts)),
    ownersSeconds: round(middle(times.owners)),
    lookThroughOverDistribution: round(middle(times.through) / middle(times.distribution)),
    peakRssMb,
  }
}

/** Contracts are the accounts after the holders. Together they hold about half. */
const toContract = (holders: number, contract: number) => toAddress(holders + contract)

/** Flat, as it comes out of a database: what was put together is slower to compare. */
const toAddress = (account: number) => Buffer.from(toBenchAddress(account)).toString('latin1') as Address

function toClaims(holders: number): Claim[] {
  const random = toRandom(7)
  const toAmount = (scale: number) => BigInt(Math.floor(scale / (1 - random()) ** 1.2)) * 10n ** 18n + BigInt(Math.floor(random() * 1e15))
  return Array.from({ length: holders + contracts }, (_, index) => ({ account: toAddress(index), amount: toAmount(index < holders ? 1 : 800) }))
}

/**
 * As many shares as there are holders. Every contract of a layer holds for contracts of the next; each layer's first two hold for each
 * other, and one of the last layer for one of the first but one, so that there is a circle through four layers.
 */
function toOwnerships(holders: number): ContractOwnership[] {
  const random = toRandom(11)
  const perLayer = contracts / layers
  const among = (from: number, count: number) => toContract(holders, from + Math.floor(random() * count))
  return Array.from({ length: contracts }, (_, contract) => {
    const layer = Math.floor(contract / perLayer)
    const place = contract % perLayer
    const accounts = Array.from({ length: holders / contracts }, () => toAddress(Math.floor(random() * holders)))
    if (layer < layers - 1) for (let each = 0; each < 10; each++) accounts.push(among((layer + 1) * perLayer, perLayer))
    if (place < 2) accounts.push(toContract(holders, layer * perLayer + 1 - place))
    if (contract === contracts - 1) accounts.push(toContract(holders, perLayer))
    return {
      contract: toContract(holders, contract),
      asset: token,
      source: 'bench',
      shares: token,
      claims: accounts.map((account) => ({ account, amount: BigInt(Math.floor(1e6 / (1 - random()) ** 1.2)) * 10n ** 12n })),
      unresolved: [{ reason: 'locked', amount: 1000n }],
    }
  })
}

function time<Value>(work: () => Value): [number, Value] {
  const began = performance.now()
  const value = work()
  return [(performance.now() - began) / 1000, value]
}

const round = (value: number) => Math.round(value * 1000) / 1000
