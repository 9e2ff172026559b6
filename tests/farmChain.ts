import path from 'node:path'
import { encodeFunctionData } from 'viem'
import { z } from 'zod'
import type { Contract } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'
import type { Wrapper } from '@/lib/domain/protocol'
import { compileContracts } from './compileContracts'
import { loadLinked } from './linkedArtifact'
import { deployer, toWrapper, type SourceChain } from './sourceChain'

export const farmKinds = ['MasterChef', 'MasterChefV2', 'MiniChefV2'] as const
export type FarmKind = (typeof farmKinds)[number]

/** Sushi's own contracts, as they were published. */
export const loadSushi = (name: string) => loadLinked('@sushiswap/core', name)

/** Callers of farms that are contracts. */
export const visitorContracts = () => compileContracts(path.join(import.meta.dirname, 'FarmVisitor.sol'))

/** So many SUSHI come for each block, of MiniChef for each second: half of them in a block for the first pool of three, a quarter each for the others. */
export const rewardsEach = 1_000n
const points = [2n, 1n, 1n]

export type FarmWorld = Awaited<ReturnType<typeof openFarm>>

/**
 * Sushi's farms on a chain of one's own, and a pool of one of them for each token that it is to take in, in that order. People let it fetch what they have of these.
 *
 * The second MasterChef lives on a dummy token in a pool of the first one, which has all of its points: 100 · 10¹⁸ a block are written into it.
 */
export async function openFarm({ chain }: Pick<SourceChain, 'chain'>, kind: FarmKind, toTokens: (sushi: Contract) => readonly Contract[], people: readonly Address[]) {
  const mine = () => chain.mine(chain.timestamp + 12)
  const sushi = chain.deploy(deployer, loadSushi('SushiToken'))
  const first = chain.deploy(deployer, loadSushi('MasterChef'), [sushi.address, `0x${'de'.repeat(20)}`, rewardsEach, 0n, 0n])
  for (const account of [deployer, ...people]) chain.send(deployer, sushi, 'mint', [account, 10n ** 24n])
  await mine()
  let farm = first
  if (kind === 'MasterChefV2') {
    const dummy = chain.deploy(deployer, loadSushi('mocks/ERC20Mock'), ['Dummy', 'DUM', 1n])
    farm = chain.deploy(deployer, loadSushi('MasterChefV2'), [first.address, sushi.address, 0n])
    chain.send(deployer, first, 'add', [1n, dummy.address, false])
    chain.send(deployer, dummy, 'approve', [farm.address, 1n])
    await mine()
    chain.send(deployer, farm, 'init', [dummy.address])
  } else if (kind === 'MiniChefV2') {
    farm = chain.deploy(deployer, loadSushi('MiniChefV2'), [sushi.address])
    chain.send(deployer, farm, 'setSushiPerSecond', [rewardsEach])
  }
  // What the later ones pay must lie there: the first one alone may make more.
  if (farm !== first) chain.send(deployer, sushi, 'transfer', [farm.address, 10n ** 23n])
  chain.send(deployer, sushi, 'transferOwnership', [first.address])
  const tokens = toTokens(sushi)
  const zero = `0x${'0'.repeat(40)}`
  for (const [pool, token] of tokens.entries()) {
    const share = points[pool] ?? 1n
    chain.send(deployer, farm, 'add', kind === 'MasterChef' ? [share, token.address, false] : [share, token.address, zero])
    for (const person of people) chain.send(person, token, 'approve', [farm.address, 2n ** 256n - 1n])
  }
  await mine()

  const isFirst = kind === 'MasterChef'
  /** The first form has nobody but the caller. */
  const toArgs = (pool: number, amount: bigint, to: Address) => [BigInt(pool), amount, ...(isFirst ? [] : [to])]
  const wrapper: Wrapper = toWrapper('masterChef', {
    address: farm.address, name: kind, assets: tokens.map(({ address }) => address), contracts: { rewardsToken: sushi.address },
    farm: { pools: tokens.map(({ address }, id) => ({ id, asset: address })), owed: 'pendingSushi' },
  })
  return {
    kind, isFirst, farm, first, sushi, tokens, wrapper, mine,
    deposit: (from: Address, pool: number, amount: bigint, to = from) => chain.send(from, farm, 'deposit', toArgs(pool, amount, to)),
    withdraw: (from: Address, pool: number, amount: bigint, to = from) => chain.send(from, farm, 'withdraw', toArgs(pool, amount, to)),
    leave: (from: Address, pool: number, to = from) => chain.send(from, farm, 'emergencyWithdraw', isFirst ? [BigInt(pool)] : [BigInt(pool), to]),
    /** The first form pays with whatever is done. */
    harvest: (from: Address, pool: number, to = from) => (isFirst ? chain.send(from, farm, 'deposit', [BigInt(pool), 0n]) : chain.send(from, farm, 'harvest', [BigInt(pool), to])),
    stakeOf: async (pool: number, account: Address) => z.tuple([z.bigint(), z.bigint()]).parse(await chain.read(farm, 'userInfo', [BigInt(pool), account]))[0],
    owedTo: async (pool: number, account: Address) => z.bigint().parse(await chain.read(farm, 'pendingSushi', [BigInt(pool), account])),
    /** That the farm may fetch whatever the caller has */
    toApproval: () => encodeFunctionData({ abi: sushi.abi, functionName: 'approve', args: [farm.address, 2n ** 256n - 1n] }),
    toCall: (name: string, args: readonly unknown[]) => encodeFunctionData({ abi: farm.abi, functionName: name, args }),
  }
}
