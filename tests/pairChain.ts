import path from 'node:path'
import { encodeFunctionData } from 'viem'
import { z } from 'zod'
import { toTopicFilter } from '@/lib/chain/eventLogs'
import { logSchema, type Log } from '@/lib/chain/log'
import { loadArtifact, loadStakingRewards, type Artifact } from '@/lib/demo/artifact'
import type { Contract } from '@/lib/demo/storyChain'
import { inChainOrder } from '@/lib/domain/chainOrder'
import { addressSchema, type Address } from '@/lib/domain/address'
import type { PoolFacts } from '@/lib/domain/pool'
import { uniswapV2Pair } from '@/lib/sources/pools/uniswapV2Pair'
import { compileContracts } from './compileContracts'
import { deployer, startSourceChain, toWrapper } from './sourceChain'

const later = 2n ** 40n
const most = 2n ** 256n - 1n

export type PairChain = Awaited<ReturnType<typeof startPairChain>>

/** What visits pairs, and stands for tokens with a symbol of 32 bytes. */
export const visitorContracts = () => compileContracts(path.join(import.meta.dirname, 'PairVisitor.sol'))

/**
 * A real Uniswap v2 pair of two UNI tokens on a real chain, with its router, a StakingRewards over its shares, and a contract that does several things
 * in one transaction. What is told to it happens in the next block that is mined, in that order, and must succeed.
 *
 * @param people who have 10²⁴ of both tokens and let everybody fetch them
 * @param odd a token in the place of one of the two, of which anybody may mint and nobody can fetch what is another's
 */
export async function startPairChain(people: readonly Address[], odd?: Artifact) {
  const { chain, rpc, reader, token, other, stop } = await startSourceChain()
  const placed = odd ? chain.deploy(deployer, odd) : null
  const [first, second] = [token, placed ?? other].sort((a, b) => (a.address < b.address ? -1 : 1)) as [Contract, Contract]
  const tokens = [first, second] as const
  const mine = () => chain.mine(chain.timestamp + 12)
  const weth = chain.deploy(deployer, loadArtifact('weth'))
  const factory = chain.deploy(deployer, loadArtifact('v2Factory'), [deployer])
  const router = chain.deploy(deployer, loadArtifact('v2Router'), [factory.address, weth.address])
  const visitor = chain.deploy(deployer, visitorContracts().get('PairVisitor')!)
  chain.send(deployer, factory, 'createPair', [first.address, second.address])
  await mine()
  const address = addressSchema.parse(await chain.read(factory, 'getPair', [first.address, second.address]))
  const pair: Contract = { name: 'pair', address, abi: loadArtifact('v2Pair').abi }
  const staking = chain.deploy(deployer, loadStakingRewards(), [deployer, deployer, first.address, address])
  const fund = (each: Contract, person: Address) => chain.send(deployer, each, each === placed ? 'mint' : 'transfer', [person, 10n ** 24n])
  for (const each of tokens) fund(each, visitor.address)
  for (const person of people) {
    for (const each of tokens) {
      fund(each, person)
      if (each !== placed) chain.send(person, each, 'approve', [router.address, most])
    }
    for (const spender of [router, staking, visitor]) chain.send(person, pair, 'approve', [spender.address, most])
  }
  await mine()
  const wrapper = toWrapper('stakingRewards', {
    address: staking.address,
    assets: [first.address, address],
    contracts: { stakingToken: address, rewardsToken: first.address },
  })
  const place = { source: 'uniswapV2Pair', chainId: 31337, address, name: 'pair', firstBlock: 0, contracts: {} }
  const toToken = ({ address }: Contract) => ({ address, symbol: 'UNI', decimals: 18 })
  const facts: PoolFacts = { ...place, tokens: [toToken(first), toToken(second)], feePpm: 3000, quote: 1 }
  let read = 0
  /** What is looked through: a test may add contracts before it opens its books */
  const wrappers = [wrapper]
  /** How each takes an account's shares out of the contracts, one after the other */
  const exits: ((account: Address) => Promise<unknown>)[] = [
    async (account) => {
      const staked = await balance(staking, account)
      if (staked > 0n) await act(account, staking, 'withdraw', [staked])
    },
  ]

  const balance = async (contract: Contract, account: Address) => z.bigint().parse(await chain.read(contract, 'balanceOf', [account]))
  const balances = async (account: Address) => [await balance(first, account), await balance(second, account)] as const

  async function act(from: Address, contract: Contract, functionName: string, args: readonly unknown[]) {
    const data = encodeFunctionData({ abi: contract.abi, functionName, args })
    const hash = await rpc.call('eth_sendTransaction', { from, to: contract.address, data, gas: '0x989680', gasPrice: '0x0' })
    await rpc.call('evm_mine')
    const { status } = z.object({ status: z.string() }).parse(await rpc.call('eth_getTransactionReceipt', hash))
    if (status !== '0x1') throw new Error(`${functionName}(${args.map(String).join(', ')}) by ${from} failed`)
  }

  /** What an account would have in hand if it took everything out now: fetched, sent to the pair and burned, which is undone again. */
  async function cashOut(account: Address): Promise<readonly [bigint, bigint]> {
    const snapshot = await rpc.call('evm_snapshot')
    const [had0, had1] = await balances(account)
    for (const exit of exits) await exit(account)
    await act(account, pair, 'transfer', [pair.address, await balance(pair, account)])
    await act(account, pair, 'burn', [account])
    const [has0, has1] = await balances(account)
    await rpc.call('evm_revert', snapshot)
    return [has0 - had0, has1 - had1]
  }

  return {
    chain, rpc, reader, facts, wrapper, wrappers, exits, tokens, placed, pair, router, visitor, staking, factory, stop, balance, balances, cashOut, act,
    /** Mines what is waiting. @returns the new logs that the source asks for */
    async mine(): Promise<Log[]> {
      await mine()
      const fromBlock = `0x${(read + 1).toString(16)}`
      read = chain.blockNumber
      const asked = uniswapV2Pair.logs(facts, wrappers).map(({ address, ...asked }) => rpc.call('eth_getLogs', { address, topics: toTopicFilter(asked), fromBlock, toBlock: 'latest' }))
      const logs = (await Promise.all(asked)).flatMap((answer) => z.array(logSchema).parse(answer))
      return logs.sort(inChainOrder)
    },
    sharesOf: async (account: Address) => (await balance(pair, account)) + (await balance(staking, account)),
    /** Straight into the pair, shares to anybody */
    deposit: (from: Address, amount0: bigint, amount1: bigint, to = from) => {
      chain.send(from, first, 'transfer', [address, amount0])
      chain.send(from, second, 'transfer', [address, amount1])
      chain.send(from, pair, 'mint', [to])
    },
    withdraw: (from: Address, shares: bigint, to = from) => {
      chain.send(from, pair, 'transfer', [address, shares])
      chain.send(from, pair, 'burn', [to])
    },
    depositByRouter: (from: Address, amount0: bigint, amount1: bigint) =>
      chain.send(from, router, 'addLiquidity', [first.address, second.address, amount0, amount1, 0n, 0n, from, later]),
    withdrawByRouter: (from: Address, shares: bigint) => chain.send(from, router, 'removeLiquidity', [first.address, second.address, shares, 0n, 0n, from, later]),
    /** Pays so much of a token in for the other */
    swap: (from: Address, side: 0 | 1, amount: bigint) =>
      chain.send(from, router, 'swapExactTokensForTokens', [amount, 0n, side === 0 ? [first.address, second.address] : [second.address, first.address], from, later]),
  }
}
