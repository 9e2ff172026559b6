import { encodeFunctionData, erc20Abi } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compoundAbi, openCompoundMarket } from '@/tests/compoundMarket'
import { act, ask } from '@/tests/contracts'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import type { Log } from '../chain/log'
import { openChainReader } from '../chain/reader'
import type { Address } from '../domain/address'
import { foldTransfers } from '../ledger/foldTransfers'
import { toTransfer } from '../sources/erc20'
import { auditSnapshot, toSample } from './auditSnapshot'

const unit = 10n ** 18n
let chain: TokenChain
beforeAll(async () => {
  chain = await startTokenChain()
})
afterAll(() => chain?.stop())

it('takes what a cToken has itself from the chain: it issues from its own account', async () => {
  const { cToken } = await openCompoundMarket(chain)
  const [alice, bob] = [toAccount(1), toAccount(2)]
  const logs: Log[] = []
  const run = async (from: Address, to: Address, functionName: string, args: readonly unknown[]) => {
    const written = await act(chain, from, to, encodeFunctionData({ abi: compoundAbi, functionName, args } as never))
    logs.push(...written.filter(({ address }) => address === cToken))
  }
  for (const account of [alice, bob]) {
    await run(deployer, chain.token, 'transfer', [account, 1000n * unit])
    await run(account, chain.token, 'approve', [cToken, 1000n * unit])
    await run(account, cToken, 'mint', [1000n * unit])
  }
  // Bob gives some away for ever, and takes a part out again.
  await run(bob, cToken, 'transfer', [cToken, 5n])
  await run(bob, cToken, 'redeem', [7n])
  const ledger = new Map<Address, bigint>()
  foldTransfers(ledger, logs.flatMap((log) => {
    const reading = toTransfer(log)
    return reading.status === 'transfer' ? [reading.transfer] : []
  }))
  const claims = [...ledger].map(([account, amount]) => ({ account, amount })).sort((a, b) => (a.amount > b.amount ? -1 : 1))
  expect(claims.at(-1)).toMatchObject({ account: cToken })
  expect(claims.at(-1)!.amount).toBeLessThan(0n)

  const reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  const block = Number(await chain.rpc.call('eth_blockNumber'))
  const supply = await ask(chain, cToken, erc20Abi, 'totalSupply', []) as bigint
  expect(await auditSnapshot(reader, cToken, block, claims)).toEqual({ audit: { status: 'passed', claimed: supply, supply, sampled: 2, mismatches: [] }, gaps: [] })
  // A wrong balance is found all the same.
  const wrong = claims.map((claim) => (claim.account === alice ? { ...claim, amount: claim.amount + 1n } : claim))
  expect((await auditSnapshot(reader, cToken, block, wrong)).audit).toMatchObject({ status: 'failed', claimed: supply + 1n, mismatches: [{ account: alice }] })
})

it('looks at the largest balances, at those below zero, and at others between', () => {
  // 40 of 1,000: the 20 largest; the lowest 10, of which 4 are below zero; 16 of the 976 between.
  const claims = Array.from({ length: 1000 }, (_, index) => ({ account: `0x${index.toString(16).padStart(40, '0')}` as const, amount: BigInt(995 - index) }))
  const sample = toSample(claims, 40)
  expect(new Set(sample).size).toBe(40)
  expect(sample.slice(0, 20)).toEqual(claims.slice(0, 20))
  expect(sample.filter(({ amount }) => amount < 0n)).toEqual(claims.slice(996))
})
