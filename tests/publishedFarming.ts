import { saveDayEnds } from '@/db/balanceHistory'
import { saveAnswers } from '@/db/wrapperAnswers'
import type { Database } from '@/db/database'
import { keepFilter, saveEvents } from '@/db/eventLogs'
import type { Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import { wrapperSchema, type Wrapper } from '@/lib/domain/protocol'
import type { Block } from '@/lib/domain/snapshot'
import { toSource } from '@/lib/sources/registry'
import { toLiquidationLogs } from '@/lib/sources/liquidations/registry'
import { toRewardLogs } from '@/lib/sources/rewards/registry'

const chainId = 7
const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [token, staked, pool] = [0xa1, 0xc3, 0xf9].map(toAddress) as [Address, Address, Address]
const word = (value: bigint | Address) => BigInt(value).toString(16).padStart(64, '0')
const unit = 10n ** 18n

/** A contract that pays the made-up protocol's token for stakes of another, and a lending market of it, both with names that mean harm. */
export const farmingWrappers: readonly [Wrapper, Wrapper] = [
  wrapperSchema.parse({ source: 'stakingRewards', address: toAddress(0xf6), name: '=Rewards","<b>', firstBlock: 0, assets: [staked], contracts: { stakingToken: staked, rewardsToken: token }, fact: 'https://example.org/rewards' }),
  wrapperSchema.parse({ source: 'aaveToken', address: toAddress(0xf7), name: '@Market', firstBlock: 0, assets: [token], contracts: { lendingPool: pool }, fact: 'https://example.org/market' }),
]

/** So many stake: the n-th n × n tokens. Each of the first thirteen is paid n tokens in block 2, of all others a tenth of a token, in blocks 2 to 16. */
const stakers = 40

/** A log of a contract: its topics and data as words. */
const toLog = (address: Address, blockNumber: number, logIndex: number, blockHash: string, topics: readonly string[], data: readonly (bigint | Address)[]): Log => ({
  address, blockNumber, logIndex, blockHash, topics: topics.map((topic) => `0x${topic.replace('0x', '').padStart(64, '0')}`), data: `0x${data.map(word).join('')}`,
})

const topics = {
  staked: '0x9e71bc8eea02a63969f509818f2dafb9254532904319f9dbda79b67bd34a5f3d',
  paid: '0xe2403640ba68fed3a2f88b7557551d1993f84b99bb10ff833f0cf8db0c5e0486',
  liquidated: '0xe413a321e8681d831f4dbccbca790d2952b56f977908e45be37335533e005286',
} as const

/** Saves their logs, and that the chain began 300 days before the last block: of what was paid first it can be told what became of it. */
export async function fillFarming(database: Database, toBlock: (number: number) => Block, last: number): Promise<void> {
  const hashOf = (block: number) => toBlock(block).hash
  const [rewards] = farmingWrappers
  const blockOf = (place: number) => (place < 13 ? 2 : 2 + 2 * (place % 8))
  const logs = [
    ...Array.from({ length: stakers }, (_, place) => toLog(rewards.address, 1, place, hashOf(1), [topics.staked, toAddress(place + 1)], [BigInt((place + 1) ** 2) * unit])),
    ...Array.from({ length: stakers }, (_, place) =>
      toLog(rewards.address, blockOf(place), 100 + place, hashOf(blockOf(place)), [topics.paid, toAddress(place + 1)], [place < 13 ? BigInt(place + 1) * unit : unit / 10n])),
    // 12 of account 4 and 3 of account 9 are taken by account 13, who pays 10 and 2 of another token.
    toLog(pool, 4, 500, hashOf(4), [topics.liquidated, token, staked, toAddress(4)], [10n, 12n * unit, toAddress(13), 0n]),
    toLog(pool, 8, 500, hashOf(8), [topics.liquidated, token, staked, toAddress(9)], [2n, 3n * unit, toAddress(13), 0n]),
  ]
  for (const wrapper of farmingWrappers)
    for (const { address, topics: asked } of [...toSource(wrapper.source).logs(wrapper), ...toRewardLogs(wrapper), ...toLiquidationLogs(wrapper)]) {
      const filter = await keepFilter(database, { chainId, address, topics: asked }, { firstBlock: 0, withTransactions: false })
      if (filter.end === null) await saveEvents(database, filter, logs.filter((log) => log.address === address && asked.includes(log.topics[0] as `0x${string}`)), toBlock(last))
    }
  // The three largest and account 5 have n tokens to come; of account 6 the contract said nothing.
  const owed = [40, 39, 38, 5].map((place) => ({ account: toAddress(place), amount: String(BigInt(place) * unit) }))
  const gaps = [{ subject: 'rewards owed to 1 of 40 stakers of =Rewards","<b>', reason: 'execution reverted' }]
  await saveAnswers(database, chainId, { source: 'owed stakingRewards', address: rewards.address }, last, { answers: { timestamp: toBlock(last).timestamp, owed }, gaps })
  const before = 300 * 86_400
  await saveDayEnds(database, chainId, new Map([[new Date((toBlock(last).timestamp - before) * 1000).toISOString().slice(0, 10), { ...toBlock(0), timestamp: toBlock(last).timestamp - before }]]))
}
