import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ContractCall } from '@/lib/chain/reader'
import type { Address } from '@/lib/domain/address'
import type { RewardPayment } from '@/lib/domain/provider'
import { toProgramPlaces } from '@/lib/sources/rewards/registry'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { toWrapper } from '@/tests/sourceChain'
import { toAccount } from '@/tests/tokenChain'
import { askPaidSums, loadPaidSums } from './paidSums'

const [market, rewards, comp, base, ann, bob] = [1, 2, 3, 4, 5, 6].map(toAccount) as [Address, Address, Address, Address, Address, Address]
const [lent, borrowed] = toProgramPlaces(toWrapper('comet', { address: market, assets: [comp], contracts: { cometRewards: rewards, rewardsToken: comp, baseToken: base } }))

let server: OpenTestDatabase
beforeAll(async () => void (server = await openTestDatabase()))
afterAll(() => server?.close())

const toPayment = (account: Address, nth: number): RewardPayment => ({ contract: rewards, account, token: comp, amount: 5n, blockNumber: nth, logIndex: 0 })
/** Somebody who paid each of them, Ann twice. */
const load = async () => ({ payments: () => [toPayment(bob, 1), toPayment(ann, 2), toPayment(ann, 3)] })

/** Answers for Ann, and refuses to for Bob; what it was asked. */
function openReader(sum: bigint) {
  const asked: (readonly unknown[] | undefined)[] = []
  const readContracts = async (calls: readonly ContractCall[], block: number) => {
    asked.push(...calls.map(({ args, functionName }) => [block, functionName, ...(args ?? [])]))
    return calls.map(({ args }) => (args?.[1] === ann ? { status: 'ok' as const, value: sum } : { status: 'failed' as const, reason: 'execution reverted' }))
  }
  return { asked, work: { reader: { chainId: 31337, readContracts }, database: server.database } }
}

it('asks for everybody who was paid, once for both sides of a market, and keeps what was answered', async () => {
  expect(await loadPaidSums(server.database, 31337, lent!, 100)).toBeNull()
  const { asked, work } = openReader(7n)
  await askPaidSums(work, lent!, 100, load)
  await askPaidSums(work, borrowed!, 100, load)
  expect(asked).toEqual([[100, 'rewardsClaimed', market, ann], [100, 'rewardsClaimed', market, bob]])
  // Who did not answer is in no sum, and has none of zero.
  for (const place of [lent!, borrowed!]) expect(await loadPaidSums(server.database, 31337, place, 150)).toEqual({ block: 100, sums: new Map([[ann, 7n]]) })
  await askPaidSums(openReader(9n).work, lent!, 120, load)
  expect((await loadPaidSums(server.database, 31337, lent!, 150))?.sums).toEqual(new Map([[ann, 9n]]))
  expect((await loadPaidSums(server.database, 31337, lent!, 110))?.sums).toEqual(new Map([[ann, 7n]]))
})
