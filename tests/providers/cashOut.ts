import { decodeEventLog, decodeFunctionResult, encodeFunctionData, type Abi } from 'viem'
import { z } from 'zod'
import { logSchema } from '@/lib/chain/log'
import { loadArtifact, loadStakingRewards } from '@/lib/demo/artifact'
import type { Rpc } from '@/lib/demo/rpc'
import type { Address } from '@/lib/domain/address'
import { minus, none, plus, tokenAbi, type Pair } from './happenings'
import type { PastPosition } from './poolPast'

/** What an account gets for all that it has in a pool, when it takes it out. */
export interface CashedOut {
  /** What its liquidity is paid for; of a v2 pair all that it gets */
  principal: Pair
  /** What its balances grow by */
  gained: Pair
}

type Call = readonly [to: Address, abi: Abi, functionName: string, args: readonly unknown[]]

const most = 2n ** 128n - 1n
const later = 2n ** 40n
const pairAbi = loadArtifact('v2Pair').abi
const poolAbi = loadArtifact('v3Pool').abi
const managerAbi = loadArtifact('v3Positions').abi
const stakingAbi = loadStakingRewards().abi
const receiptSchema = z.object({ status: z.string(), logs: z.array(logSchema) })

export async function ask(rpc: Rpc, to: Address, abi: Abi, functionName: string, args: readonly unknown[] = [], block: 'latest' | 'finalized' = 'latest'): Promise<unknown> {
  const data = (await rpc.call('eth_call', { to, data: encodeFunctionData({ abi, functionName, args }) }, block)) as `0x${string}`
  return decodeFunctionResult({ abi, functionName, data })
}

const balancesOf = (rpc: Rpc, tokens: readonly Address[], account: Address) =>
  Promise.all(tokens.map((token) => ask(rpc, token, tokenAbi as Abi, 'balanceOf', [account]))) as unknown as Promise<Pair>

/** Does something in an account's name, in one block that is undone again. */
async function attempt(rpc: Rpc, account: Address, tokens: readonly Address[], calls: readonly Call[]): Promise<CashedOut> {
  if (calls.length === 0) return { principal: none, gained: none }
  const snapshot = await rpc.call('evm_snapshot')
  const before = await balancesOf(rpc, tokens, account)
  const hashes: unknown[] = []
  for (const [to, abi, functionName, args] of calls)
    hashes.push(await rpc.call('eth_sendTransaction', { from: account, to, data: encodeFunctionData({ abi, functionName, args }), gas: '0x989680', gasPrice: '0x0' }))
  await rpc.call('evm_mine')
  const receipts = z.array(receiptSchema).parse(await rpc.batch(hashes.map((hash) => ['eth_getTransactionReceipt', hash] as const)))
  const refused = receipts.findIndex(({ status }) => status !== '0x1')
  if (refused >= 0) throw new Error(`${calls[refused]![2]} by ${account} was refused`)
  const after = await balancesOf(rpc, tokens, account)
  await rpc.call('evm_revert', snapshot)
  const burns = receipts.flatMap(({ logs }) => logs.flatMap(({ topics, data }) => toBurn(topics as [`0x${string}`], data as `0x${string}`)))
  return { principal: burns.reduce(plus, none), gained: minus(after, before) }
}

function toBurn(topics: [`0x${string}`], data: `0x${string}`): Pair[] {
  for (const abi of [pairAbi, poolAbi]) {
    try {
      const { eventName, args } = decodeEventLog({ abi, topics, data }) as unknown as { eventName: string; args: { amount0: bigint; amount1: bigint } }
      if (eventName === 'Burn') return [[args.amount0, args.amount1]]
    } catch {
      // Another contract's.
    }
  }
  return []
}

/** Takes an account's stake back, and burns all its LP tokens. */
export async function cashOutShares(rpc: Rpc, account: Address, { pair, staking, tokens }: { pair: Address; staking: Address; tokens: readonly Address[] }): Promise<CashedOut> {
  const staked = (await ask(rpc, staking, stakingAbi, 'balanceOf', [account])) as bigint
  const shares = staked + ((await ask(rpc, pair, pairAbi, 'balanceOf', [account])) as bigint)
  const unstake: Call[] = staked > 0n ? [[staking, stakingAbi, 'withdraw', [staked]]] : []
  return attempt(rpc, account, tokens, shares > 0n ? [...unstake, [pair, pairAbi, 'transfer', [pair, shares]], [pair, pairAbi, 'burn', [account]]] : [])
}

/** Takes all liquidity out of an account's positions, and fetches it with the fees. */
export async function cashOutPositions(
  rpc: Rpc,
  account: Address,
  { pool, manager, tokens, positions }: { pool: Address; manager: Address; tokens: readonly Address[]; positions: readonly PastPosition[] },
): Promise<CashedOut> {
  const calls = positions.filter(({ owner }) => owner === account).flatMap(({ tokenId, range, liquidity, waiting }): Call[] => {
    const has = liquidity > 0n
    if (!has && waiting[0] === 0n && waiting[1] === 0n) return []
    if (tokenId === null) return [...(has ? [[pool, poolAbi, 'burn', [...range, liquidity]] as const] : []), [pool, poolAbi, 'collect', [account, ...range, most, most]]]
    const decreased: Call[] = has ? [[manager, managerAbi, 'decreaseLiquidity', [{ tokenId, liquidity, amount0Min: 0, amount1Min: 0, deadline: later }]]] : []
    return [...decreased, [manager, managerAbi, 'collect', [{ tokenId, recipient: account, amount0Max: most, amount1Max: most }]]]
  })
  return attempt(rpc, account, tokens, calls)
}
