import { z } from 'zod'
import { toDayAfter } from '../../chain/dayEnds'
import { addressSchema } from '../../domain/address'
import { amountSchema } from '../../domain/amountSchema'
import type { StakeNetwork } from '../../domain/delegatedStakes'
import type { Wrapper } from '../../domain/protocol'
import type { Block } from '../../domain/snapshot'
import { findStakeNetwork } from '../../sources/delegatedStakes/registry'
import type { StakeNetworkSource } from '../../sources/delegatedStakes/stakeNetworkSource'
import { assertEventsReach } from '../assertEventsReach'
import { streamLogs } from '../liquidity/streamLogs'
import { toMonthEnds } from './monthEnds'
import { openNetworkTally } from './networkTally'
import type { Study, StudyWork } from './study'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1).nullable()
const places = z.int().positive().nullable()
const figures = z.object({ count, total: amountSchema, largest: share, tenth: share, hhi: share, gini: share, nakamoto33: places, nakamoto50: places, nakamoto67: places })

const schema = z.object({
  networks: z.array(z.object({
    contract: addressSchema,
    name: z.string(),
    feesIn: z.enum(['ether', 'token']),
    operators: z.array(z.object({ account: addressSchema, stake: amountSchema, own: amountSchema, delegators: count, rewards: amountSchema, kept: amountSchema.nullable(), rewardsOfYear: amountSchema, fees: amountSchema, feesOfYear: amountSchema })),
    byOperator: figures,
    byDelegator: figures,
    earnedByDelegator: figures.nullable(),
    rewardsOfYear: figures,
    feesOfYear: figures,
    months: z.array(z.object({ day: z.iso.date(), block: count, byOperator: figures, byDelegator: figures, rewards: figures, fees: figures })),
  })),
})

const noNetwork = { en: 'No contract is known that keeps stakes of operators in this token.', de: 'Es ist kein Contract bekannt, der Einsätze von Betreibern in diesem Token verwahrt.' }

/** Stakes and earnings of the networks whose stakes a protocol's wrappers hold, by operator and by delegator. */
export const delegatedStakes: Study<'delegatedStakes'> = { id: 'delegatedStakes', recipe: '1', schema, begin }

async function begin(work: StudyWork) {
  const found = work.protocol.wrappers.flatMap((wrapper) => {
    const source = findStakeNetwork(wrapper.source)
    return source ? [{ wrapper, source }] : []
  })
  return found.length === 0 ? { nothing: noNetwork } : { end: () => take(work, found) }
}

async function take(work: StudyWork, found: readonly { wrapper: Wrapper; source: StakeNetworkSource }[]) {
  const networks: StakeNetwork[] = []
  for (const { wrapper, source } of found) networks.push(await readNetwork(work, wrapper, source))
  return { networks: networks.sort((a, b) => (a.byOperator.total > b.byOperator.total ? -1 : 1)) }
}

/** @throws Error in plain words where its logs are not read so far */
async function readNetwork({ database, protocol, days }: StudyWork, wrapper: Wrapper, source: StakeNetworkSource): Promise<StakeNetwork> {
  const filters = source.logs(wrapper).map((filter) => ({ chainId: protocol.token.chainId, ...filter }))
  const [lastDay, last] = [...days].at(-1)!
  await assertEventsReach(database, filters, last.number, wrapper.name)
  const ends = toMonthEnds(days)
  const tally = openNetworkTally(source.open(wrapper), yearBefore(days, lastDay))
  let next = 0
  const closeBefore = (block: number) => {
    for (; next < ends.length && ends[next]![1].number < block; next++) tally.close(ends[next]![0], ends[next]![1].number)
  }
  for await (const { logs } of streamLogs(database, filters, -1, last.number))
    for (const log of logs) {
      closeBefore(log.blockNumber)
      tally.add(log)
    }
  closeBefore(Infinity)
  return { contract: wrapper.address, name: wrapper.name, feesIn: source.feesIn, ...tally.end() }
}

/** The last block of the day 365 days before; -1 where the ledger is younger. */
function yearBefore(days: ReadonlyMap<string, Block>, lastDay: string): number {
  const day = toDayAfter(lastDay, -365)
  let block = -1
  for (const [one, { number }] of days) if (one <= day) block = number
  return block
}
